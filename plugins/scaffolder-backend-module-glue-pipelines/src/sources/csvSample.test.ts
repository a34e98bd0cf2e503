import { csvSample, decimalMarkOf, type CsvOptions } from './csvSample';
import { EmptySourceError } from './SourceError';

const OPTIONS: CsvOptions = {
  header: true,
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  multiLine: false,
  encoding: 'UTF-8',
  decimalMark: '.',
  nullWords: [''],
};

const sample = (
  text: string,
  options: Partial<CsvOptions> = {},
  complete = true,
) => csvSample(text, complete, { ...OPTIONS, ...options });

describe('csvSample', () => {
  it.each<[string, string, Partial<CsvOptions>, string[], string[][]]>([
    ['commas', 'a,b\n1,2\n', {}, ['a', 'b'], [['1', '2']]],
    ['a byte order mark', '\uFEFFa,b\n1,2\n', {}, ['a', 'b'], [['1', '2']]],
    ['quotes', '"a, b",c\n"x ""y""",2\n', {}, ['a, b', 'c'], [['x "y"', '2']]],
    [
      'backslashes',
      'a,b\n"x \\"y\\", z",2\n',
      { escape: 'backslash' },
      ['a', 'b'],
      [['x "y", z', '2']],
    ],
    ['single quotes', "a\n'x, y'\n", { quote: "'" }, ['a'], [['x, y']]],
    [
      'no quotes',
      'a|b\n5" x|"\n',
      { delimiter: '|', quote: 'none' },
      ['a', 'b'],
      [['5" x', '"']],
    ],
    ['no header', '1,x\n', { header: false }, ['col0', 'col1'], [['1', 'x']]],
    ['blank lines', 'a,b\r\n\r\n1,2', {}, ['a', 'b'], [['1', '2']]],
  ])('reads %s', (_, text, options, header, records) => {
    expect(sample(text, options)).toEqual({
      header,
      records,
      hasLineBreaks: false,
    });
  });

  it('sees line breaks inside of quotes', () => {
    expect(sample('a,b\n1,"x\ny"\n')?.hasLineBreaks).toBe(true);
  });

  it('leaves out what the end of a sample cuts', () => {
    expect(sample('a,b\n1,"x\ny"\n2,"z\nw', {}, false)?.records).toEqual([
      ['1', 'x\ny'],
    ]);
    expect(sample('a,b\n1,', {}, false)).toBeUndefined();
    expect(sample('a,b', {}, false)).toBeUndefined();
  });

  it.each<[string, string, Partial<CsvOptions>, string, string]>([
    [
      'another delimiter',
      'a;b\n1;2\n',
      {},
      'csv.delimiter',
      'choose the semicolon',
    ],
    [
      'a record of fewer values',
      'a,b\n1,2\n3\n',
      {},
      'format',
      'line 3 of the file has 1 value',
    ],
    [
      'a record of more values',
      'a,b\n1,2,3\n',
      {},
      'format',
      'line 2 of the file has 3 value',
    ],
    ['an open quote', 'a,b\n1,"x\n', {}, 'format', 'is not readable as CSV'],
  ])('refuses %s', (_, text, options, field, message) => {
    expect(() => sample(text, options)).toThrow(
      expect.objectContaining({
        field,
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each(['', 'a,b\n'])('finds no rows in %j', text =>
    expect(() => sample(text)).toThrow(EmptySourceError),
  );
});

describe('decimalMarkOf', () => {
  it.each<[string[][], string]>([
    [[['1,50', '2']], ','],
    [[['1,50'], ['x']], ','],
    [[['1,50'], ['1.5']], '.'],
    [[['1,234', '5,678']], '.'],
    [[['1', '2']], '.'],
    [[], '.'],
  ])('of %j is %s', (columns, mark) =>
    expect(decimalMarkOf(columns)).toBe(mark),
  );
});
