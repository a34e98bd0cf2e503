import type { SchemaChangePolicy } from '@aws-sdk/client-glue';
import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import type { StoredPartition, StoredTable } from '../store/definitions';
import { crawledTable, storageDescriptor } from '../__testUtils__/pipeline';
import { crawlSummary } from './crawlSummary';
import { CatalogChanges, mergeCrawl } from './mergeCrawl';

const now = new Date('2026-07-15T12:00:00Z');
const before = new Date('2026-07-14T12:00:00Z');

const stored = (name: string, members: Partial<StoredTable> = {}) => ({
  Name: name,
  DatabaseName: 'db',
  StorageDescriptor: storageDescriptor(`s3://data/${name}/`),
  PartitionKeys: [],
  Parameters: {
    classification: 'parquet',
    recordCount: '3',
    UPDATED_BY_CRAWLER: 'c',
  },
  CreateTime: before,
  UpdateTime: before,
  VersionId: '4',
  ...members,
});

const partition = (value: string): StoredPartition => ({
  Values: [value],
  DatabaseName: 'db',
  TableName: 't',
  StorageDescriptor: storageDescriptor(`s3://data/t/year=${value}/`),
});

function merge(
  tables: CrawledTable[],
  catalog: StoredTable[] = [],
  policy?: SchemaChangePolicy,
  partitions: StoredPartition[] = [],
): CatalogChanges {
  return mergeCrawl(
    {
      crawlerName: 'c',
      databaseName: 'db',
      catalogId: '0',
      policy,
      tables,
      now,
    },
    { tables: catalog, partitions: () => partitions },
  );
}

/** Names of what changes, for the table below. */
function outline(changes: CatalogChanges) {
  return {
    create: changes.createTables.map(table => table.Name),
    update: changes.updateTables.map(table => table.Name),
    delete: changes.deleteTables,
    logged: changes.logged.length,
  };
}

const nothing = { create: [], update: [], delete: [], logged: 0 };
const changed = crawledTable('t', { parameters: { recordCount: '4' } });
const foreign = stored('t', { Parameters: {} });

describe('mergeCrawl', () => {
  it.each<[string, CrawledTable[], StoredTable[], SchemaChangePolicy, object]>([
    ['a new table', [crawledTable('t')], [], {}, { create: ['t'] }],
    ['an unchanged table', [crawledTable('t')], [stored('t')], {}, {}],
    ['a changed table', [changed], [stored('t')], {}, { update: ['t'] }],
    [
      'a changed table, LOG',
      [changed],
      [stored('t')],
      { UpdateBehavior: 'LOG' },
      { logged: 1 },
    ],
    [
      'a new table, LOG',
      [changed],
      [],
      { UpdateBehavior: 'LOG' },
      { create: ['t'] },
    ],
    ['a table that is gone', [], [stored('t')], {}, { update: ['t'] }],
    [
      'a table that is gone, LOG',
      [],
      [stored('t')],
      { DeleteBehavior: 'LOG' },
      { logged: 1 },
    ],
    [
      'a table that is gone, DELETE',
      [],
      [stored('t')],
      { DeleteBehavior: 'DELETE_FROM_DATABASE' },
      { delete: ['t'] },
    ],
    [
      "somebody else's table",
      [],
      [foreign],
      { DeleteBehavior: 'DELETE_FROM_DATABASE' },
      {},
    ],
  ])('%s', (_, found, catalog, policy, expected) => {
    expect(outline(merge(found, catalog, policy))).toEqual({
      ...nothing,
      ...expected,
    });
  });

  it('creates a table as Glue describes it', () => {
    const found = crawledTable('t');
    expect(merge([found]).createTables).toEqual([
      {
        Name: 't',
        DatabaseName: 'db',
        CatalogId: '0',
        Owner: 'owner',
        TableType: 'EXTERNAL_TABLE',
        Retention: 0,
        VersionId: '0',
        CreateTime: now,
        UpdateTime: now,
        LastAccessTime: now,
        StorageDescriptor: found.storageDescriptor,
        PartitionKeys: [],
        Parameters: { ...found.parameters, UPDATED_BY_CRAWLER: 'c' },
      },
    ]);
  });

  it('keeps what others have set on a table it updates', () => {
    const catalog = stored('t', {
      Description: 'by hand',
      Parameters: { owner: 'data', DEPRECATED_BY_CRAWLER: '1' },
    });
    expect(merge([changed], [catalog]).updateTables).toEqual([
      expect.objectContaining({
        Description: 'by hand',
        Parameters: {
          owner: 'data',
          recordCount: '4',
          UPDATED_BY_CRAWLER: 'c',
        },
        CreateTime: before,
        UpdateTime: now,
        VersionId: '5',
      }),
    ]);
  });

  it('marks a deprecated table once', () => {
    const [deprecated] = merge([], [stored('t')]).updateTables;
    expect(deprecated.Parameters).toMatchObject({
      DEPRECATED_BY_CRAWLER: String(now.getTime()),
    });
    expect(merge([], [deprecated]).updateTables).toEqual([]);
  });

  describe('partitions', () => {
    const found = crawledTable('t', {
      partitions: ['2025', '2026'].map(year => ({
        values: [year],
        storageDescriptor: storageDescriptor(`s3://data/t/year=${year}/`),
      })),
    });

    it.each<[string, SchemaChangePolicy, string[], number]>([
      ['go with their files', {}, ['2024'], 0],
      ['stay under LOG', { DeleteBehavior: 'LOG' }, [], 1],
    ])('%s', (_, policy, deleted, logged) => {
      const changes = merge([found], [stored('t')], policy, [
        partition('2024'),
        partition('2025'),
      ]);
      expect(changes.putPartitions.map(each => each.Values)).toEqual([
        ['2026'],
      ]);
      expect(changes.deletePartitions.flatMap(each => each.Values)).toEqual(
        deleted,
      );
      expect(changes.logged).toHaveLength(logged);
    });
  });
});

describe('crawlSummary', () => {
  it('counts and names what changed', () => {
    const summary = JSON.parse(
      crawlSummary(merge([crawledTable('a'), changed], [stored('t')])),
    );
    expect(JSON.parse(summary.TABLE)).toEqual({
      ADD: { Details: { names: ['a'] }, Count: 1 },
      UPDATE: { Details: { names: ['t'] }, Count: 1 },
    });
    expect(summary.PARTITION).toBeUndefined();
  });

  it('is empty where nothing changed', () => {
    expect(crawlSummary(merge([]))).toBe('{}');
  });
});
