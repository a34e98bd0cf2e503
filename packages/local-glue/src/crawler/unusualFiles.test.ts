import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { BucketStore } from '../buckets/BucketStore';
import type { CrawlRequest } from './CrawlExecutor';
import type { CsvClassifier } from './CsvClassifier';
import { DuckDbCrawler } from './DuckDbCrawler';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** What becomes of a file that is alone below a crawler's target: a table, or a message. */
describe('a crawl of a single file', () => {
  let dataDir: string;
  let buckets: BucketStore;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-unusual-'));
    buckets = new BucketStore(dataDir);
    buckets.create('data');
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  /** `column type,...; records`, or the message. */
  const crawled = async (
    content: string | Uint8Array,
    classifiers: CrawlRequest['classifiers'] = [],
  ) => {
    await buckets.put('data', 't/file', content);
    const lines: string[] = [];
    const crawl = new DuckDbCrawler(buckets, log).crawl({
      crawlerName: 'c',
      tablePrefix: '',
      targets: [{ path: 's3://data/t/', exclusions: [] }],
      classifiers,
      grouping: { combineCompatibleSchemas: false },
      signal: new AbortController().signal,
      log: line => void lines.push(line),
    });
    try {
      const { tables } = await crawl;
      if (tables.length === 0) return lines.join('\n');
      const [{ storageDescriptor, parameters }] = tables;
      const columns = storageDescriptor.Columns.map(
        ({ Name, Type }) => `${Name} ${Type}`,
      );
      return `${columns.join()}; ${parameters.recordCount}`;
    } catch (error) {
      return (error as Error).message;
    }
  };

  const csv = (members: Partial<CsvClassifier> = {}): CsvClassifier => ({
    kind: 'csv',
    name: 'mine',
    containsHeader: 'UNKNOWN',
    allowSingleColumn: false,
    disableValueTrimming: true,
    ...members,
  });

  // AWS Glue Developer Guide, "Built-in CSV classifier".
  it.each<[string, string | Uint8Array, string]>([
    [
      'names with blanks, capitals, signs and digits at the front',
      'Shop No,Opened At,Übergröße [m²],Price/Unit,1st?,a.b\n7,2024-05-01,1.5,2.5,true,x\n8,2024-05-02,2,3.5,false,y\n',
      'shop no bigint,opened at string,übergröße [m²] double,price/unit double,1st? boolean,a.b string; 2',
    ],
    [
      'texts only: no header is recognised',
      'name,city\nann,paris\nben,rome\n',
      'col0 string,col1 string; 3',
    ],
    ['numbers only: no header', '1,2\n3,4\n', 'col0 bigint,col1 bigint; 2'],
    [
      'a first line with a number',
      'id,2024\n1,2\n2,3\n',
      'col0 string,col1 bigint; 3',
    ],
    [
      'a truth value among the names',
      'id,true\n1,false\n',
      'col0 string,col1 boolean; 2',
    ],
    [
      'a name of 150 characters',
      `${'n'.repeat(150)},v\n1,2\n`,
      'col0 string,col1 string; 2',
    ],
    [
      'a last name of 150 characters',
      `v,${'n'.repeat(150)}\n1,2\n`,
      `v bigint,${'n'.repeat(150)} bigint; 1`,
    ],
    [
      'a delimiter behind the last column',
      'id,v,\n1,2,\n3,4,\n',
      'id bigint,v bigint,col2 string; 2',
    ],
    [
      'an empty name in the middle: no header',
      'id,,v\n1,2,3\n',
      'col0 string,col1 bigint,col2 string; 2',
    ],
    [
      'names that are there twice',
      'id,v,V,id,id_2\n1,2,3,4,5\n',
      'id bigint,v bigint,v_2 bigint,id_3 bigint,id_2 bigint; 1',
    ],
    ['semicolons', 'id;v\n1;2,5\n2;3,5\n', 'id bigint,v string; 2'],
    ['control characters', 'id\u0001v\n1\u00012\n', 'id bigint,v bigint; 1'],
    [
      'codes and dates',
      'code,at\n007,2024-01-01\n',
      'col0 string,col1 string; 2',
    ],
    ['a byte order mark', '\ufeffid,v\n1,2\n', 'id bigint,v bigint; 1'],
    ['gzip', gzipSync('id,v\n1,2\n'), 'id bigint,v bigint; 1'],
    [
      'bzip2',
      Buffer.from(
        'QlpoOTFBWSZTWWt6UfEAAAXZgAAQAAQ4AAQgAQAgADEMCCGTCVNmOAUnxdyRThQkGt6UfEA=',
        'base64',
      ),
      's3://data/t/file cannot be read: it is bzip2, which local-glue does not crawl; CSV, JSON and Parquet are',
    ],
    [
      'Zstandard',
      zstdCompressSync('id,v\n1,2\n'),
      's3://data/t/file cannot be read: it is Zstandard, which local-glue does not crawl; CSV, JSON and Parquet are',
    ],
    [
      'ISO-8859-1',
      Buffer.from('größe,v\n1,2\n', 'latin1'),
      's3://data/t/file cannot be read: its text is not UTF-8; convert it first',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffid,v\n1,2\n', 'utf16le'),
      's3://data/t/file cannot be read: its text is UTF-16, not UTF-8; convert it first',
    ],
    [
      'no bytes',
      '',
      'WARN s3://data/t/ has no objects to crawl: its 1 objects are empty, hidden or excluded',
    ],
    [
      'a header only',
      'id,v\n',
      "s3://data/t/file cannot be read: it is text of a single line, and Glue's built-in CSV classifier wants at least two. Name a CSV classifier in the crawler to have it read all the same.",
    ],
    [
      'a single column',
      'id\n1\n2\n',
      "s3://data/t/file cannot be read: it is text of a single column, and Glue's built-in CSV classifier wants at least two. Name a CSV classifier with AllowSingleColumn in the crawler to have it read all the same.",
    ],
    ['blank lines around', '\n\nid,v\n\n1,2\n\n', 'id bigint,v bigint; 1'],
  ])('as CSV with %s', async (_what, content, expected) => {
    expect(await crawled(content)).toBe(expected);
  });

  // AWS Glue Developer Guide, "Writing CSV custom classifiers".
  it.each<[string, string, Partial<CsvClassifier>, string]>([
    [
      'a header of texts',
      'name,city\nann,paris\n',
      { containsHeader: 'PRESENT' },
      'name string,city string; 1',
    ],
    [
      'no header where one is recognised',
      'id,v\n1,2\n',
      { containsHeader: 'ABSENT' },
      'col0 string,col1 string; 2',
    ],
    [
      'a header only',
      'id,v\n',
      { containsHeader: 'PRESENT' },
      'id string,v string; 0',
    ],
    [
      'a single column',
      'id\n1\n2\n',
      { containsHeader: 'PRESENT', allowSingleColumn: true },
      'id bigint; 2',
    ],
    [
      'a single column that is not allowed',
      'id\n1\n2\n',
      { containsHeader: 'PRESENT' },
      "s3://data/t/file cannot be read: it is text of a single column, and Glue's built-in CSV classifier wants at least two. Name a CSV classifier with AllowSingleColumn in the crawler to have it read all the same.",
    ],
    [
      'names that are there twice',
      'a,a\nx,y\n',
      { containsHeader: 'PRESENT' },
      'a string,a_2 string; 1',
    ],
    [
      'values with blanks around that are not trimmed',
      'a,b\n 1,2\n',
      { containsHeader: 'PRESENT' },
      'a string,b bigint; 1',
    ],
    [
      'values with blanks around that are trimmed',
      'a,b\n 1,2\n',
      { containsHeader: 'PRESENT', disableValueTrimming: false },
      'a bigint,b bigint; 1',
    ],
    [
      'another quote',
      "a,b\n'1,5',2\n",
      { containsHeader: 'PRESENT', quoteSymbol: "'" },
      'a string,b bigint; 1',
    ],
    [
      'another delimiter',
      'a~b\n1~2\n',
      { delimiter: '~' },
      'a bigint,b bigint; 1',
    ],
    [
      'a delimiter that is not there: the built-in one decides',
      'a,b\n1,2\n',
      { delimiter: '~', containsHeader: 'ABSENT' },
      'a bigint,b bigint; 1',
    ],
    [
      'names',
      'a,b\n1,2\n',
      { containsHeader: 'PRESENT', header: ['Order', 'Sum Total'] },
      'order bigint,sum total bigint; 1',
    ],
  ])(
    'by a CSV classifier for %s',
    async (_what, content, members, expected) => {
      expect(await crawled(content, [csv(members)])).toBe(expected);
    },
  );

  it('lets the first classifier decide that recognises it', async () => {
    const classifiers = [
      csv({ delimiter: '~' }),
      { kind: 'json', name: 'j', jsonPath: '$' } as const,
      csv({ containsHeader: 'ABSENT', header: ['x', 'y'] }),
      csv({ containsHeader: 'PRESENT' }),
    ];
    expect(await crawled('a,b\n1,2\n', classifiers)).toBe(
      'x string,y string; 2',
    );
  });

  // AWS Glue Developer Guide, "Writing JSON custom classifiers".
  const places = `[
  {"place": "Lyon", "visits": [{"no": 1}, {"no": 2}]},
  {"place": "Graz", "visits": []}
]`;

  it.each<[string, string | Uint8Array, string[], string]>([
    [
      'an array without a classifier',
      places,
      [],
      'array array<struct<place:string,visits:array<struct<no:int>>>>; 1',
    ],
    [
      'its elements',
      places,
      ['$[*]'],
      'place string,visits array<struct<no:int>>; 2',
    ],
    ['elements within', gzipSync(places), ['$[*].visits[*]'], 'no int; 2'],
    ['values', places, ['$[*].place'], 'record string; 2'],
    [
      'what another classifier finds',
      places,
      ['$.x', '$[0]'],
      'place string,visits array<struct<no:int>>; 1',
    ],
    [
      'what no classifier finds: the built-in one decides',
      '{"a": 1}\n',
      ['$.x', '$[*]'],
      'a int; 1',
    ],
    ['an object over several lines', '{\n "a": 1\n}\n', ['$'], 'a int; 1'],
    [
      'an object over several lines without a classifier',
      '{\n "a": 1\n}\n',
      [],
      's3://data/t/file cannot be read: its line 1 is no JSON: it ends in the middle of an object (each object has to be on a line of its own; a JSON classifier of the crawler reads others)',
    ],
    [
      'a broken array',
      '[{"a": 1},\n {"a": ]',
      ['$[*]'],
      's3://data/t/file cannot be read: its line 2 is no JSON: "]" is unexpected',
    ],
  ])('as JSON: %s', async (_what, content, paths, expected) => {
    expect(
      await crawled(
        content,
        paths.map(jsonPath => ({ kind: 'json', name: jsonPath, jsonPath })),
      ),
    ).toBe(expected);
  });

  it('keeps the JSON path in the table', async () => {
    await buckets.put('data', 't/file', places);
    const { tables } = await new DuckDbCrawler(buckets, log).crawl({
      crawlerName: 'c',
      tablePrefix: '',
      targets: [{ path: 's3://data/t/', exclusions: [] }],
      classifiers: [{ kind: 'json', name: 'j', jsonPath: '$[*]' }],
      grouping: { combineCompatibleSchemas: false },
      signal: new AbortController().signal,
      log: () => {},
    });
    expect(tables[0].parameters).toMatchObject({
      classification: 'json',
      jsonPath: '$[*]',
    });
    expect(tables[0].storageDescriptor).toMatchObject({
      Parameters: { jsonPath: '$[*]' },
      SerdeInfo: { Parameters: { paths: 'place,visits' } },
    });
  });
});
