import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BucketStore } from '../buckets/BucketStore';
import type { CrawledTable, CrawlRequest } from './CrawlExecutor';
import { DuckDbCrawler } from './DuckDbCrawler';

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('DuckDbCrawler', () => {
  let dataDir: string;
  let buckets: BucketStore;
  let crawler: DuckDbCrawler;
  let lines: string[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-crawler-'));
    buckets = new BucketStore(dataDir);
    buckets.create('data');
    crawler = new DuckDbCrawler(buckets, log);
    lines = [];
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  const findings = (path: string, members: Partial<CrawlRequest> = {}) =>
    crawler.crawl({
      crawlerName: 'covid-hiring-raw',
      tablePrefix: 'raw_',
      targets: [{ path, exclusions: [] }],
      classifiers: [],
      grouping: { combineCompatibleSchemas: false },
      signal: new AbortController().signal,
      log: line => void lines.push(line),
      ...members,
    });
  const crawl = async (path: string, members?: Partial<CrawlRequest>) =>
    (await findings(path, members)).tables;
  const put = (key: string, content: string | Uint8Array) =>
    buckets.put('data', key, content);
  const putParquet = async (key: string, query: string) => {
    await put(key, 'placeholder');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (${query}) TO '${buckets.path('data', key)}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
  };
  const columns = ({ storageDescriptor }: CrawledTable) =>
    storageDescriptor.Columns.map(({ Name, Type }) => `${Name} ${Type}`).join();

  it('makes a table of each folder below the target', async () => {
    await put(
      'raw/covid/cases.csv',
      'iso_code,location,date,New Cases,new cases,rate,tested\nUSA,"United States, the",2020-03-01,7,1,1.5,true\nFRA,France,01/03/2020,,2,2,false\n',
    );
    await put(
      'raw/hiring/overall.csv.part_00000',
      'post_date|count_id_indexed\n2020-03-01|12\n2020-03-02|13\n2020-03-03|14\n',
    );
    await put('raw/hiring/_SUCCESS', '');
    await put('raw/.hidden/x.csv', 'a\n');
    const [covid, hiring, ...others] = await crawl('s3://data/raw/');
    expect(others).toEqual([]);
    expect(columns(covid)).toBe(
      'iso_code string,location string,date string,new cases bigint,new cases_2 bigint,rate double,tested boolean',
    );
    expect(covid).toEqual({
      name: 'raw_covid',
      partitionKeys: [],
      partitions: [],
      parameters: covid.parameters,
      storageDescriptor: {
        Columns: covid.storageDescriptor.Columns,
        Location: 's3://data/raw/covid/',
        InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
        OutputFormat:
          'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        Compressed: false,
        NumberOfBuckets: -1,
        SerdeInfo: {
          SerializationLibrary: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
          Parameters: { separatorChar: ',', quoteChar: '"' },
        },
        BucketColumns: [],
        SortColumns: [],
        Parameters: covid.parameters,
        StoredAsSubDirectories: false,
      },
    });
    expect(hiring.name).toBe('raw_hiring');
    expect(columns(hiring)).toBe('post_date string,count_id_indexed bigint');
    expect(hiring.parameters).toEqual({
      CrawlerSchemaDeserializerVersion: '1.0',
      CrawlerSchemaSerializerVersion: '1.0',
      UPDATED_BY_CRAWLER: 'covid-hiring-raw',
      areColumnsQuoted: 'false',
      averageRecordSize: '23',
      classification: 'csv',
      columnsOrdered: 'true',
      compressionType: 'none',
      delimiter: '|',
      objectCount: '1',
      recordCount: '3',
      sizeKey: '69',
      'skip.header.line.count': '1',
      typeOfData: 'file',
    });
    expect(hiring.storageDescriptor.SerdeInfo).toEqual({
      SerializationLibrary:
        'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
      Parameters: { 'field.delim': '|' },
    });
    expect(lines[0]).toBe('s3://data/raw/ has 2 objects');
  });

  it('makes one table of partitioned Parquet, with partition keys as strings', async () => {
    for (const month of ['2001-01', '2001-02']) {
      await putParquet(
        `processed/flights/month=${month}/part-0.snappy.parquet`,
        "select 1::int as a, 2::tinyint as b, 3::bigint as c, 1.5::decimal(10,2) as d, now() as e, date '2001-01-01' as f, ['x'] as g, {'h': 1::float} as i, map {'k': true} as j from range(3)",
      );
    }
    await put('processed/flights/_SUCCESS', '');
    const [table, ...others] = await crawl('s3://data/processed/');
    expect(others).toEqual([]);
    expect(table.name).toBe('raw_flights');
    expect(columns(table)).toBe(
      'a int,b tinyint,c bigint,d decimal(10,2),e timestamp,f date,g array<string>,i struct<h:float>,j map<string,boolean>',
    );
    expect(table.partitionKeys).toEqual([{ Name: 'month', Type: 'string' }]);
    expect(
      table.partitions.map(({ values, storageDescriptor }) => [
        values,
        storageDescriptor.Location,
        storageDescriptor.Parameters.recordCount,
      ]),
    ).toEqual([
      [['2001-01'], 's3://data/processed/flights/month=2001-01/', '3'],
      [['2001-02'], 's3://data/processed/flights/month=2001-02/', '3'],
    ]);
    expect(table.parameters).toMatchObject({
      classification: 'parquet',
      recordCount: '6',
      objectCount: '2',
      'partition_filtering.enabled': 'true',
    });
    expect(table.storageDescriptor.SerdeInfo.SerializationLibrary).toBe(
      'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
    );
  });

  it('reads JSON lines, compressed too', async () => {
    await put(
      'events/a.json.gz',
      gzipSync(
        '{"id": 1, "User Name": "x", "at": "2024-01-02", "tags": ["a"], "pos": {"lat": 1, "lon": 2.5}, "big": 170141183460469231731687303715884105727}\n{"id": 2, "extra": null}\n',
      ),
    );
    const [table] = await crawl('s3://data/events');
    expect(table.name).toBe('raw_events');
    expect(columns(table)).toBe(
      'id int,user name string,at string,tags array<string>,pos struct<lat:int,lon:double>,big double,extra string',
    );
    expect(table.storageDescriptor).toMatchObject({
      Compressed: true,
      SerdeInfo: {
        SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
        Parameters: {
          paths: 'id,User Name,at,tags,pos,big,extra',
        },
      },
      Parameters: { compressionType: 'gzip', recordCount: '2' },
    });
  });

  it('widens types over the files of a table', async () => {
    await put('t/a.csv', 'id,v,w\n1,2,3\n2,3,4\n');
    await put('t/b.csv', 'id,v,w\n3,2.5,x\n');
    const [table] = await crawl('s3://data/t/');
    expect(columns(table)).toBe('id bigint,v double,w string');
    expect(table.parameters.recordCount).toBe('3');
  });

  it('copes with ragged, quoted, empty and marked CSV', async () => {
    await put(
      't/a.csv',
      '\ufeffid,text,code,n\r\n1,"line\nbreak ""quoted""",007,5\r\n2,short\r\n\r\n3,5" pipe,0815,7\r\n4,too,many,9,here\r\n',
    );
    const [table] = await crawl('s3://data/t/');
    expect(columns(table)).toBe('id bigint,text string,code string,n bigint');
    expect(table.parameters.recordCount).toBe('4');
  });

  it('recognises no header among texts only, and says so', async () => {
    await put('t/a.csv', 'name,city\nann,paris\n');
    const [table] = await crawl('s3://data/t/');
    expect(columns(table)).toBe('col0 string,col1 string');
    expect(table.parameters['skip.header.line.count']).toBeUndefined();
    expect(lines[1]).toContain('no header was recognised');
  });

  it('takes a single file as its target', async () => {
    await put('raw/a b.csv', 'id,v\n1,2\n');
    await put('raw/other.csv', 'x,y\n1,2\n');
    const [table, ...others] = await crawl('s3://data/raw/a b.csv');
    expect(others).toEqual([]);
    expect(table.storageDescriptor.Parameters.objectCount).toBe('1');
    expect(columns(table)).toBe('id bigint,v bigint');
  });

  it('leaves excluded objects out', async () => {
    await put('raw/t/a.csv', 'id,v\n1,2\n');
    await put('raw/t/b.tmp', 'nothing');
    await put('raw/old/c.csv', 'id,v\n1,2\n');
    const tables = await crawl('s3://data/raw/', {
      targets: [{ path: 's3://data/raw/', exclusions: ['**.tmp', 'old/**'] }],
    });
    expect(tables.map(({ name }) => name)).toEqual(['raw_t']);
    expect(tables[0].parameters).toMatchObject({
      objectCount: '1',
      exclusions: '["s3://data/raw/**.tmp","s3://data/raw/old/**"]',
    });
  });

  it('reads all files, or a sample of each folder', async () => {
    for (let index = 0; index < 250; index++) {
      await put(`t/part-${index}.csv`, 'id,v\n1,2\n');
    }
    // Between those of a sample of 5.
    await put('t/part-37.csv', 'id,v\n1,2.5\n');
    const columnsOf = async (sampleSize?: number) => {
      const [table] = await crawl('s3://data/t/', {
        targets: [{ path: 's3://data/t/', exclusions: [], sampleSize }],
      });
      expect(table.parameters.objectCount).toBe('250');
      return columns(table);
    };
    expect(await columnsOf()).toBe('id bigint,v double');
    expect(await columnsOf(5)).toBe('id bigint,v bigint');
  });

  it('tells tables of one name apart by a hash', async () => {
    await put('a/my-table/a.csv', 'id,v\n1,2\n');
    await put('a/my_table/a.csv', 'other,columns\n1,2\n');
    const tables = await crawl('s3://data/a/');
    expect(tables.map(({ name }) => name)).toEqual([
      'raw_my_table',
      expect.stringMatching(/^raw_my_table_[0-9a-f]{32}$/),
    ]);
  });

  describe('refuses, naming the object,', () => {
    it.each<[string, string | Uint8Array, string]>([
      ['bad.parquet', 'PAR1 and nothing else', 's3://data/x/bad.parquet'],
      ['bad.json', '{"a": 1}\nno json\n', 'its line 2 is no JSON'],
      ['array.json', '[{"a": 1},\n{"a" 2}]', 'its line 2 is no JSON'],
      ['bad.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 12), 'bad.csv.gz'],
      ['latin.csv', Buffer.from('id,n\n1,\xe4\n', 'latin1'), 'not UTF-8'],
      ['data.bin', Buffer.from([0, 1, 2]), 'neither CSV nor JSON'],
      ['list.txt', 'a\nb\n', 'a single column'],
      ['line.csv', 'a,b\n', 'a single line'],
    ])('%s', async (name, content, reason) => {
      await put(`x/${name}`, content);
      const result = crawl('s3://data/x/');
      await expect(result).rejects.toThrow(
        `s3://data/x/${name} cannot be read`,
      );
      await expect(result).rejects.toThrow(reason);
    });

    it.each([
      ['s3://missing/x/', 'The bucket "missing" does not exist'],
      ['https://data/x', 'is not s3://'],
      ['s3://../x', 'cannot be crawled'],
    ])('the target %s', async (path, reason) => {
      await expect(crawl(path)).rejects.toThrow(reason);
    });

    it('a path that leads out of the bucket', async () => {
      await put('x/a.csv', 'id,v\n1,2\n');
      symlinkSync('/etc', join(buckets.root, 'data/x/link'));
      const [table] = await crawl('s3://data/x/');
      expect(table.parameters.objectCount).toBe('1');
    });
  });

  it('stops when it is told to', async () => {
    await put('x/a.csv', 'id,v\n1,2\n');
    await expect(
      crawl('s3://data/x/', { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });
});
