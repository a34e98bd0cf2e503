import { detectDelimiter, firstRecord, isHeader } from './csvDialect';

describe('detectDelimiter', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a|b|c\n1|2,5|3\n', '|'],
    ['a\tb\n"x, y, z"\t2\n', '\t'],
    ['a;b\n1,5;2\n1,7;3\n', ';'],
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
    [['x'.repeat(151), 'b'], ['bigint', 'string'], false],
    [['2024-01-01', 'b'], ['string', 'bigint'], true],
    [['only'], ['bigint'], true],
    [[''], ['bigint'], false],
  ])('%j above %j: %p', (fields, types, expected) => {
    expect(isHeader(fields, types)).toBe(expected);
  });
});

describe('firstRecord', () => {
  it.each([
    ['a,b\n1,2', ['a', 'b']],
    ['a,"b ""c"", d"\r\n1,2', ['a', 'b "c", d']],
    ['"two\nlines",b', ['two\nlines', 'b']],
    ['\n\r\na,\n', ['a', '']],
    ['', ['']],
  ])('of %j is %j', (sample, fields) => {
    expect(firstRecord(sample, ',')).toEqual(fields);
  });
});
