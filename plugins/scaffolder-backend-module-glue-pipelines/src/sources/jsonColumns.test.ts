import { jsonColumns } from './jsonColumns';

describe('jsonColumns', () => {
  it('collects the keys of all objects in order', () => {
    expect(jsonColumns('{"a":1}\n\n{"b":{"c":2},"a":3}\r\n', true)).toEqual([
      'a',
      'b',
    ]);
  });

  it('leaves out a line that the sample cuts', () => {
    expect(jsonColumns('{"a":1}\n{"b":', false)).toEqual(['a']);
  });

  it('asks for more of a file whose first line is cut', () => {
    expect(jsonColumns('{"a":', false)).toBeUndefined();
  });

  it.each([
    ['nothing', '\n', 'has no rows'],
    ['an array', '[{"a":1}]', 'line 1 of the file is an array'],
    ['a number', '{"a":1}\n7', 'line 2 of the file is not an object'],
    [
      'an object over several lines',
      '{\n"a":1}',
      'line 1 of the file is not one whole JSON object',
    ],
  ])('rejects %s', (_, text, message) =>
    expect(() => jsonColumns(text, true)).toThrow(message),
  );
});
