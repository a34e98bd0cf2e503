import { sanitiseName, uniqueNames } from './names';

describe('sanitiseName', () => {
  it.each([
    ['New Cases', 'new_cases'],
    ['  iso_code ', 'iso_code'],
    ['part-0.CSV', 'part_0_csv'],
    ['größe', 'gr__e'],
    ['2024', '2024'],
    ['%', 'col3'],
    ['', 'col3'],
    ['a'.repeat(200), 'a'.repeat(128)],
  ])('%p is %p', (name, expected) => {
    expect(sanitiseName(name, 'col3')).toBe(expected);
  });
});

describe('uniqueNames', () => {
  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'b', 'a'],
      ['a', 'a_2', 'b', 'a_3'],
    ],
    [
      ['a', 'a_2', 'a'],
      ['a', 'a_2', 'a_3'],
    ],
    [
      ['a', 'a', 'a_2'],
      ['a', 'a_3', 'a_2'],
    ],
    [[], []],
  ])('%j becomes %j', (names, expected) => {
    expect(uniqueNames(names)).toEqual(expected);
  });
});
