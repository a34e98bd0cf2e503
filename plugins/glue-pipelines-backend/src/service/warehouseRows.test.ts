import { boundedRows, toInstant } from './warehouseRows';

describe('boundedRows', () => {
  it('shows as many rows as were asked for, and whether there are more', () => {
    const read = [['a'], [null], ['c']];
    expect(boundedRows(read, 2)).toEqual({
      rows: [['a'], [null]],
      moreRows: true,
      shortened: false,
    });
    expect(boundedRows(read, 3).moreRows).toBe(false);
  });

  it('shortens long values between characters', () => {
    const { rows, shortened } = boundedRows([['😀'.repeat(501)]], 1);
    expect(rows).toEqual([[`${'😀'.repeat(500)}…`]]);
    expect(shortened).toBe(true);
  });

  it('has at most a quarter of a megabyte', () => {
    const wide = Array.from({ length: 100 }, () => 'x'.repeat(500));
    const { rows, moreRows } = boundedRows(
      Array.from({ length: 20 }, () => wide),
      20,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows).length).toBeLessThan(256 * 1024);
    expect(moreRows).toBe(true);
  });
});

it.each([
  ['2026-11-28 10:11:12.345678', '2026-11-28T10:11:12.345Z'],
  ['2026-11-28 10:11:12', '2026-11-28T10:11:12.000Z'],
])('reads the time %s', (time, instant) => {
  expect(toInstant(time)).toBe(instant);
});
