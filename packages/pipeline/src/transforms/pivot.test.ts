import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const pivoted = (fields: object, ...steps: object[]) =>
  stepsOn(
    {
      orders: [
        ...columnsOf('string', 'shop', 'state'),
        ...columnsOf('int', 'quarter', 'amount'),
      ],
    },
    {
      kind: 'pivot',
      columns: ['shop'],
      column: 'quarter',
      values: [
        { value: '1', as: 'q1' },
        { value: '2', as: 'q2' },
      ],
      measure: { function: 'sum', column: 'amount' },
      ...fields,
    },
    ...steps,
  );

describe('pivot', () => {
  it('leaves the groups and a column of each value, with its type', () => {
    const { transform } = pivoted(
      {},
      { kind: 'select', columns: ['shop', 'q1', 'q2'] },
      { kind: 'fill', columns: [{ column: 'q2', value: '3000000000' }] },
    );
    expect(stepWords(transform)[0]).toBe(
      'Compute sum(amount) for each shop in columns q1 (quarter = "1"), q2 (quarter = "2")',
    );
    expect(() => pivoted({}, { kind: 'select', columns: ['amount'] })).toThrow(
      'transform[1].columns[0]: the rows so far have no column "amount": use one of shop, q1, q2',
    );
  });

  it.each<[string, object, string]>([
    [
      'a group by a column that there is not',
      { columns: ['shopp'] },
      'transform[0].columns[0]: the rows so far have no column "shopp": use "shop"',
    ],
    [
      'a group by a column twice',
      { columns: ['shop', 'shop'] },
      'transform[0].columns[1]: "shop" occurs twice',
    ],
    ['no group', { columns: [] }, 'transform[0].columns: is empty'],
    [
      'values of a column that there is not',
      { column: 'quarters' },
      'transform[0].column: the rows so far have no column "quarters": use "quarter"',
    ],
    [
      'values of a column of the groups',
      { columns: ['shop', 'quarter'] },
      'transform[0].column: "quarter" is one of those that make the groups',
    ],
    [
      'a value of another type',
      { values: [{ value: 'Q1', as: 'q1' }] },
      'transform[0].values[0].value: "Q1" is no int: write for example 0',
    ],
    [
      'a value twice',
      {
        values: [
          { value: '1', as: 'a' },
          { value: '1', as: 'b' },
        ],
      },
      'transform[0].values[1].value: "1" occurs twice',
    ],
    [
      'a name twice',
      {
        values: [
          { value: '1', as: 'a' },
          { value: '2', as: 'a' },
        ],
      },
      'transform[0].values[1].as: makes a second column named "a"',
    ],
    [
      'the name of a group',
      { values: [{ value: '1', as: 'shop' }] },
      'transform[0].values[0].as: makes a second column named "shop"',
    ],
    ['no value', { values: [] }, 'transform[0].values: is empty'],
    [
      'a sum of nothing',
      { measure: { function: 'sum' } },
      'transform[0].measure.column: is missing: name the column whose sum',
    ],
    [
      'a sum of texts',
      { measure: { function: 'sum', column: 'state' } },
      'transform[0].measure.column: "state" is a string, and sum needs a number',
    ],
    ['no measure', { measure: undefined }, 'transform[0].measure: is missing'],
  ])('refuses %s', (_, fields, message) =>
    expect(() => pivoted(fields)).toThrow(message),
  );
});
