import { catalogId, description, name } from './common';
import {
  boolean,
  double,
  integer,
  list,
  oneOf,
  Shape,
  string,
  structure,
} from '../../../protocol/shape';

const path = string();
const paths = list(path);
const connectionName = string();
const queue = string();

const s3Target = structure(
  {},
  {
    Path: path,
    Exclusions: paths,
    ConnectionName: connectionName,
    SampleSize: integer({ min: 1, max: 249 }),
    EventQueueArn: queue,
    DlqEventQueueArn: queue,
  },
);

const jdbcTarget = structure(
  {},
  {
    ConnectionName: connectionName,
    Path: path,
    Exclusions: paths,
    EnableAdditionalMetadata: list(oneOf('COMMENTS', 'RAWTYPES')),
  },
);

const mongoTarget = structure(
  {},
  { ConnectionName: connectionName, Path: path, ScanAll: boolean() },
);

const dynamoTarget = structure(
  {},
  { Path: path, scanAll: boolean(), scanRate: double() },
);

const catalogTarget = structure(
  { DatabaseName: name, Tables: list(name, { min: 1 }) },
  {
    ConnectionName: connectionName,
    EventQueueArn: queue,
    DlqEventQueueArn: queue,
  },
);

const deltaTarget = structure(
  {},
  {
    DeltaTables: paths,
    ConnectionName: connectionName,
    WriteManifest: boolean(),
    CreateNativeDeltaTable: boolean(),
  },
);

/** Of Iceberg and of Hudi tables. */
const tableFormatTarget = structure(
  {},
  {
    Paths: paths,
    ConnectionName: connectionName,
    Exclusions: paths,
    MaximumTraversalDepth: integer(),
  },
);

export const crawlerTargets = structure(
  {},
  {
    S3Targets: list(s3Target),
    JdbcTargets: list(jdbcTarget),
    MongoDBTargets: list(mongoTarget),
    DynamoDBTargets: list(dynamoTarget),
    CatalogTargets: list(catalogTarget),
    DeltaTargets: list(deltaTarget),
    IcebergTargets: list(tableFormatTarget),
    HudiTargets: list(tableFormatTarget),
  },
);

export const crawlerRole = string();

/** The members that CreateCrawler and UpdateCrawler share, all but Role and Targets. */
export const crawlerMembers: Record<string, Shape> = {
  CatalogId: catalogId,
  DatabaseName: string(),
  Description: description,
  Schedule: string(),
  Classifiers: list(name),
  TablePrefix: string({ max: 128 }),
  SchemaChangePolicy: structure(
    {},
    {
      UpdateBehavior: oneOf('LOG', 'UPDATE_IN_DATABASE'),
      DeleteBehavior: oneOf(
        'LOG',
        'DELETE_FROM_DATABASE',
        'DEPRECATE_IN_DATABASE',
      ),
    },
  ),
  RecrawlPolicy: structure(
    {},
    {
      RecrawlBehavior: oneOf(
        'CRAWL_EVERYTHING',
        'CRAWL_NEW_FOLDERS_ONLY',
        'CRAWL_EVENT_MODE',
      ),
    },
  ),
  LineageConfiguration: structure(
    {},
    { CrawlerLineageSettings: oneOf('ENABLE', 'DISABLE') },
  ),
  LakeFormationConfiguration: structure(
    {},
    {
      UseLakeFormationCredentials: boolean(),
      AccountId: string({ max: 12 }),
    },
  ),
  Configuration: string(),
  CrawlerSecurityConfiguration: string({ max: 128 }),
};
