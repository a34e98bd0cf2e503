import { columnName, hashedName, tableName, uniqueNames } from './names';

describe('tableName', () => {
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
    expect(tableName(name, 'col3')).toBe(expected);
  });
});

describe('columnName', () => {
  it.each([
    ['New Cases', 'new cases'],
    ['  iso_code ', 'iso_code'],
    ['a.b-c', 'a.b-c'],
    ['größe', 'größe'],
    ['two\nlines', 'two_lines'],
    [' ', 'col3'],
    ['a'.repeat(300), 'a'.repeat(255)],
    [`${'a'.repeat(254)}😀`, 'a'.repeat(254)],
  ])('%j is %j', (name, expected) => {
    expect(columnName(name, 'col3')).toBe(expected);
  });
});

describe('hashedName', () => {
  it('depends on the location', () => {
    expect(hashedName('t', 's3://a/t/')).toMatch(/^t_[0-9a-f]{32}$/);
    expect(hashedName('t', 's3://a/t/')).toBe(hashedName('t', 's3://a/t/'));
    expect(hashedName('t', 's3://a/t/')).not.toBe(hashedName('t', 's3://b/t/'));
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

  it('numbers thousands of equal names in no time', () => {
    const names = uniqueNames(Array.from({ length: 20_000 }, () => 'a'));
    expect(new Set(names).size).toBe(20_000);
  });
});
