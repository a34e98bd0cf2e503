import type {
  CrawlExecutor,
  CrawlFindings,
  CrawlRequest,
} from '../../../crawler/CrawlExecutor';
import { DuckDbCrawler } from '../../../crawler/DuckDbCrawler';
import { BucketStore } from '../../../buckets/BucketStore';
import { createCrawler } from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

/** Tells when a crawl has ended. */
class AwaitedCrawls implements CrawlExecutor {
  done: Promise<unknown> = Promise.resolve();

  constructor(private readonly crawler: CrawlExecutor) {}

  crawl(request: CrawlRequest): Promise<CrawlFindings> {
    const crawled = this.crawler.crawl(request);
    this.done = crawled.catch(() => {});
    return crawled;
  }
}

/** Crawlers with files to read, from one crawl to the next. */
describe('the life of a crawler', () => {
  let glue: TestGlue;
  let buckets: BucketStore;
  let crawls: AwaitedCrawls;

  beforeEach(async () => {
    glue = new TestGlue();
    buckets = new BucketStore(glue.dataDir);
    buckets.create('data');
    crawls = new AwaitedCrawls(new DuckDbCrawler(buckets, glue.context.log));
    Object.assign(glue.context, { crawls });
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
  });

  afterEach(() => glue.dispose());

  const put = (key: string, content: string) =>
    buckets.put('data', key, content);

  const crawl = async (Name = 'c') => {
    await glue.call('StartCrawler', { Name });
    await crawls.done;
    await settled();
    const { Crawler } = await glue.call('GetCrawler', { Name });
    expect(Crawler.State).toBe('READY');
    return Crawler.LastCrawl;
  };

  /** By table: its columns, and its partitions. */
  const catalog = async (DatabaseName = 'covid_hiring') => {
    const { TableList } = await glue.call('GetTables', { DatabaseName });
    const tables: Record<string, string[]> = {};
    for (const table of TableList) {
      const { Partitions } = await glue.call('GetPartitions', {
        DatabaseName,
        TableName: table.Name,
      });
      tables[table.Name] = [
        table.StorageDescriptor.Columns.map(
          ({ Name, Type }: Record<string, string>) => `${Name} ${Type}`,
        ).join(),
        ...Partitions.map(({ Values }: { Values: string[] }) => Values.join()),
      ];
    }
    return tables;
  };

  const configuration = (CrawlerOutput: object) =>
    JSON.stringify({ Version: 1.0, CrawlerOutput });

  const target = (path: string) => ({
    Targets: { S3Targets: [{ Path: path }] },
    TablePrefix: '',
  });

  it('updates, versions and deletes what it has written', async () => {
    await createCrawler(glue, 'c', {
      ...target('s3://data/t/'),
      SchemaChangePolicy: { DeleteBehavior: 'DELETE_FROM_DATABASE' },
    });
    await put('t/y=1/a.csv', 'id,v\n1,2\n');
    await put('t/y=2/a.csv', 'id,v\n1,2\n');
    await crawl();
    expect(await catalog()).toEqual({ t: ['id bigint,v bigint', '1', '2'] });
    await put('t/y=1/a.csv', 'id,v,w\n1,x,2\n');
    await buckets.delete('data', 't/y=2/a.csv');
    await crawl();
    expect(await catalog()).toEqual({
      t: ['id bigint,v string,w bigint', '1'],
    });
    const { TableVersions } = await glue.call('GetTableVersions', {
      DatabaseName: 'covid_hiring',
      TableName: 't',
    });
    expect(TableVersions).toHaveLength(2);
    const { PartitionIndexDescriptorList } = await glue.call(
      'GetPartitionIndexes',
      { DatabaseName: 'covid_hiring', TableName: 't' },
    );
    expect(PartitionIndexDescriptorList).toMatchObject([
      { IndexName: 'crawler_partition_index', Keys: [{ Name: 'y' }] },
    ]);
    await buckets.delete('data', 't/y=1/a.csv');
    expect((await crawl()).Status).toBe('SUCCEEDED');
    expect(await catalog()).toEqual({});
    const { Crawls } = await glue.call('ListCrawls', { CrawlerName: 'c' });
    expect(Crawls.map((each: any) => JSON.parse(each.Summary))).toEqual([
      { TABLE: expect.stringContaining('"DELETE"') },
      {
        TABLE: expect.stringContaining('"UPDATE"'),
        PARTITION: expect.stringContaining('"DELETE"'),
      },
      {
        TABLE: expect.stringContaining('"ADD"'),
        PARTITION: expect.stringContaining('"Count":2'),
      },
    ]);
  });

  it('describes partitions by their files, or as their table with InheritFromTable', async () => {
    await createCrawler(glue, 'c', target('s3://data/t/'));
    await put('t/y=1/a.csv', 'id,v\n1,2\n');
    await put('t/y=2/a.csv', 'id,v\n1,2.5\n');
    const types = async () => {
      const { Partitions } = await glue.call('GetPartitions', {
        DatabaseName: 'covid_hiring',
        TableName: 't',
      });
      return Partitions.map((each: any) => [
        each.StorageDescriptor.Columns[1].Type,
        each.StorageDescriptor.Location,
      ]);
    };
    await crawl();
    expect(await types()).toEqual([
      ['bigint', 's3://data/t/y=1/'],
      ['double', 's3://data/t/y=2/'],
    ]);
    await glue.call('UpdateCrawler', {
      Name: 'c',
      Configuration: configuration({
        Partitions: { AddOrUpdateBehavior: 'InheritFromTable' },
      }),
    });
    await crawl();
    expect(await types()).toEqual([
      ['double', 's3://data/t/y=1/'],
      ['double', 's3://data/t/y=2/'],
    ]);
  });

  it('crawls new folders only, also after a restart', async () => {
    await createCrawler(glue, 'c', {
      ...target('s3://data/sales/'),
      RecrawlPolicy: { RecrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' },
    });
    await put('sales/eu/1/a.csv', 'id,v\n1,2\n');
    await put('sales/us/1/a.csv', 'id,v\n1,2\n');
    await crawl();
    const before = ['id bigint,v bigint', 'eu,1', 'us,1'];
    expect(await catalog()).toEqual({ sales: before });
    await glue.kill();
    Object.assign(glue.context, { crawls });
    await buckets.delete('data', 'sales/eu/1/a.csv');
    await put('sales/us/1/b.csv', 'id,v\nx,y\n');
    await put('sales/eu/2/a.csv', 'id,v\nx,1\n');
    await put('sales/us/2/a.json', '{"other": 1}\n');
    await put('new/ignored.csv', 'id,v\n1,2\n');
    await crawl();
    expect(await catalog()).toEqual({
      sales: [before[0], 'eu,1', 'eu,2', 'us,1'],
    });
    await expect(
      glue.call('UpdateCrawler', { Name: 'c', ...target('s3://data/new/') }),
    ).rejects.toMatchObject({ code: 'InvalidInputException' });
  });

  it('keeps tables of the catalog up to date', async () => {
    await glue.call('CreateDatabase', { DatabaseInput: { Name: 'byhand' } });
    await glue.call('CreateTable', {
      DatabaseName: 'byhand',
      TableInput: {
        Name: 'sales',
        StorageDescriptor: { Columns: [], Location: 's3://data/sales' },
        PartitionKeys: [{ Name: 'year', Type: 'int' }],
      },
    });
    await createCrawler(glue, 'c', {
      Targets: {
        CatalogTargets: [{ DatabaseName: 'byhand', Tables: ['sales'] }],
      },
      DatabaseName: undefined,
    });
    await put('sales/year=2025/a.csv', 'id,v\n1,2\n');
    await put('sales/year=2026/deep/a.csv', 'id,v,x,y,z\n1,2,3,4,5\n');
    await put('sales/stray.csv', 'id,v\n1,2\n');
    await put('sales/year=2027/other.json', '{"a": 1}\n');
    expect((await crawl()).Status).toBe('SUCCEEDED');
    expect(await catalog('byhand')).toEqual({
      sales: ['id bigint,v bigint,x bigint,y bigint,z bigint', '2025', '2026'],
    });
    expect(await catalog()).toEqual({});
    const { Table } = await glue.call('GetTable', {
      DatabaseName: 'byhand',
      Name: 'sales',
    });
    expect(Table.PartitionKeys).toEqual([{ Name: 'year', Type: 'int' }]);
  });

  // SchemaChangePolicy (AWS Glue API reference).
  it.each<[string, string[] | undefined, string[], boolean]>([
    ['DELETE_FROM_DATABASE', ['id bigint,v bigint', '1'], ['t'], false],
    ['LOG', ['id bigint,v bigint', '1', '2'], ['gone', 't'], false],
    ['DEPRECATE_IN_DATABASE', ['id bigint,v bigint', '1'], ['gone', 't'], true],
  ])(
    'treats what is gone by the DeleteBehavior %s',
    async (DeleteBehavior, partitions, tables, isMarked) => {
      await createCrawler(glue, 'c', {
        ...target('s3://data/'),
        SchemaChangePolicy: { DeleteBehavior },
      });
      await put('t/y=1/a.csv', 'id,v\n1,2\n');
      await put('t/y=2/a.csv', 'id,v\n1,2\n');
      await put('gone/a.csv', 'other,columns,here\n1,2,3\n');
      await crawl();
      const rest = { t: expect.anything(), gone: expect.anything() };
      expect(await catalog()).toEqual(rest);
      await buckets.delete('data', 't/y=2/a.csv');
      await buckets.delete('data', 'gone/a.csv');
      // Without its neighbour the folder would be the whole target.
      await put('other/a.json', '{"x": 1}\n');
      for (let again = 0; again < 2; again++) {
        expect((await crawl()).Status).toBe('SUCCEEDED');
        const { other: _, ...found } = await catalog();
        expect(Object.keys(found).sort()).toEqual(tables);
        expect(found.t).toEqual(partitions);
      }
      const { TableList } = await glue.call('GetTables', {
        DatabaseName: 'covid_hiring',
      });
      const marked = TableList.filter(
        (each: any) => each.Parameters.DEPRECATED_BY_CRAWLER,
      );
      expect(marked.map(({ Name }: any) => Name)).toEqual(
        isMarked ? ['gone'] : [],
      );
    },
  );

  it('fails over a threshold and writes nothing', async () => {
    await createCrawler(glue, 'c', {
      ...target('s3://data/'),
      Configuration: configuration({ Tables: { TableThreshold: 1 } }),
    });
    await put('a/a.csv', 'id,v\n1,2\n');
    await put('b/a.csv', 'other,columns\n1,2\n');
    expect(await crawl()).toMatchObject({
      Status: 'FAILED',
      ErrorMessage:
        'The number of tables detected by crawler: 2 is greater than the table threshold value provided: 1. Failing crawler without writing to Data Catalog.',
    });
    expect(await catalog()).toEqual({});
  });

  it('does not take a table for gone whose files it cannot read', async () => {
    await createCrawler(glue, 'c', {
      Targets: {
        S3Targets: [{ Path: 's3://data/a/' }, { Path: 's3://data/b/' }],
      },
      TablePrefix: '',
      SchemaChangePolicy: { DeleteBehavior: 'DELETE_FROM_DATABASE' },
    });
    await put('a/a.csv', 'id,v\n1,2\n');
    await put('b/b.csv', 'id,v\n1,2\n');
    await crawl();
    await put('b/b.csv', 'PAR1 broken');
    expect((await crawl()).Status).toBe('SUCCEEDED');
    expect(Object.keys(await catalog())).toEqual(['a', 'b']);
  });

  describe('with a classifier', () => {
    const table = async (csv: object, content: string) => {
      await glue.call('CreateClassifier', {
        CsvClassifier: { Name: 'mine', ...csv },
      });
      await createCrawler(glue, 'c', {
        ...target('s3://data/t/'),
        Classifiers: ['mine'],
      });
      await put('t/a.csv', content);
      await crawl();
      const { Table } = await glue.call('GetTable', {
        DatabaseName: 'covid_hiring',
        Name: 't',
      });
      const { Columns, SerdeInfo } = Table.StorageDescriptor;
      return [
        Columns.map(
          ({ Name, Type }: Record<string, string>) => `${Name} ${Type}`,
        ).join(),
        Table.Parameters['skip.header.line.count'],
        SerdeInfo.SerializationLibrary.split('.').pop(),
      ];
    };

    it.each<[string, object, string, unknown[]]>([
      [
        'a header among texts only',
        { ContainsHeader: 'PRESENT' },
        'name,city\nann,paris\n',
        ['name string,city string', '1', 'LazySimpleSerDe'],
      ],
      [
        'names for files without',
        { ContainsHeader: 'ABSENT', Header: ['Id', 'v'] },
        '1,x\n2,y\n',
        ['id bigint,v string', undefined, 'LazySimpleSerDe'],
      ],
      [
        'other names than the header',
        { ContainsHeader: 'PRESENT', Header: ['x', 'y'] },
        'a,b\n2,y\n',
        ['x bigint,y string', '1', 'LazySimpleSerDe'],
      ],
      [
        'a quote and a library',
        { Delimiter: '|', QuoteSymbol: "'", Serde: 'OpenCSVSerDe' },
        "a|b\n'1|2'|3\n",
        ['a string,b bigint', '1', 'OpenCSVSerde'],
      ],
      [
        'a single column',
        { AllowSingleColumn: true, ContainsHeader: 'ABSENT' },
        'x\ny\n',
        ['col0 string', undefined, 'LazySimpleSerDe'],
      ],
      [
        'nothing that fits: the built-in one decides',
        { Delimiter: ';', ContainsHeader: 'ABSENT' },
        'a,b\n1,2\n',
        ['a bigint,b bigint', '1', 'LazySimpleSerDe'],
      ],
      [
        'another number of names: the built-in one decides',
        { ContainsHeader: 'ABSENT', Header: ['x', 'y', 'z'] },
        'a,b\n1,2\n',
        ['a bigint,b bigint', '1', 'LazySimpleSerDe'],
      ],
    ])('for %s', async (_what, csv, content, expected) => {
      expect(await table(csv, content)).toEqual(expected);
    });

    it('that does not exist fails', async () => {
      await createCrawler(glue, 'c', { Classifiers: ['missing'] });
      expect(await crawl()).toMatchObject({
        Status: 'FAILED',
        ErrorMessage: expect.stringContaining('Classifier missing of crawler'),
      });
    });
  });

  it('starts anew under the name of a deleted one', async () => {
    await createCrawler(glue, 'c', target('s3://data/t/'));
    await put('t/a.csv', 'id,v\n1,2\n');
    await crawl();
    await glue.call('DeleteCrawler', { Name: 'c' });
    await createCrawler(glue, 'c', target('s3://data/t/'));
    const { Crawler } = await glue.call('GetCrawler', { Name: 'c' });
    expect(Crawler).toMatchObject({ Version: 1, State: 'READY' });
    expect(Crawler.LastCrawl).toBeUndefined();
    const { Crawls } = await glue.call('ListCrawls', { CrawlerName: 'c' });
    expect(Crawls).toEqual([]);
    const { CrawlerMetricsList } = await glue.call('GetCrawlerMetrics');
    expect(CrawlerMetricsList).toMatchObject([
      { LastRuntimeSeconds: 0, TablesCreated: 0 },
    ]);
  });
});
