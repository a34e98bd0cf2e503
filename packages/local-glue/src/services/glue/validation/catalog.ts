import {
  catalogId,
  description,
  multipleLines,
  name,
  parameters,
  resourceArn,
  singleLine,
} from './common';
import {
  boolean,
  document,
  integer,
  list,
  map,
  oneOf,
  string,
  structure,
  timestamp,
} from '../../../protocol/shape';

const column = structure(
  { Name: name },
  {
    Type: singleLine(131_072),
    Comment: singleLine(255),
    Parameters: parameters,
  },
);

const location = multipleLines(2056);

/** SchemaRegistryNameString */
const registryName = string({
  min: 1,
  max: 255,
  pattern: {
    expression: /^[a-zA-Z0-9-_$#.]+$/,
    says: 'must consist of letters, digits and -_$#.',
  },
});

const schemaReference = structure(
  {},
  {
    SchemaId: structure(
      {},
      {
        SchemaArn: resourceArn,
        SchemaName: registryName,
        RegistryName: registryName,
      },
    ),
    SchemaVersionId: string({
      min: 36,
      max: 36,
      pattern: {
        expression:
          /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
        says: 'must be the id of a schema version',
      },
    }),
    SchemaVersionNumber: integer({ min: 1, max: 100_000 }),
  },
);

const storageDescriptor = structure(
  {},
  {
    Columns: list(column),
    Location: location,
    AdditionalLocations: list(location),
    InputFormat: singleLine(128),
    OutputFormat: singleLine(128),
    Compressed: boolean(),
    NumberOfBuckets: integer(),
    SerdeInfo: structure(
      {},
      {
        Name: name,
        SerializationLibrary: name,
        Parameters: parameters,
      },
    ),
    BucketColumns: list(name),
    SortColumns: list(
      structure({ Column: name, SortOrder: integer({ min: 0, max: 1 }) }),
    ),
    Parameters: parameters,
    SkewedInfo: structure(
      {},
      {
        SkewedColumnNames: list(name),
        SkewedColumnValues: list(string()),
        SkewedColumnValueLocationMaps: map(string(), string()),
      },
    ),
    StoredAsSubDirectories: boolean(),
    SchemaReference: schemaReference,
  },
);

const federated = structure(
  {},
  {
    Identifier: singleLine(512, 1),
    ConnectionName: name,
    ConnectionType: name,
  },
);

export const databaseInput = structure(
  { Name: name },
  {
    Description: description,
    LocationUri: multipleLines(1024, 1),
    Parameters: parameters,
    // Permissions of Lake Formation: kept, and without meaning here.
    CreateTableDefaultPermissions: list(document()),
    TargetDatabase: structure(
      {},
      { CatalogId: catalogId, DatabaseName: name, Region: name },
    ),
    FederatedDatabase: federated,
  },
);

export const tableInput = structure(
  { Name: name },
  {
    Description: description,
    Owner: name,
    LastAccessTime: timestamp(),
    LastAnalyzedTime: timestamp(),
    Retention: integer({ min: 0 }),
    StorageDescriptor: storageDescriptor,
    PartitionKeys: list(column),
    ViewOriginalText: string({ max: 409_600 }),
    ViewExpandedText: string({ max: 409_600 }),
    TableType: string({ max: 255 }),
    Parameters: parameters,
    TargetTable: structure(
      {},
      { CatalogId: catalogId, DatabaseName: name, Name: name, Region: name },
    ),
    ViewDefinition: document(),
    FederatedTable: document(),
  },
);

export const partitionValues = list(string({ min: 1, max: 1024 }));

export const partitionValueList = structure({ Values: partitionValues });

export const partitionInput = structure(
  {},
  {
    Values: partitionValues,
    LastAccessTime: timestamp(),
    StorageDescriptor: storageDescriptor,
    Parameters: parameters,
    LastAnalyzedTime: timestamp(),
  },
);

export const partitionIndex = structure({
  Keys: list(name, { min: 1 }),
  IndexName: name,
});

/** What to update, and what to: of one partition. */
export const partitionUpdate = {
  PartitionValueList: list(string({ min: 1, max: 1024 }), { max: 100 }),
  PartitionInput: partitionInput,
};

/** TransactionIdString */
export const transactionId = string({
  min: 1,
  max: 255,
  pattern: {
    expression: /^[\p{L}\p{N}\p{P}]*$/u,
    says: 'must consist of letters, digits and punctuation',
  },
});

export const auditContext = structure(
  {},
  {
    AdditionalAuditContext: string({ max: 2048 }),
    RequestedColumns: list(singleLine(1024, 1)),
    AllColumnsRequested: boolean(),
  },
);

/** What query engines tell Lake Formation, which has nothing to decide here. */
export const querySessionContext = structure(
  {},
  {
    QueryId: singleLine(255, 1),
    QueryStartTime: timestamp(),
    ClusterId: string(),
    QueryAuthorizationId: singleLine(255, 1),
    AdditionalContext: map(string({ min: 1, max: 128 }), string({ max: 256 })),
  },
);

/** A table, as requests name it. */
export const tableMembers = { DatabaseName: name, TableName: name };

export const resourceShareType = oneOf('FOREIGN', 'ALL', 'FEDERATED');

export const attributesToGet = list(
  oneOf('DEFAULT', 'LATEST_ICEBERG_METADATA', 'NAME', 'TABLE_TYPE'),
);
