import { FormSchema, fieldPathOf, placeWords } from './fieldPlace';

const STEPS: FormSchema = {
  title: 'Steps',
  type: 'array',
  items: {
    properties: {
      kind: {
        enum: ['filter', 'join'],
        enumNames: ['Filter', 'Join a source'],
      },
    },
    dependencies: {
      kind: {
        oneOf: [
          {
            properties: {
              kind: { enum: ['filter'] },
              condition: { title: 'Condition' },
            },
          },
          {
            properties: {
              kind: { enum: ['join'] },
              keys: {
                title: 'Keys',
                items: { properties: { left: { title: 'Left column' } } },
              },
            },
          },
        ],
      },
    },
  },
};

const TABLE: FormSchema = {
  properties: {
    load: {
      title: 'Rows of a run',
      properties: { mode: {} },
      dependencies: {
        mode: {
          oneOf: [
            {
              properties: {
                mode: { enum: ['merge'] },
                keys: { title: 'Keys' },
              },
            },
          ],
        },
      },
    },
  },
};

const VALUE = [{ kind: 'filter' }, { kind: 'join', keys: [{}] }, {}];

describe('placeWords', () => {
  it.each<[string, FormSchema, unknown, string]>([
    ['', STEPS, VALUE, ''],
    ['[0]', STEPS, VALUE, '1 (Filter)'],
    ['[0].condition', STEPS, VALUE, '1 (Filter), Condition'],
    [
      '[1].keys[0].left',
      STEPS,
      VALUE,
      '2 (Join a source), Keys 1, Left column',
    ],
    ['[2].kind', STEPS, VALUE, '3, kind'],
    ['[7].columns[1]', STEPS, VALUE, '8, columns 2'],
    [
      'load.keys[0]',
      TABLE,
      { load: { mode: 'merge' } },
      'Rows of a run, Keys 1',
    ],
  ])('of %j', (field, schema, value, words) =>
    expect(placeWords(schema, fieldPathOf(field), value)).toBe(words),
  );
});
