import type { StoredCrawler, StoredTable } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { crawlTargets } from './crawlTargets';

const crawler = (members: Partial<StoredCrawler>): StoredCrawler => ({
  Name: 'c',
  Targets: { S3Targets: [{ Path: 's3://data/raw/' }] },
  ...members,
});

const tables: Record<string, StoredTable> = {
  'db.sales': {
    DatabaseName: 'db',
    Name: 'sales',
    StorageDescriptor: { Location: 's3://data/sales/' },
    PartitionKeys: [{ Name: 'year' }],
  },
  'db.view': { DatabaseName: 'db', Name: 'view' },
};
const store = {
  catalog: {
    table: (databaseName: string, name: string) =>
      tables[`${databaseName}.${name}`],
  },
} as Pick<GlueStore, 'catalog'>;

const catalog = (...Tables: string[]) =>
  crawler({
    Targets: { CatalogTargets: [{ DatabaseName: 'DB', Tables }] },
  });

describe('crawlTargets', () => {
  it('are the S3 targets with their exclusions', () => {
    const Targets = {
      S3Targets: [
        { Path: 's3://data/a/', Exclusions: ['*.tmp'], SampleSize: 3 },
        { Path: 's3://data/b/' },
      ],
      JdbcTargets: [],
    };
    expect(crawlTargets(crawler({ Targets }), store)).toEqual([
      { path: 's3://data/a/', exclusions: ['*.tmp'], sampleSize: 3 },
      { path: 's3://data/b/', exclusions: [] },
    ]);
  });

  it('are the tables of catalog targets', () => {
    expect(crawlTargets(catalog('Sales'), store)).toEqual([
      {
        path: 's3://data/sales/',
        exclusions: [],
        table: {
          databaseName: 'db',
          name: 'sales',
          location: 's3://data/sales/',
          partitionKeys: ['year'],
        },
      },
    ]);
  });

  it.each<[StoredCrawler, string]>([
    [crawler({ Targets: {} }), 'has no targets'],
    ...[
      'JdbcTargets',
      'MongoDBTargets',
      'DynamoDBTargets',
      'DeltaTargets',
      'IcebergTargets',
      'HudiTargets',
    ].map(
      kind =>
        [crawler({ Targets: { [kind]: [{}] } }), `has ${kind}: local-glue`] as [
          StoredCrawler,
          string,
        ],
    ),
    [catalog('sales', 'other'), 'Table DB.other, a target of crawler c'],
    [catalog('view'), 'Table db.view, a target of crawler c, has no location'],
  ])('refuse %j', (refused, message) => {
    expect(() => crawlTargets(refused, store)).toThrow(message);
  });
});
