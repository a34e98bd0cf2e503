import { csvColumns } from './csvColumns';
import { EmptySourceError, SourceError } from './SourceError';

const COMMA = { header: true, delimiter: ',' };

describe('csvColumns', () => {
  it.each([
    ['a header', 'a,b\n1,2\n', COMMA, ['a', 'b']],
    [
      'Windows line ends and a byte order mark',
      '\uFEFFa,b\r\n1,2\r\n',
      COMMA,
      ['a', 'b'],
    ],
    ['quoted names', '"a,x","b ""y"""\n1,2', COMMA, ['a,x', 'b "y"']],
    [
      'another delimiter',
      'a;b\n1;2',
      { header: true, delimiter: ';' },
      ['a', 'b'],
    ],
    [
      'no header',
      '1,2,3\n',
      { header: false, delimiter: ',' },
      ['col0', 'col1', 'col2'],
    ],
    ['a single column', 'a\n1\n', COMMA, ['a']],
  ])('reads %s', (_, text, options, expected) =>
    expect(csvColumns(text, true, options)).toEqual(expected),
  );

  it.each([
    ['half a header', 'a,b'],
    ['a quote that the sample cuts', 'a,b\n"1'],
  ])('asks for more of a file after %s', (_, text) =>
    expect(csvColumns(text, false, COMMA)).toBeUndefined(),
  );

  it.each([
    ['no line', '', COMMA, 'has no rows'],
    ['only a header', 'a,b\n', COMMA, 'has a header but no rows'],
    [
      'only blank lines',
      '\n\n',
      { header: false, delimiter: ',' },
      'has no rows',
    ],
  ])('rejects a file with %s', (_, text, options, message) => {
    const read = () => csvColumns(text, true, options);
    expect(read).toThrow(EmptySourceError);
    expect(read).toThrow(message);
  });

  it('names the delimiter that the file evidently has', () => {
    const read = () => csvColumns('a;b\n1;2\n', true, COMMA);
    expect(read).toThrow(SourceError);
    expect(read).toThrow(
      'is comma, and the first line has only one value with it but contains a semicolon: choose the semicolon',
    );
  });
});
