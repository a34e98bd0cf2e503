import { detectFormat, isGzip } from './detectFormat';

describe('detectFormat', () => {
  it.each([
    ['PAR1\x15\x00', 'parquet'],
    ['{"a": 1}\n', 'json'],
    ['\ufeff\n {"a": 1}\n', 'json'],
    ['[\n{"a": 1}]', 'json'],
    ['a,b\n1,2\n', 'csv'],
    ['just text', 'csv'],
    ['', 'csv'],
  ])('%j is %s', (head, format) => {
    expect(detectFormat(Buffer.from(head))).toBe(format);
  });

  it.each([
    [Buffer.from('Obj\x01...'), 'it is Avro'],
    [Buffer.from('ORC...'), 'it is ORC'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'it is Zstandard'],
    [Buffer.from('\ufeffa,b\n', 'utf16le'), 'its text is UTF-16'],
    [Buffer.from([0xfe, 0xff, 0, 0x61]), 'its text is UTF-16'],
    [Buffer.from([1, 2, 0, 3]), 'neither CSV nor JSON nor Parquet'],
  ])('refuses %p', (head, reason) => {
    expect(() => detectFormat(head)).toThrow(reason);
  });
});

describe('isGzip', () => {
  it.each([
    [[0x1f, 0x8b, 8], true],
    [[0x1f], false],
    [[], false],
  ])('%j: %p', (bytes, expected) => {
    expect(isGzip(Buffer.from(bytes))).toBe(expected);
  });
});
