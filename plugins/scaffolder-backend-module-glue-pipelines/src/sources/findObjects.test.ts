import { partitionsOf } from './findObjects';

describe('partitionsOf', () => {
  it.each([
    ['in/x.csv', []],
    [
      'in/year=2026/month=01/x.csv',
      [
        ['year', '2026'],
        ['month', '01'],
      ],
    ],
    ['in/2026/day=a=b/x=y.csv', [['day', 'a=b']]],
  ])('%s', (key, expected) =>
    expect(partitionsOf(key, 'in/')).toEqual(expected),
  );
});
