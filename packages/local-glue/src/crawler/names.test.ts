import { hashedName, tableName } from './names';

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

describe('hashedName', () => {
  it('depends on the location', () => {
    expect(hashedName('t', 's3://a/t/')).toMatch(/^t_[0-9a-f]{32}$/);
    expect(hashedName('t', 's3://a/t/')).toBe(hashedName('t', 's3://a/t/'));
    expect(hashedName('t', 's3://a/t/')).not.toBe(hashedName('t', 's3://b/t/'));
  });
});
