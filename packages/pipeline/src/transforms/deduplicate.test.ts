import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const deduplicated = (fields: object) =>
  stepsOn(
    { orders: columnsOf('bigint', 'id', 'updated', 'version') },
    { kind: 'deduplicate', columns: ['id'], ...fields },
  );

const byUpdated = { column: 'updated', direction: 'descending' };

describe('deduplicate', () => {
  it.each([
    [{}, 'Keep one row for each id'],
    [
      { orderBy: [byUpdated, { column: 'version' }] },
      'Keep the first row by updated descending, version for each id',
    ],
  ])('is told', (fields, words) =>
    expect(stepWords(deduplicated(fields).transform)).toEqual([words]),
  );

  it.each<[string, object, string]>([
    [
      'a column twice',
      { columns: ['id', 'id'] },
      'transform[0].columns[1]: "id" occurs twice',
    ],
    [
      'an order of a column that there is not',
      { orderBy: [byUpdated, { column: 'versoin' }] },
      'transform[0].orderBy[1].column: the rows so far have no column "versoin": use "version"',
    ],
    [
      'an order by a column twice',
      { orderBy: [byUpdated, { column: 'updated' }] },
      'transform[0].orderBy[1].column: "updated" occurs twice',
    ],
    [
      'a direction that there is not',
      { orderBy: [{ column: 'updated', direction: 'down' }] },
      'transform[0].orderBy[0].direction: must be "ascending" or "descending"',
    ],
    [
      'an order without a column',
      { orderBy: [{}] },
      'transform[0].orderBy[0].column: is missing',
    ],
    ['no column', { columns: [] }, 'transform[0].columns: is empty'],
  ])('refuses %s', (_, fields, message) =>
    expect(() => deduplicated(fields)).toThrow(message),
  );
});
