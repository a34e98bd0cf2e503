import { crawledColumn } from './crawledColumn';

describe('crawledColumn', () => {
  it.each([
    ['new_cases', 'new_cases'],
    ['New Cases', 'new_cases'],
    ['total.amount', 'total_amount'],
    ['lat/long', 'lat_long'],
    ['2020', '2020'],
    ['Größe', 'gr__e'],
  ])('%s becomes %s', (name, expected) =>
    expect(crawledColumn(name)).toBe(expected),
  );
});
