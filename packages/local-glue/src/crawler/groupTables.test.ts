import { CrawledFile, groupTables } from './groupTables';

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
const group = (target: string, ...files: (CrawledFile | string)[]) =>
  groupTables(
    files.map(item => (typeof item === 'string' ? file(item) : item)),
    target,
    'my-bucket',
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
      'folders below the target, though of one schema',
      'raw/',
      ['raw/hiring/1', 'raw/covid/2'],
      ['hiring | raw/hiring/', 'covid | raw/covid/'],
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
      ['a | p/t/a/', 'b | p/t/b/ | partition_0 | c'],
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
    expect(group(target, ...files)).toEqual(expected);
  });
});
