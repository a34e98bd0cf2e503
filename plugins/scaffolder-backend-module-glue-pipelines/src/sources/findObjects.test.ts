import { holdsData, partitionColumns } from './findObjects';

describe('holdsData', () => {
  it.each([
    ['in/part-0.csv', true],
    ['in/', false],
    ['in/_SUCCESS', false],
    ['in/.part-0.crc', false],
  ])('%s: %s', (key, expected) => expect(holdsData(key)).toBe(expected));
});

describe('partitionColumns', () => {
  it.each([
    ['in/x.csv', []],
    ['in/year=2026/month=01/x.csv', ['year', 'month']],
    ['in/2026/day=1/x=y.csv', ['day']],
  ])('%s', (key, expected) =>
    expect(partitionColumns(key, 'in/')).toEqual(expected),
  );
});
