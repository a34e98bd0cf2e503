import { checkedParts, PART_FIELD } from './checkedParts';

const NAME = { title: 'Name', type: 'string', pattern: '^[a-z]+$' };
const SOURCES = {
  title: 'Sources',
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['uri'],
    properties: { uri: { title: 'S3 URI', type: 'string', pattern: '^s3:' } },
  },
};

describe('checkedParts', () => {
  const [page] = checkedParts(
    [
      {
        title: 'Pipeline',
        required: ['name', 'host'],
        properties: {
          name: NAME,
          sources: SOURCES,
          host: { type: 'string', pattern: '^x' },
        },
      },
    ],
    ['name', 'sources'],
  );

  it('takes away what the language says better, and keeps the names of fields', () => {
    expect(page.properties!.name).toEqual({
      title: 'Name',
      type: 'string',
      default: '',
      'ui:field': PART_FIELD,
      'ui:options': {
        part: 'name',
        required: true,
        form: NAME,
        hideError: true,
      },
    });
    expect(page.properties!.sources).toEqual({
      title: 'Sources',
      type: 'array',
      items: {
        type: 'object',
        properties: { uri: { title: 'S3 URI', type: 'string' } },
      },
      'ui:field': PART_FIELD,
      'ui:backstage': { review: { show: false } },
      'ui:options': {
        part: 'sources',
        required: false,
        form: SOURCES,
        hideError: true,
      },
    });
  });

  it('leaves alone what is no part of a pipeline', () => {
    expect(page).toMatchObject({
      title: 'Pipeline',
      required: ['host'],
      properties: { host: { type: 'string', pattern: '^x' } },
    });
  });

  it('changes nothing a second time', () =>
    expect(checkedParts([page], ['name', 'sources'])).toEqual([page]));
});
