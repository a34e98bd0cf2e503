import { CrawledFile, Grouping, groupTables } from './groupTables';

/** Letters are columns: `ab` has the columns a and b. */
const file = (key: string, columns = 'abc'): CrawledFile => ({
  key,
  size: 10,
  recordCount: 1,
  schema: {
    format: 'parquet',
    compression: 'none',
    columns: [...columns].map(name => ({ name, type: 'int' })),
  },
});

/** Name, location, partition keys and the values of the partitions. */
const group = (
  target: string,
  files: (CrawledFile | string)[],
  grouping: Partial<Grouping> = {},
) =>
  groupTables(
    files.map(item => (typeof item === 'string' ? file(item) : item)),
    target,
    'my-bucket',
    { combineCompatibleSchemas: false, ...grouping },
  ).map(({ name, location, partitionKeys, partitions }) =>
    [
      name,
      location,
      ...(partitionKeys.length > 0
        ? [partitionKeys.join(), partitions.map(p => p.values.join()).join(' ')]
        : []),
    ].join(' | '),
  );

describe('groupTables', () => {
  it.each<[string, string, (CrawledFile | string)[], string[]]>([
    ['files of a folder', 'raw/x/', ['raw/x/1', 'raw/x/2'], ['x | raw/x/']],
    ['files of a bucket', '', ['1', '2'], ['my-bucket | ']],
    [
      'folders below the target, of one schema',
      'raw/',
      ['raw/table1/p1/1', 'raw/table2/p2/2'],
      ['raw | raw/ | partition_0,partition_1 | table1,p1 table2,p2'],
    ],
    [
      'folders below the target, of different schemas',
      'raw/',
      ['raw/hiring/1', file('raw/covid/2', 'xyz')],
      ['hiring | raw/hiring/', 'covid | raw/covid/'],
    ],
    [
      'a single partition',
      'sales/',
      ['sales/year=2019/month=Jan/1', 'sales/year=2019/month=Feb/2'],
      ['sales | sales/ | year,month | 2019,Jan 2019,Feb'],
    ],
    ['a single folder below the target', 'raw/', ['raw/x/1'], ['x | raw/x/']],
    [
      'partitions by key=value',
      'p/',
      ['p/t/month=2001-01/1', 'p/t/month=2001-02/2'],
      ['t | p/t/ | month | 2001-01 2001-02'],
    ],
    [
      'partitions directly below the target',
      'p/t/',
      ['p/t/y=1/m=1/1', 'p/t/y=1/m=2/2'],
      ['t | p/t/ | y,m | 1,1 1,2'],
    ],
    [
      'escaped values',
      'p/t/',
      ['p/t/at=12%3A30/1', 'p/t/at=100%/2'],
      ['t | p/t/ | at | 12:30 100%'],
    ],
    [
      'partitions without names',
      'p/',
      ['p/t/2024/01/1', 'p/t/2024/02/2', 'p/t/2025/01/3'],
      ['t | p/t/ | partition_0,partition_1 | 2024,01 2024,02 2025,01'],
    ],
    [
      'named and unnamed levels',
      'p/',
      ['p/t/y=1/eu/1', 'p/t/y=1/us/2'],
      ['t | p/t/ | y,partition_0 | 1,eu 1,us'],
    ],
    [
      'folders of different schemas',
      'p/',
      ['p/t/a/1', file('p/t/b/2', 'xyz')],
      ['a | p/t/a/', 'b | p/t/b/'],
    ],
    [
      'folders of different depth',
      'p/',
      ['p/t/a/1', 'p/t/b/c/2'],
      ['a | p/t/a/', 'c | p/t/b/c/'],
    ],
    [
      'partitions that do not agree on their name',
      'p/t/',
      ['p/t/y=1/1', 'p/t/z=1/2'],
      ['y=1 | p/t/y=1/', 'z=1 | p/t/z=1/'],
    ],
    ['files beside folders', 'p/', ['p/1', 'p/t/2'], ['p | p/', 't | p/t/']],
    [
      'files of different schemas in one folder',
      'p/x/',
      [file('p/x/a.csv', 'abc'), file('p/x/b.csv', 'xyz')],
      ['a.csv | p/x/a.csv', 'b.csv | p/x/b.csv'],
    ],
  ])('%s', (_what, target, files, expected) => {
    expect(group(target, files)).toEqual(expected);
  });

  /** "Creating a single schema for each Amazon S3 include path" (AWS Glue Developer Guide). */
  it.each<[boolean, string[]]>([
    [false, ['year=2017 | table1/year=2017/', 'year=2018 | table1/year=2018/']],
    [true, ['table1 | table1/ | year | 2017 2018']],
  ])(
    'with CombineCompatibleSchemas %p',
    (combineCompatibleSchemas, expected) => {
      const files = [
        file('table1/year=2017/data1.json', 'ab'),
        file('table1/year=2018/data2.json', 'cd'),
      ];
      expect(group('table1/', files, { combineCompatibleSchemas })).toEqual(
        expected,
      );
    },
  );

  /** "Specifying the table location and partitioning level": for mydataset/year/month, level 3 is the month. */
  it.each<[number, string[]]>([
    [
      1,
      [
        'my-bucket |  | partition_0,partition_1,partition_2 | a,b,c a,b,d a,e,c',
      ],
    ],
    [2, ['a | a/ | partition_0,partition_1 | b,c b,d e,c']],
    [3, ['b | a/b/ | partition_0 | c d', 'e | a/e/ | partition_0 | c']],
    [4, ['c | a/b/c/', 'd | a/b/d/', 'c | a/e/c/']],
  ])('at table level %d', (tableLevel, expected) => {
    const files = ['a/b/c/1', 'a/b/d/2', 'a/e/c/3'];
    expect(group('', files, { tableLevel })).toEqual(expected);
  });

  it('counts the levels from the bucket', () => {
    expect(group('a/', ['a/b/c/1', 'a/e/c/3'], { tableLevel: 3 })).toEqual([
      'b | a/b/ | partition_0 | c',
      'e | a/e/ | partition_0 | c',
    ]);
  });
});
