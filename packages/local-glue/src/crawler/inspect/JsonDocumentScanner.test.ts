import { parseJsonPath } from '../jsonPath';
import { JsonDocumentScanner } from './JsonDocumentScanner';

/** The columns of the records at a path, in chunks of so many bytes. */
function columnsOf(path: string, text: string | Buffer, size = 64 * 1024) {
  const scanner = new JsonDocumentScanner(parseJsonPath(path));
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

const shops = `{
  "at": "2024-01-01",
  "shops": [
    {"name": "No}rth", "sold": [{"id": 1}, {"id": 2.5}]},
    {"name": "S\\"]outh", "sold": []}
  ],
  "by id": {"7": {"name": "x"}, "8": {"name": "y", "open": true}}
}
`;

describe('JsonDocumentScanner', () => {
  it.each<[string, string, string[], number]>([
    ['$', '[{"a": 1},\n {"a": 2}]', ['array array<struct<a:int>>'], 1],
    ['$', '[]', ['array array<string>'], 1],
    ['$', '[1]\n[2.5]\n', ['array array<double>'], 2],
    ['$', '{\n "a": 1\n}\n{\n "b": "x"\n}', ['a int', 'b string'], 2],
    ['$[*]', '[{"a": 1},\n {"a": 2, "b": null}]', ['a int', 'b string'], 2],
    ['$[*]', '\ufeff [ 1 , 2 ] ', ['record int'], 2],
    ['$[*]', '["x", null]', ['record string'], 2],
    ['$[*]', '[[1], [2]]', ['array array<int>'], 2],
    ['$[*]', '[{"a": 1}, 2]', ['record string'], 2],
    ['$[*]', '[{"a": 1}, null]', ['record struct<a:int>'], 2],
    ['$[1]', '[{"a": 1}, {"b": 2}]', ['b int'], 1],
    ['$.shops[*]', shops, ['name string', 'sold array<struct<id:double>>'], 2],
    [
      '$.shops',
      shops,
      ['array array<struct<name:string,sold:array<struct<id:double>>>>'],
      1,
    ],
    ['$.shops[*].sold[*]', shops, ['id double'], 2],
    ['$.shops[*].sold[*].id', shops, ['record double'], 2],
    ["$['by id'].*", shops, ['name string', 'open boolean'], 2],
    ['$.at', `${shops}{"at": "x"}`, ['record string'], 2],
    ['$.id', '{"id": 1}\n{"other": 1}\n{"id": 3}\n', ['record int'], 2],
    ['$.missing', shops, [], 0],
    ['$.at.deeper', shops, [], 0],
    ['$', '', [], 0],
    ['$', '1 "x]" true', ['record string'], 3],
  ])('reads at %s of %j', (path, text, columns, records) => {
    for (const size of [1024, 7, 1]) {
      expect(columnsOf(path, text, size)).toEqual({ columns, records });
    }
  });

  it.each<[string | Buffer, string]>([
    ['[{"a": 1},\n {"a": }]', 'its line 2 is no JSON: "}]" is unexpected'],
    ['{"a": 1}\n\n{"a": 1\n', 'its line 4 is no JSON: it ends in the middle'],
    ['[1, 2', 'it ends in the middle of a value'],
    ['[1, 2]]', '"]" is unexpected'],
    ['[1 2]', '"2]" is unexpected'],
    ['"x', 'it ends in the middle of a value'],
    ['['.repeat(200), 'nested more than 100 levels'],
    [Buffer.from('["\xe4"]', 'latin1'), 'not UTF-8'],
  ])('refuses %j', (text, reason) => {
    expect(() => columnsOf('$[*]', text)).toThrow(reason);
  });

  it('reads any number of documents, and none that is too long', () => {
    const scanner = new JsonDocumentScanner(parseJsonPath('$.a'));
    const line = Buffer.from(`{"a": "${'x'.repeat(1024 * 1024)}"}\n`);
    for (let count = 0; count < 40; count++) scanner.write(line);
    expect(scanner.records).toBe(40);
    const open = Buffer.alloc(1024 * 1024, ' ');
    scanner.write(Buffer.from('{'));
    expect(() => {
      for (let count = 0; count < 40; count++) scanner.write(open);
    }).toThrow('one of its JSON documents has more than 33554432 bytes');
  });
});
