import { rowsLoadedOf } from './rowsLoaded';

describe('rowsLoadedOf', () => {
  it.each([
    ['1234 wr_1', 1234],
    ['0 wr_1', 0],
    ['1234 wr_0', undefined],
    ['1234', undefined],
    ['-1 wr_1', undefined],
    ['1e9 wr_1', undefined],
    ['12345678901234567890 wr_1', undefined],
    [undefined, undefined],
  ])('reads %j as %s', (value, rows) => {
    const properties: Record<string, string> =
      value === undefined ? {} : { 'glue-pipelines.io/rows-loaded': value };
    expect(rowsLoadedOf({ id: 'wr_1', properties })).toBe(rows);
  });
});
