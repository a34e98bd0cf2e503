import { holdsData } from './holdsData';

describe('holdsData', () => {
  it.each<[string, number, string, boolean]>([
    ['in/part-0.csv', 1, 'in/', true],
    ['in/part-0.csv', 0, 'in/', false],
    ['in/', 0, 'in/', false],
    ['in/_SUCCESS', 3, 'in/', false],
    ['in/.part-0.crc', 3, 'in/', false],
    ['in/_temporary/0/part-0.csv', 3, 'in/', false],
    ['in/.hidden/part-0.csv', 3, 'in/', false],
    ['in/_day=1/part-0.csv', 3, 'in/', true],
    ['in/day_$folder$', 3, 'in/', false],
    ['in//part-0.csv', 3, 'in/', false],
    ['in/_day=1/_SUCCESS', 3, 'in/', false],
    ['_in/part-0.csv', 3, '_in/', true],
    ['_in/orders.csv', 3, '_in/orders.csv', true],
    ['in/_orders.csv', 3, 'in/_orders.csv', false],
  ])('%s of %i bytes, of %s: %s', (key, size, prefix, expected) =>
    expect(holdsData({ key, size }, { key: prefix })).toBe(expected),
  );
});
