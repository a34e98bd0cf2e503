import { JsonLinesScanner } from './JsonLinesScanner';

/** The columns of JSON lines that come in chunks of so many bytes. */
function columnsOf(text: string | Buffer, size = 64 * 1024) {
  const scanner = new JsonLinesScanner();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    scanner.write(bytes.subarray(at, at + size));
  }
  scanner.end();
  return {
    columns: scanner.type.columns().map(({ name, type }) => `${name} ${type}`),
    records: scanner.records,
  };
}

describe('JsonLinesScanner', () => {
  it.each<[string, string[], number]>([
    ['{"a": 1, "b": "x"}\n', ['a int', 'b string'], 1],
    ['{"a":1}\r\n\r\n{"a":2}', ['a int'], 2],
    ['\ufeff{"a": 1}\n', ['a int'], 1],
    ['{"a": 2147483647}\n{"a": -2147483648}', ['a int'], 2],
    ['{"a": 1}\n{"a": 2147483648}\n', ['a bigint'], 2],
    ['{"a": 9223372036854775808}\n', ['a double'], 1],
    ['{"a": 1}\n{"a": 1.0}\n', ['a double'], 2],
    ['{"a": -1.5e-3}\n', ['a double'], 1],
    ['{"a": true}\n{"a": false}\n', ['a boolean'], 2],
    ['{"a": true}\n{"a": 1}\n', ['a string'], 2],
    ['{"a": "2024-01-02", "b": "12:30"}\n', ['a string', 'b string'], 1],
    ['{"a": null}\n', ['a string'], 1],
    ['{"a": null}\n{"a": 1}\n', ['a int'], 2],
    ['{"a": [], "b": {}}\n', ['a array<string>', 'b string'], 1],
    ['{"a": [1, 2.5, null]}\n', ['a array<double>'], 1],
    ['{"a": [[1], [5000000000]]}\n', ['a array<array<bigint>>'], 1],
    [
      '{"a": {"b": 1}}\n{"a": {"c": []}}\n',
      ['a struct<b:int,c:array<string>>'],
      2,
    ],
    ['{"a": {"b": 1}}\n{"a": [1]}\n', ['a string'], 2],
    ['{"a": {"b": 1}}\n{"a": 1}\n', ['a string'], 2],
    [
      '{"a b": 1, "\\u00e4\\"": 1, "größe": 1}\n',
      ['a b int', 'ä" int', 'größe int'],
      1,
    ],
    ['{ "a" : [ 1 , 2 ] , "b" : { } }  \n', ['a array<int>', 'b string'], 1],
    ['{"a": "\\\\", "b": "\\"}"}\n', ['a string', 'b string'], 1],
    ['{}\n', [], 1],
  ])('reads %j, however it is cut', (text, columns, records) => {
    for (const size of [64, 7, 3]) {
      expect(columnsOf(text, size)).toEqual({ columns, records });
    }
  });

  it.each([
    ['{"a": 1}\n{"a": ', 'its line 2 is no JSON: it ends in the middle'],
    ['{\n  "a": 1\n}\n', 'each object has to be on a line of its own'],
    ['{"a": 1}\nno json\n', 'its line 2 is no JSON: it is no object'],
    ['{"a": 1} {"a": 2}\n', 'at column 10 "{\\"a\\": 2}" is unexpected'],
    ['{"a" 1}\n', 'at column 6'],
    ['{a: 1}\n', 'at column 2'],
    ['{"a": 01}\n', 'unexpected'],
    ['{"a": +1}\n', 'unexpected'],
    ['{"a": .5.}\n', 'unexpected'],
    ['{"a": nul}\n', 'unexpected'],
    ['{"a": 1,}\n', 'unexpected'],
    ['{"a": "x\t"}\n', 'unexpected'],
    ['{"\\x": 1}\n', 'unexpected'],
    ['{"a": [1 2]}\n', 'unexpected'],
    [`{"a":${'['.repeat(200)}`, 'nested more than 100 levels'],
    [Buffer.from('{"a": "\xe4"}\n', 'latin1'), 'not UTF-8'],
  ])('refuses %j', (text, reason) => {
    expect(() => columnsOf(text)).toThrow(reason);
  });

  it('refuses more members than a table could have', () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `{"k${index}": 1}\n`,
    );
    expect(() => columnsOf(lines.join(''))).toThrow('more than 50000 members');
  });

  it('refuses a line without an end', () => {
    const scanner = new JsonLinesScanner();
    const chunk = Buffer.alloc(64 * 1024, '{');
    expect(() => {
      for (let count = 0; count < 1000; count++) scanner.write(chunk);
    }).toThrow('its line 1 is no JSON: it has more than 16777216 bytes');
  });
});
