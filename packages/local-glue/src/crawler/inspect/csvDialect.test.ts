import { detectDelimiter, isDelimitedBy, isHeader } from './csvDialect';

describe('detectDelimiter', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a|b|c\n1|2,5|3\n', '|'],
    ['a\tb\n"x, y, z"\t2\n', '\t'],
    ['a;b\n1,5;2\n1,7;3\n', ';'],
    ['a\u0001b\n1\u00012\n', '\u0001'],
    ['a,b;c\n1,2;3\n4,5\n', ','],
    ['"a;b;c",d\n"e;f",g\n', ','],
    ['a,b\r\n1,2\r\n3\r\n', ','],
    ['single\nvalue\n', ','],
    ['', ','],
  ])('of %j is %j', (sample, expected) => {
    expect(detectDelimiter(sample)).toBe(expected);
  });
});

describe('isHeader', () => {
  it.each([
    [['id', 'name'], ['bigint', 'string'], true],
    [['name', 'city'], ['string', 'string'], false],
    [['1', 'name'], ['bigint', 'string'], false],
    [['a', 'true'], ['bigint', 'boolean'], false],
    [['a', '', 'c'], ['bigint', 'string', 'string'], false],
    [['a', 'b', ''], ['bigint', 'string', 'string'], true],
    [['x'.repeat(150), 'b'], ['bigint', 'string'], false],
    [['x'.repeat(149), 'b'], ['bigint', 'string'], true],
    [['a', 'x'.repeat(150)], ['bigint', 'string'], true],
    [['a\u0000', 'b'], ['bigint', 'string'], false],
    [['2024-01-01', 'b'], ['string', 'bigint'], true],
    [['only'], ['bigint'], true],
    [[''], ['bigint'], false],
  ])('%j above %j: %p', (fields, types, expected) => {
    expect(isHeader(fields, types)).toBe(expected);
  });
});

describe('isDelimitedBy', () => {
  it.each([
    ['a|b\n1|2\n', '|', true],
    ['a|b\n1|2,5\n3|4\n', ',', true],
    ['a,b|c\n1|2\n3|4\n', ',', false],
    ['a,b\n1,2\n3\n', ',', true],
    ["a|b\n'1|2'|3\n", '|', true],
  ])('%j by %j: %p', (sample, delimiter, expected) => {
    expect(isDelimitedBy(sample, delimiter, "'")).toBe(expected);
  });
});
