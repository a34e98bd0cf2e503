import { meet, typeOfKind, valueKind } from './valueKind';

const kindOf = (text: string) => {
  const bytes = Buffer.from(`,${text},`);
  return valueKind(bytes, 1, bytes.length - 1);
};

describe('the type of a column', () => {
  it.each([
    [['1', '-2', ' 3 ', '0'], 'bigint'],
    [['9223372036854775807', '-9223372036854775808'], 'bigint'],
    [['9223372036854775808'], 'double'],
    [['12345678901234567890123'], 'double'],
    [['1', '2.5'], 'double'],
    [['1e5', '-.5', '5.', '+1'], 'double'],
    [['NaN', '1.5'], 'double'],
    [['007'], 'string'],
    [['-01'], 'string'],
    [['0.5', '0'], 'double'],
    [['true', 'FALSE'], 'boolean'],
    [['true', '1'], 'string'],
    [['1', ''], 'bigint'],
    [['', '  '], 'string'],
    [['2024-01-02'], 'string'],
    [['01/02/2024'], 'string'],
    [['12:30'], 'string'],
    [['1,5'], 'string'],
    [['-'], 'string'],
    [['.'], 'string'],
    [['1e'], 'string'],
    [['1e+'], 'string'],
    [['0x1F'], 'string'],
    [['1 2'], 'string'],
    [['١'], 'string'],
  ])('of %j is %s', (values, expected) => {
    expect(typeOfKind(values.map(kindOf).reduce(meet))).toBe(expected);
  });
});
