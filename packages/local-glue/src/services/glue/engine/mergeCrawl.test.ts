import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import type { StoredPartition, StoredTable } from '../store/definitions';
import { crawledTable, storageDescriptor } from '../__testUtils__/pipeline';
import { crawlSummary } from './crawlSummary';
import { mergeCrawl } from './mergeCrawl';
import { CatalogChanges, CrawlMerge, OutputPolicy } from './CrawlMerge';

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
  policy: Partial<OutputPolicy> = {},
  partitions: StoredPartition[] = [],
  members: Partial<CrawlMerge> = {},
): CatalogChanges {
  return mergeCrawl(
    {
      crawlerName: 'c',
      databaseName: 'db',
      catalogId: '0',
      policy: {
        update: 'UPDATE_IN_DATABASE',
        delete: 'DEPRECATE_IN_DATABASE',
        inheritFromTable: false,
        createPartitionIndex: true,
        ...policy,
      },
      kind: 'full',
      tables,
      unclassified: [],
      now,
      ...members,
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
  it.each<
    [string, CrawledTable[], StoredTable[], Partial<OutputPolicy>, object]
  >([
    ['a new table', [crawledTable('t')], [], {}, { create: ['t'] }],
    ['an unchanged table', [crawledTable('t')], [stored('t')], {}, {}],
    ['a changed table', [changed], [stored('t')], {}, { update: ['t'] }],
    ['other numbers, LOG', [changed], [stored('t')], { update: 'LOG' }, {}],
    [
      'a changed table, LOG',
      [crawledTable('t', { partitionKeys: [{ Name: 'y', Type: 'string' }] })],
      [stored('t')],
      { update: 'LOG' },
      { logged: 1 },
    ],
    ['a new table, LOG', [changed], [], { update: 'LOG' }, { create: ['t'] }],
    ['a table that is gone', [], [stored('t')], {}, { update: ['t'] }],
    [
      'a table that is gone, LOG',
      [],
      [stored('t')],
      { delete: 'LOG' },
      { logged: 1 },
    ],
    [
      'a table that is gone, DELETE',
      [],
      [stored('t')],
      { delete: 'DELETE_FROM_DATABASE' },
      { delete: ['t'] },
    ],
    [
      "somebody else's table",
      [],
      [foreign],
      { delete: 'DELETE_FROM_DATABASE' },
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
        CreateTime: now,
        UpdateTime: now,
        LastAccessTime: now,
        StorageDescriptor: found.storageDescriptor,
        PartitionKeys: [],
        Parameters: { ...found.parameters, UPDATED_BY_CRAWLER: 'c' },
      },
    ]);
  });

  /** "Remove any metadata that is not set by the crawler." */
  it('replaces what others have set on a table it updates', () => {
    const catalog = stored('t', {
      Description: 'by hand',
      Owner: 'ann',
      Parameters: { owner: 'data', DEPRECATED_BY_CRAWLER: '1' },
    });
    const [updated] = merge([changed], [catalog]).updateTables;
    expect(updated).toMatchObject({
      Owner: 'ann',
      CreateTime: before,
      UpdateTime: now,
    });
    expect(updated.Description).toBeUndefined();
    expect(updated.Parameters).toEqual({
      recordCount: '4',
      UPDATED_BY_CRAWLER: 'c',
    });
  });

  it('leaves a table at another place its name', () => {
    const elsewhere = stored('t', {
      Parameters: { UPDATED_BY_CRAWLER: 'other' },
      StorageDescriptor: storageDescriptor('s3://other/t/'),
    });
    expect(outline(merge([changed], [elsewhere]))).toEqual({
      ...nothing,
      create: [expect.stringMatching(/^t_[0-9a-f]{32}$/)],
    });
    expect(outline(merge([changed], [foreign]))).toEqual({
      ...nothing,
      update: ['t'],
    });
  });

  it('drops nothing where files could not be classified', () => {
    const policy = { delete: 'DELETE_FROM_DATABASE' } as const;
    const unclassified = ['s3://data/t/x.parquet'];
    const merged = merge([], [stored('t'), stored('u')], policy, [], {
      unclassified,
    });
    expect(outline(merged)).toEqual({ ...nothing, delete: ['u'], logged: 1 });
  });

  describe('with MergeNewColumns', () => {
    const descriptor = (columns: Record<string, string>) => ({
      ...storageDescriptor('s3://data/t/'),
      Columns: Object.entries(columns).map(([Name, Type]) => ({ Name, Type })),
    });
    const policy = { update: 'MERGE_NEW_COLUMNS' } as const;

    it('adds columns, also nested ones, and changes none', () => {
      const existing = stored('t', {
        Description: 'by hand',
        StorageDescriptor: {
          ...descriptor({
            a: 'string',
            gone: 'int',
            s: 'array<struct<x:int>>',
          }),
          InputFormat: 'by hand',
        },
        Parameters: {
          owner: 'data',
          classification: 'parquet',
          DEPRECATED_BY_CRAWLER: '1',
        },
      });
      const found = crawledTable('t', {
        storageDescriptor: descriptor({
          a: 'bigint',
          b: 'int',
          s: 'array<struct<x:string,y:int>>',
        }),
      });
      const [updated] = merge([found], [existing], policy).updateTables;
      expect(updated.Description).toBe('by hand');
      expect(updated.StorageDescriptor).toMatchObject({
        InputFormat: 'by hand',
        Columns: [
          { Name: 'a', Type: 'string' },
          { Name: 'gone', Type: 'int' },
          { Name: 's', Type: 'array<struct<x:int,y:int>>' },
          { Name: 'b', Type: 'int' },
        ],
      });
      expect(updated.Parameters).toEqual({
        owner: 'data',
        classification: 'parquet',
        recordCount: '3',
        UPDATED_BY_CRAWLER: 'c',
      });
      expect(merge([found], [updated], policy).updateTables).toEqual([]);
    });

    it.each(['classification', 'compressionType', 'delimiter'])(
      'deprecates a table whose %s changes',
      name => {
        const existing = stored('t', { Parameters: { [name]: 'x' } });
        const found = crawledTable('t', { parameters: { [name]: 'y' } });
        const changes = merge([found], [existing], policy);
        expect(changes.updateTables[0].Parameters).toEqual({
          [name]: 'x',
          DEPRECATED_BY_CRAWLER: String(now.getTime()),
        });
        expect(changes.logged).toEqual([
          expect.stringContaining(`its ${name} changed from x to y`),
        ]);
      },
    );
  });

  describe('after an incremental crawl', () => {
    const incremental = { kind: 'incremental' } as const;
    const policy = { update: 'LOG', delete: 'LOG' } as const;

    it('misses no table', () => {
      expect(
        outline(merge([], [stored('t')], policy, [], incremental)),
      ).toEqual(nothing);
    });

    it('creates new tables', () => {
      expect(
        outline(
          merge([crawledTable('u')], [stored('t')], policy, [], incremental),
        ),
      ).toEqual({ ...nothing, create: ['u'] });
    });

    const folder = (value: string, members: object) => ({
      values: [value],
      storageDescriptor: {
        ...storageDescriptor(`s3://data/t/year=${value}/`),
        Parameters: { classification: 'parquet' } as Record<string, string>,
        ...members,
      },
    });

    it('adds alike folders and leaves others out', () => {
      const found = crawledTable('t', {
        partitions: [
          folder('2024', { Parameters: { classification: 'csv' } }),
          folder('2025', { Columns: [{ Name: 'x', Type: 'int' }] }),
          folder('2026', {}),
        ],
      });
      const existing = stored('t', {
        PartitionKeys: [{ Name: 'year', Type: 'string' }],
      });
      const changes = merge([found], [existing], policy, [], incremental);
      expect(changes.createPartitions.map(({ Values }) => Values)).toEqual([
        ['2026'],
      ]);
      expect(changes.logged).toEqual([
        expect.stringContaining('s3://data/t/year=2024/ is left out'),
        expect.stringContaining('s3://data/t/year=2025/ is left out'),
      ]);
      expect(changes.updateTables).toEqual([]);
    });
  });

  describe('of tables of the catalog', () => {
    const known = { knownAs: { databaseName: 'db' } };
    const catalog = { kind: 'catalog' } as const;

    it('updates them and keeps their partition keys', () => {
      const PartitionKeys = [{ Name: 'day', Type: 'date' }];
      const [updated] = merge(
        [crawledTable('t', known)],
        [stored('t', { Parameters: {}, PartitionKeys })],
        {},
        [],
        catalog,
      ).updateTables;
      expect(updated.PartitionKeys).toEqual(PartitionKeys);
      expect(updated.Parameters?.UPDATED_BY_CRAWLER).toBe('c');
    });

    it('creates none', () => {
      expect(
        outline(merge([crawledTable('t', known)], [], {}, [], catalog)),
      ).toEqual({ ...nothing, logged: 1 });
    });

    it('drops nothing', () => {
      expect(outline(merge([], [stored('t')], {}, [], catalog))).toEqual(
        nothing,
      );
    });
  });

  it('marks a deprecated table once', () => {
    const [deprecated] = merge([], [stored('t')]).updateTables;
    expect(deprecated.Parameters).toMatchObject({
      DEPRECATED_BY_CRAWLER: String(now.getTime()),
    });
    expect(merge([], [deprecated]).updateTables).toEqual([]);
  });

  describe('partitions', () => {
    const keys = { PartitionKeys: [{ Name: 'year', Type: 'string' }] };
    const of = (value: string, type = 'string') => ({
      values: [value],
      storageDescriptor: {
        ...storageDescriptor(`s3://data/t/year=${value}/`),
        Columns: [{ Name: 'date', Type: type }],
        Parameters: { recordCount: '7' } as Record<string, string>,
      },
    });
    const found = crawledTable('t', {
      partitionKeys: [{ Name: 'year', Type: 'string' }],
      partitions: [of('2025', 'date'), of('2026')],
    });
    const outlined = (changes: CatalogChanges) => ({
      create: changes.createPartitions.map(({ Values }) => Values.join()),
      update: changes.updatePartitions.map(({ Values }) => Values.join()),
      delete: changes.deletePartitions.map(({ Values }) => Values.join()),
      logged: changes.logged.length,
    });

    it.each<[string, Partial<OutputPolicy>, object]>([
      ['are created, updated, and go with their files', {}, {}],
      ['stay under LOG', { delete: 'LOG' }, { delete: [], logged: 1 }],
      [
        'do not change under LOG',
        { update: 'LOG', delete: 'LOG' },
        { update: [], delete: [], logged: 2 },
      ],
      [
        'inherit under LOG too',
        { update: 'LOG', delete: 'LOG', inheritFromTable: true },
        { delete: [], logged: 1 },
      ],
    ])('%s', (_, policy, expected) => {
      const changes = merge([found], [stored('t', keys)], policy, [
        partition('2024'),
        partition('2025'),
      ]);
      expect(outlined(changes)).toEqual({
        create: ['2026'],
        update: ['2025'],
        delete: ['2024'],
        logged: 0,
        ...expected,
      });
    });

    const descriptorOf = (policy: Partial<OutputPolicy>) =>
      merge([found], [stored('t', keys)], policy, [partition('2025')])
        .updatePartitions[0].StorageDescriptor;

    it('are described by their own files', () => {
      expect(descriptorOf({})?.Columns).toEqual([
        { Name: 'date', Type: 'date' },
      ]);
    });

    it('are described as their table under InheritFromTable, with numbers of their own', () => {
      expect(descriptorOf({ inheritFromTable: true })).toMatchObject({
        Columns: [{ Name: 'date', Type: 'string' }],
        Location: 's3://data/t/year=2025/',
        Parameters: { recordCount: '7' },
      });
    });

    it('keep their types under MergeNewColumns', () => {
      expect(descriptorOf({ update: 'MERGE_NEW_COLUMNS' })?.Columns).toEqual([
        { Name: 'date', Type: 'string' },
      ]);
    });

    it('that do not fit the keys of the table are left out', () => {
      const changes = merge([found], [stored('t')], {
        update: 'MERGE_NEW_COLUMNS',
      });
      expect(changes.createPartitions).toEqual([]);
      expect(changes.logged).toEqual([
        expect.stringContaining('2025, 2026 of table t are left out'),
      ]);
    });

    it('stay where files could not be classified', () => {
      const changes = merge(
        [found],
        [stored('t', keys)],
        {},
        [partition('2023'), partition('2024')],
        { unclassified: ['s3://data/t/year=2024/x'] },
      );
      expect(outlined(changes).delete).toEqual(['2023']);
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
