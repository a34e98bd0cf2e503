import { CsvScanner } from './csvScan';

/** In chunks of so many bytes. */
function scan(
  text: string | Buffer,
  {
    size = 64 * 1024,
    delimiter = ',',
    quote = '"',
    isMultiline = true,
    trims = true,
  } = {},
) {
  const scanner = new CsvScanner({ delimiter, quote }, { isMultiline, trims });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    scanner.write(bytes.subarray(at, at + size));
  }
  return scanner.end();
}

describe('CsvScanner', () => {
  it.each<[string, string, string]>([
    ['a\n7\n', 'bigint', 'bigint'],
    ['a\n 7\n', 'bigint', 'string'],
    ['a\n7.5\t\n', 'double', 'string'],
    ['a\n" true"\n', 'boolean', 'string'],
    ['a\n7\n\n', 'bigint', 'bigint'],
  ])(
    'takes %j for %s when it trims, and for %s otherwise',
    (text, trimmed, whole) => {
      expect(scan(text, { trims: true })?.typesBelow).toEqual([trimmed]);
      expect(scan(text, { trims: false })?.typesBelow).toEqual([whole]);
    },
  );

  it.each<[string, string[], string[], number]>([
    ['a,b\n1,x\n', ['a', 'b'], ['bigint', 'string'], 2],
    ['a,b\r\n1,2\r\n', ['a', 'b'], ['bigint', 'bigint'], 2],
    ['a,b\n1,2', ['a', 'b'], ['bigint', 'bigint'], 2],
    ['\n\r\na,b\n\n1,2\n\n', ['a', 'b'], ['bigint', 'bigint'], 2],
    ['a,b\n1\n2,3,x\n', ['a', 'b'], ['bigint', 'bigint'], 3],
    ['a,b,\n1,2,\n', ['a', 'b', ''], ['bigint', 'bigint', 'string'], 2],
    [
      '"a ""x"", y","b\nc"\n"1","2"\n',
      ['a "x", y', 'b\nc'],
      ['bigint', 'bigint'],
      2,
    ],
    ['a,b\n5" pipe,2\n', ['a', 'b'], ['string', 'bigint'], 2],
    ['"a"\r\n"1"\r\n', ['a'], ['bigint'], 2],
    ['größe,😀\n1,2\n', ['größe', '😀'], ['bigint', 'bigint'], 2],
    ['a,b\n""\n', ['a', 'b'], ['string', 'string'], 2],
    ['', [], [], 0],
  ])('reads %j, however it is cut', (text, first, typesBelow, records) => {
    for (const size of [64, 7, 3, 2, 1]) {
      expect(scan(text, { size })).toMatchObject({
        first,
        typesBelow,
        records,
      });
    }
  });

  it('leaves a byte order mark out', () => {
    expect(scan('\ufeff"a",b\n1,2\n')?.first).toEqual(['a', 'b']);
  });

  it('knows the types with the first line too, and whether anything is quoted', () => {
    expect(scan('x,1\n2,3\n')).toMatchObject({
      typesBelow: ['bigint', 'bigint'],
      types: ['string', 'bigint'],
      isQuoted: false,
    });
    expect(scan('x,"1"\n2,3\n')?.isQuoted).toBe(true);
  });

  it('takes other delimiters and quotes', () => {
    expect(
      scan("a|b\n'1|2'|3\n", { delimiter: '|', quote: "'" }),
    ).toMatchObject({ typesBelow: ['string', 'bigint'] });
  });

  it('says when a quote is never closed; then lines end fields', () => {
    const text = 'a,b\n"1,2\n3,4\n';
    expect(scan(text)).toBeUndefined();
    expect(scan(text, { isMultiline: false })).toMatchObject({
      first: ['a', 'b'],
      records: 3,
    });
  });

  it.each<[string, Buffer]>([
    ['latin 1', Buffer.from('a,b\n\xe4,1\n', 'latin1')],
    ['a character that is cut off', Buffer.from('a,b\n1,ä').subarray(0, -1)],
  ])('refuses %s', (_what, text) => {
    expect(() => scan(text)).toThrow('not UTF-8');
    expect(() => scan(text, { size: 1 })).toThrow('not UTF-8');
  });

  it('refuses more columns than any table has', () => {
    expect(() => scan(`${','.repeat(60_000)}\n`)).toThrow('50000 fields');
  });

  it('keeps nothing of a field that never ends', () => {
    const scanner = new CsvScanner(
      { delimiter: ',', quote: '"' },
      { isMultiline: true, trims: true },
    );
    scanner.write(Buffer.from('a,b\n"'));
    const before = process.memoryUsage().arrayBuffers;
    const chunk = Buffer.alloc(64 * 1024, 'x');
    for (let count = 0; count < 1000; count++) scanner.write(chunk);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
    expect(scanner.end()).toBeUndefined();
  });
});
