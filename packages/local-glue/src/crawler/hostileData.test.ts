import { DuckDBInstance } from '@duckdb/node-api';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { BucketStore } from '../buckets/BucketStore';
import type { CrawledTable } from './CrawlExecutor';
import { DuckDbCrawler } from './DuckDbCrawler';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Files that nobody would write on purpose. */
describe('a crawl of hostile data', () => {
  let dataDir: string;
  let buckets: BucketStore;
  let lines: string[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-hostile-'));
    buckets = new BucketStore(dataDir);
    buckets.create('data');
    lines = [];
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  const crawl = (onLine: (line: string) => void = () => {}) =>
    new DuckDbCrawler(buckets, log).crawl({
      crawlerName: 'c',
      tablePrefix: '',
      targets: [{ path: 's3://data/t/', exclusions: [] }],
      classifiers: [],
      grouping: { combineCompatibleSchemas: false },
      signal: new AbortController().signal,
      log(line) {
        lines.push(line);
        onLine(line);
      },
    });
  const put = (key: string, content: string | Uint8Array) =>
    buckets.put('data', key, content);
  const columns = ({ storageDescriptor }: CrawledTable) =>
    storageDescriptor.Columns.map(({ Name, Type }) => `${Name} ${Type}`).join();
  const warnings = () => lines.filter(line => line.startsWith('WARN'));

  const putParquet = async (key: string) => {
    await put(key, '');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT range AS id FROM range(3)) TO '${buckets.path('data', key)}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
  };

  it.each<[string, string, string | Uint8Array, string]>([
    [
      'corrupt Parquet',
      'b.parquet',
      'PAR1 and nothing else',
      'No magic bytes found at end of file',
    ],
    [
      'a truncated gzip',
      'b.csv.gz',
      gzipSync('a,b\n1,2\n').subarray(0, 14),
      'its gzip is damaged: unexpected end of file',
    ],
    [
      'what only begins like gzip',
      'b.gz',
      Buffer.from([0x1f, 0x8b, 1, 2, 3]),
      'its gzip is damaged',
    ],
    ['binary junk', 'b.bin', Buffer.from([0x80, 0xff, 0, 0x99]), 'neither CSV'],
    [
      'invalid UTF-8',
      'b.csv',
      Buffer.from('a,b\n1,\xe4\n', 'latin1'),
      'not UTF-8',
    ],
    [
      'invalid UTF-8 far below',
      'b.csv',
      Buffer.concat([
        Buffer.from('a,b\n'),
        Buffer.alloc(300_000, '1,2\n'),
        Buffer.from([0xe4]),
      ]),
      'not UTF-8',
    ],
    [
      'JSON that ends in the middle',
      'b.json',
      '{"a": 1}\n{"a": ',
      'its line 2 is no JSON: it ends in the middle of an object',
    ],
    ['Avro', 'b.avro', 'Obj\x01abc', 'it is Avro'],
  ])('leaves %s out and says so', async (_what, name, content, reason) => {
    await putParquet('t/a.parquet');
    await put(`t/${name}`, content);
    await putParquet('t/c.parquet');
    const { tables, unclassified } = await crawl();
    expect(tables.map(table => table.parameters.recordCount)).toEqual(['6']);
    expect(unclassified).toEqual([`s3://data/t/${name}`]);
    expect(warnings()).toEqual([
      expect.stringMatching(
        `^WARN s3://data/t/${name} is left out: .*${reason}`,
      ),
    ]);
  });

  it('fails when nothing at all can be classified', async () => {
    await put('t/a.bin', Buffer.from([0]));
    await put('t/b.bin', Buffer.from([0]));
    await expect(crawl()).rejects.toThrow(
      /^s3:\/\/data\/t\/a.bin cannot be read: it is neither .* \(and 1 more objects/,
    );
  });

  it('fails when the machine keeps a file from being read, and names it', async () => {
    await put('t/a.csv', 'a,b\n1,2\n');
    await put('t/b.csv', 'a,b\n1,2\n');
    // What a disk or permissions may refuse differs by machine and user; this does not.
    const path = buckets.path('data', 't/b.csv');
    const crawled = crawl(line => {
      if (line.includes('has 2 objects')) {
        rmSync(path);
        mkdirSync(path);
      }
    });
    await expect(crawled).rejects.toThrow(
      's3://data/t/b.csv cannot be read: EISDIR',
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    ['an empty folder', async () => mkdirSync(join(buckets.root, 'data/t'))],
    ['no folder', async () => {}],
    ['an empty file', () => put('t/a.csv', '')],
    [
      'a broken link',
      async () => {
        mkdirSync(join(buckets.root, 'data/t'));
        symlinkSync('/nowhere', join(buckets.root, 'data/t/a.csv'));
      },
    ],
  ])('finds nothing in %s', async (_what, prepare) => {
    await prepare();
    expect(await crawl()).toEqual({
      tables: [],
      folders: [],
      unclassified: [],
    });
    expect(warnings()).toEqual([
      expect.stringContaining('s3://data/t/ has no objects to crawl'),
    ]);
  });

  it('takes file and folder names as they are', async () => {
    const names = [
      'it\'s "q".csv',
      'line\nbreak.csv',
      '*[a]?.csv',
      'größe 😀.csv',
      '%2e.csv',
    ];
    for (const name of names) await put(`t/${name}`, 'id,v\n1,2\n');
    const json = names.map(name => name.replace('csv', 'json'));
    for (const name of json) await put(`t/j/${name}`, '{"a": 1}\n');
    const { tables, folders } = await crawl();
    expect(
      tables.map(table => [columns(table), table.parameters.objectCount]),
    ).toEqual([
      ['id bigint,v bigint', '5'],
      ['a int', '5'],
    ]);
    expect(folders).toEqual(['s3://data/t/', 's3://data/t/j/']);
  });

  it('reads the values of partitions out of their encoded folders', async () => {
    for (const folder of ['k=a%2Fb%3D1/', 'k=%zz/', 'k=ü 1/', 'k=/']) {
      await put(`t/${folder}x.csv`, 'id,v\n1,2\n');
    }
    const { tables } = await crawl();
    const [{ partitions }] = tables;
    expect(
      partitions.map(({ values, storageDescriptor }) => [
        values.join(),
        storageDescriptor.Location,
      ]),
    ).toEqual(
      [
        ['%zz', 's3://data/t/k=%zz/'],
        ['', 's3://data/t/k=/'],
        ['a/b=1', 's3://data/t/k=a%2Fb%3D1/'],
        ['ü 1', 's3://data/t/k=ü 1/'],
      ].sort(),
    );
  });

  it('knows JSON with nested and conflicting types', async () => {
    await put(
      't/a.json',
      [
        '{"a": 1, "b": {"c": [1, 2], "d": 3000000000}, "e": 1, "f": null, "g": [{"h": 1}], "o": 1}',
        '{"a": "x", "b": {"c": [3.5], "x": 1}, "e": {"y": 1}, "f": null, "g": [{"i": 5000000000}], "o": 1.5}',
      ].join('\n'),
    );
    const { tables } = await crawl();
    expect(columns(tables[0])).toBe(
      'a string,b struct<c:array<double>,d:bigint,x:int>,e string,f string,g array<struct<h:int,i:bigint>>,o double',
    );
  });

  it('stays small and quick with 10,000 columns', async () => {
    const header = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const line = header.map((_, index) => (index % 7 ? index : `x${index}`));
    await put('t/wide.csv', `${header}\n`.concat(`${line}\n`.repeat(50)));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { tables } = await crawl();
    delay.disable();
    const { Columns } = tables[0].storageDescriptor;
    expect(Columns).toHaveLength(10_000);
    expect(Columns.slice(0, 2)).toEqual([
      { Name: 'c0', Type: 'string' },
      { Name: 'c1', Type: 'bigint' },
    ]);
    expect(tables[0].parameters.recordCount).toBe('50');
    // Nanoseconds. Other work waits for one step at a time, not for the crawl.
    expect(delay.max).toBeLessThan(1e9);
  });

  it('counts 10,000 small files', async () => {
    const folder = join(buckets.root, 'data/t');
    mkdirSync(folder);
    for (let index = 0; index < 10_000; index++) {
      writeFileSync(join(folder, `${index}.csv`), `id,v\n${index},x\n`);
    }
    const { tables } = await crawl();
    expect(tables[0].parameters).toMatchObject({
      objectCount: '10000',
      recordCount: '10000',
    });
  }, 60_000);
});
