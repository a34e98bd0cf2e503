import { COLUMN_PATTERN } from '@glue-pipelines/pipeline/names';
import { chosenColumns, withoutExamples } from './chosenColumns';

const column = { type: 'string', pattern: COLUMN_PATTERN };

const RULES = {
  type: 'array',
  items: {
    properties: { kind: { enum: ['unique', 'referential'] } },
    dependencies: {
      kind: {
        oneOf: [
          {
            properties: {
              kind: { enum: ['referential'] },
              column,
              sourceColumn: column,
              name: { type: 'string' },
            },
          },
        ],
      },
    },
  },
};

const chosen = chosenColumns(
  'quality',
  RULES,
  { rows: [{ name: 'n' }], sources: [] },
  [{ kind: 'referential', column: 'gone' }, null],
);

describe('chosenColumns', () => {
  it('goes into lists and alternatives, and keeps what is there', () => {
    const [{ properties }] = chosen.items!.dependencies!.kind.oneOf!;
    expect(properties!.column.enum).toEqual(['n', 'gone']);
    expect(properties!.sourceColumn).toEqual(column);
    expect(properties!.name).toEqual({ type: 'string' });
  });

  it('leaves what is not known to be written', () => {
    expect(chosenColumns('quality', RULES, { sources: [] }, [])).toEqual(RULES);
  });
});

describe('withoutExamples', () => {
  it('takes away the examples of what is chosen, and no others', () => {
    const example = { 'ui:placeholder': 'x', 'ui:help': 'Help' };
    expect(
      withoutExamples(chosen, {
        'ui:options': { orderable: true },
        items: { column: example, sourceColumn: example, name: example },
      }),
    ).toEqual({
      'ui:options': { orderable: true },
      items: {
        column: { 'ui:help': 'Help' },
        sourceColumn: example,
        name: example,
      },
    });
  });
});
