import { jsonSample } from './jsonSample';
import { folderColumns, jsonColumns } from './textColumns';

const columnsOf = (...files: string[]) =>
  jsonColumns(files.map(text => jsonSample(text, true)!));

describe('jsonColumns', () => {
  it.each<[string, string[], object[]]>([
    ['numbers', ['{"a":1}\n{"a":2}\n'], [{ name: 'a', type: 'bigint' }]],
    [
      'numbers beyond doubles',
      ['{"a":12345678901234567890}\n'],
      [{ name: 'a', type: 'decimal', precision: 38, scale: 0 }],
    ],
    [
      'decimals',
      ['{"a":1.25}\n{"a":2}\n'],
      [{ name: 'a', type: 'decimal', precision: 18, scale: 2 }],
    ],
    ['numbers in quotes', ['{"a":"1"}\n'], [{ name: 'a', type: 'string' }]],
    ['dates', ['{"a":"2024-01-31"}\n'], [{ name: 'a', type: 'date' }]],
    ['truth', ['{"a":true}\n{"a":null}\n'], [{ name: 'a', type: 'boolean' }]],
    ['nested values', ['{"a":{"b":1}}\n'], [{ name: 'a', type: 'string' }]],
    [
      'values of several kinds over files',
      ['{"a":1}\n', '{"a":"x","B":2}\n'],
      [
        { name: 'a', type: 'string' },
        { name: 'b', key: 'B', type: 'bigint' },
      ],
    ],
  ])('types %s', (_, files, expected) => {
    const [columns] = [columnsOf(...files).columns];
    expect(columns).toEqual(
      expected.map(column => expect.objectContaining(column)),
    );
    expect(columns).toHaveLength(expected.length);
  });

  it('refuses keys that the catalog does not tell apart', () => {
    expect(() => columnsOf('{"Id":1,"id":2}\n')).toThrow('"id" twice');
  });

  it.each([
    ['[{"a":1}]\n', 'is an array: write one object a line'],
    ['[{"a":1},\n{"a":2}]\n', 'the file is one array: write one object a line'],
    ['{"a":1}\n7\n', 'line 2 of the file is not an object'],
  ])('refuses %j', (text, message) =>
    expect(() => columnsOf(text)).toThrow(message),
  );
});

describe('folderColumns', () => {
  it('types the values of folders', () => {
    expect(
      folderColumns([
        [
          ['Year', '2023'],
          ['zone', '01'],
          ['at', 'a%20b'],
        ],
        [
          ['Year', '__HIVE_DEFAULT_PARTITION__'],
          ['zone', '1'],
          ['at', 'c'],
        ],
      ]),
    ).toEqual([
      { name: 'year', type: 'bigint' },
      { name: 'zone', type: 'string' },
      { name: 'at', type: 'string' },
    ]);
  });
});
