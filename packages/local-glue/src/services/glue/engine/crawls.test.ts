import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  crawledTable,
  createCrawler,
  storageDescriptor,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

describe('crawls', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    await createCrawler(glue, 'raw');
  });

  afterEach(() => glue.dispose());

  const start = () => glue.call('StartCrawler', { Name: 'raw' });

  const crawler = async () => {
    const { Crawler } = await glue.call('GetCrawler', { Name: 'raw' });
    return Crawler;
  };

  it('crawl the targets and fill the catalog', async () => {
    await start();
    expect(await crawler()).toMatchObject({
      State: 'RUNNING',
      CrawlElapsedTime: expect.any(Number),
    });
    expect(glue.crawls.started).toEqual([
      expect.objectContaining({
        crawlerName: 'raw',
        tablePrefix: 'raw_',
        targets: [{ path: 's3://data/raw/', exclusions: [] }],
      }),
    ]);
    await glue.crawls.find('raw', [
      crawledTable('raw_cases', {
        partitionKeys: [{ Name: 'year', Type: 'string' }],
        partitions: [
          {
            values: ['2026'],
            storageDescriptor: storageDescriptor('s3://data/raw/year=2026/'),
          },
        ],
      }),
    ]);
    expect(await crawler()).toMatchObject({
      State: 'READY',
      CrawlElapsedTime: 0,
      LastCrawl: {
        Status: 'SUCCEEDED',
        LogGroup: '/aws-glue/crawlers',
        LogStream: 'raw',
        StartTime: expect.any(Date),
      },
    });
    const { Table } = await glue.call('GetTable', {
      DatabaseName: 'covid_hiring',
      Name: 'raw_cases',
    });
    expect(Table).toMatchObject({
      TableType: 'EXTERNAL_TABLE',
      PartitionKeys: [{ Name: 'year', Type: 'string' }],
      Parameters: { UPDATED_BY_CRAWLER: 'raw' },
    });
    const { Partitions } = await glue.call('GetPartitions', {
      DatabaseName: 'covid_hiring',
      TableName: 'raw_cases',
    });
    expect(Partitions).toMatchObject([{ Values: ['2026'] }]);
  });

  it('are remembered', async () => {
    await start();
    await glue.crawls.find('raw', [crawledTable('a'), crawledTable('b')]);
    await start();
    await glue.crawls.fail('raw', 'unreadable');
    await start();
    const { Crawls } = await glue.call('ListCrawls', { CrawlerName: 'raw' });
    expect(Crawls.map((crawl: any) => crawl.State)).toEqual([
      'RUNNING',
      'FAILED',
      'COMPLETED',
    ]);
    expect(Crawls[1].ErrorMessage).toBe('unreadable');
    expect(JSON.parse(JSON.parse(Crawls[2].Summary).TABLE).ADD.Count).toBe(2);
    const failed = await glue.call('ListCrawls', {
      CrawlerName: 'raw',
      Filters: [
        { FieldName: 'STATE', FilterOperator: 'EQ', FieldValue: 'FAILED' },
      ],
    });
    expect(failed.Crawls).toEqual([Crawls[1]]);
  });

  it('are measured', async () => {
    const metrics = async () => {
      const { CrawlerMetricsList } = await glue.call('GetCrawlerMetrics', {
        CrawlerNameList: ['raw'],
      });
      return CrawlerMetricsList;
    };
    await start();
    expect(await metrics()).toMatchObject([
      { CrawlerName: 'raw', StillEstimating: true, TablesCreated: 0 },
    ]);
    await glue.crawls.find('raw', [crawledTable('a'), crawledTable('b')]);
    expect(await metrics()).toMatchObject([
      {
        StillEstimating: false,
        TimeLeftSeconds: 0,
        LastRuntimeSeconds: expect.any(Number),
        TablesCreated: 2,
        TablesUpdated: 0,
        TablesDeleted: 0,
      },
    ]);
  });

  it('can be stopped', async () => {
    await start();
    await glue.call('StopCrawler', { Name: 'raw' });
    await expect(
      glue.call('StopCrawler', { Name: 'raw' }),
    ).rejects.toMatchObject({ code: 'CrawlerStoppingException' });
    await settled();
    expect(await crawler()).toMatchObject({
      State: 'READY',
      LastCrawl: { Status: 'CANCELLED' },
    });
    await expect(
      glue.call('StopCrawler', { Name: 'raw' }),
    ).rejects.toMatchObject({ code: 'CrawlerNotRunningException' });
  });

  it('keep a log', async () => {
    await start();
    glue.crawls.started[0].log('3 files\nbelow s3://data/raw/');
    await glue.crawls.fail('raw', 'unreadable');
    const lines = readFileSync(
      join(glue.dataDir, 'logs', 'crawlers', 'raw.log'),
      'utf8',
    ).split('\n');
    expect(lines.map(line => line.replace(/^\S+Z /, ''))).toEqual([
      'Crawl of raw started',
      '3 files below s3://data/raw/',
      'Crawl failed: unreadable',
      'Crawl ended FAILED',
      '',
    ]);
  });

  it.each([
    [{ DatabaseName: 'nowhere' }, 'Database nowhere of crawler'],
    [
      { Targets: { JdbcTargets: [{ Path: 'db/%', ConnectionName: 'c' }] } },
      'has JdbcTargets: local-glue crawls S3Targets and CatalogTargets only',
    ],
  ])('of a crawler with %j fail and say why', async (members, message) => {
    await createCrawler(glue, 'odd', members);
    await glue.call('StartCrawler', { Name: 'odd' });
    await settled();
    const { Crawler } = await glue.call('GetCrawler', { Name: 'odd' });
    expect(Crawler.LastCrawl).toMatchObject({
      Status: 'FAILED',
      ErrorMessage: expect.stringContaining(message),
    });
  });

  it('whose database is deleted meanwhile fail', async () => {
    await start();
    await glue.call('DeleteDatabase', { Name: 'covid_hiring' });
    await glue.crawls.find('raw', [crawledTable('a')]);
    expect((await crawler()).LastCrawl.Status).toBe('FAILED');
  });

  it.each([
    ['StartCrawler', 'CrawlerRunningException'],
    ['DeleteCrawler', 'CrawlerRunningException'],
    ['UpdateCrawler', 'CrawlerRunningException'],
  ])('keep %s away: %s', async (operation, code) => {
    await start();
    await expect(glue.call(operation, { Name: 'raw' })).rejects.toMatchObject({
      code,
    });
  });

  it.each(['StartCrawler', 'StopCrawler', 'GetCrawler', 'DeleteCrawler'])(
    '%s needs a crawler that exists',
    async operation => {
      await expect(
        glue.call(operation, { Name: 'other' }),
      ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
    },
  );
});
