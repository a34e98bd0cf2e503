import { Kind, nameOf } from './Kind';

export const database: Kind = {
  kind: 'a database',
  nameOf,
  create: {
    operation: 'CreateDatabase',
    input: (Name, { Tags, ...members }: { Tags?: object }) => ({
      DatabaseInput: { Name, ...members },
      Tags,
    }),
  },
  get: {
    operation: 'GetDatabase',
    input: Name => ({ Name }),
    read: answer => answer.Database,
  },
  lists: [
    {
      operation: 'GetDatabases',
      input: {},
      limit: 100,
      read: answer => answer.DatabaseList,
    },
  ],
  filters: [
    {
      operation: 'GetDatabases',
      input: { ResourceShareType: 'FEDERATED' },
      members: {},
      found: [],
    },
    {
      operation: 'GetDatabases',
      input: { ResourceShareType: 'FOREIGN' },
      members: {},
      found: [],
    },
    {
      operation: 'GetDatabases',
      input: { ResourceShareType: 'ALL', AttributesToGet: ['NAME'] },
      members: {},
      found: ['a', 'b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateDatabase',
    input: Name => ({
      Name,
      DatabaseInput: { Name, Description: 'new' },
    }),
    changed: { Description: 'new' },
  },
  delete: { operation: 'DeleteDatabase', input: Name => ({ Name }) },
  arn: name => `database/${name}`,
};

const DATABASE = {
  operation: 'CreateDatabase',
  input: { DatabaseInput: { Name: 'sales' } },
};
const IN_DATABASE = { DatabaseName: 'sales' };

export const table: Kind = {
  kind: 'a table',
  nameOf,
  before: [DATABASE],
  create: {
    operation: 'CreateTable',
    input: (Name, members) => ({
      ...IN_DATABASE,
      TableInput: { Name, ...members },
    }),
  },
  get: {
    operation: 'GetTable',
    input: Name => ({ ...IN_DATABASE, Name }),
    read: answer => answer.Table,
  },
  lists: [
    {
      operation: 'GetTables',
      input: IN_DATABASE,
      limit: 100,
      read: answer => answer.TableList,
    },
    {
      operation: 'SearchTables',
      input: {},
      limit: 1000,
      read: answer => answer.TableList,
    },
  ],
  filters: [
    {
      operation: 'GetTables',
      input: { Expression: '[bc]|x' },
      members: {},
      found: ['b', 'c'],
    },
    {
      operation: 'GetTables',
      input: { AttributesToGet: ['NAME', 'TABLE_TYPE'] },
      members: {},
      found: ['a', 'b', 'c'],
    },
    {
      operation: 'GetTables',
      input: { ResourceShareType: 'FEDERATED' },
      members: {},
      found: [],
    },
    {
      operation: 'SearchTables',
      input: { Filters: [{ Key: 'Owner', Value: 'data' }] },
      members: { Owner: 'data' },
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateTable',
    input: Name => ({
      ...IN_DATABASE,
      TableInput: { Name, Description: 'new' },
    }),
    changed: { Description: 'new', VersionId: '1' },
  },
  delete: {
    operation: 'DeleteTable',
    input: Name => ({ ...IN_DATABASE, Name }),
  },
  batchDelete: {
    operation: 'BatchDeleteTable',
    input: TablesToDelete => ({ ...IN_DATABASE, TablesToDelete }),
    errors: answer =>
      answer.Errors.map((error: any) => [
        error.TableName,
        error.ErrorDetail.ErrorCode,
      ]),
  },
};

const OF_TABLE = { DatabaseName: 'sales', TableName: 'orders' };
const valuesOf = (names: string[]) => names.map(name => ({ Values: [name] }));

/** Its name is its one value. */
export const partition: Kind = {
  kind: 'a partition',
  nameOf: ({ Values }) => Values[0],
  before: [
    DATABASE,
    {
      operation: 'CreateTable',
      input: {
        ...IN_DATABASE,
        TableInput: {
          Name: 'orders',
          PartitionKeys: [{ Name: 'region', Type: 'string' }],
        },
      },
    },
  ],
  create: {
    operation: 'CreatePartition',
    input: (name, members) => ({
      ...OF_TABLE,
      PartitionInput: { Values: [name], ...members },
    }),
  },
  get: {
    operation: 'GetPartition',
    input: name => ({ ...OF_TABLE, PartitionValues: [name] }),
    read: answer => answer.Partition,
  },
  lists: [
    {
      operation: 'GetPartitions',
      input: OF_TABLE,
      limit: 1000,
      read: answer => answer.Partitions,
    },
  ],
  filters: [
    {
      operation: 'GetPartitions',
      input: { Expression: "region IN ('b', 'c', 'x')" },
      members: {},
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdatePartition',
    input: name => ({
      ...OF_TABLE,
      PartitionValueList: [name],
      PartitionInput: { Values: [name], Parameters: { rows: '7' } },
    }),
    changed: { Parameters: { rows: '7' } },
  },
  delete: {
    operation: 'DeletePartition',
    input: name => ({ ...OF_TABLE, PartitionValues: [name] }),
  },
  batchGet: {
    operation: 'BatchGetPartition',
    input: names => ({ ...OF_TABLE, PartitionsToGet: valuesOf(names) }),
    found: answer => answer.Partitions,
    missing: answer => answer.UnprocessedKeys,
    saysMissing: [],
  },
  batchDelete: {
    operation: 'BatchDeletePartition',
    input: names => ({ ...OF_TABLE, PartitionsToDelete: valuesOf(names) }),
    errors: answer =>
      answer.Errors.map((error: any) => [
        error.PartitionValues[0],
        error.ErrorDetail.ErrorCode,
      ]),
  },
};

const connectionInput = (Name: string, members: object = {}) => ({
  Name,
  ConnectionType: 'NETWORK',
  ConnectionProperties: {},
  ...members,
});

export const connection: Kind = {
  kind: 'a connection',
  nameOf,
  create: {
    operation: 'CreateConnection',
    input: (name, { Tags, ...members }: { Tags?: object }) => ({
      ConnectionInput: connectionInput(name, members),
      Tags,
    }),
  },
  get: {
    operation: 'GetConnection',
    input: Name => ({ Name }),
    read: answer => answer.Connection,
  },
  lists: [
    {
      operation: 'GetConnections',
      input: {},
      limit: 1000,
      read: answer => answer.ConnectionList,
    },
  ],
  filters: [
    {
      operation: 'GetConnections',
      input: { Filter: { ConnectionType: 'JDBC' } },
      members: {
        ConnectionType: 'JDBC',
        ConnectionProperties: {
          JDBC_CONNECTION_URL: 'jdbc:redshift://127.0.0.1:5439/dev',
          USERNAME: 'admin',
          PASSWORD: 'secret',
        },
      },
      found: ['b', 'c'],
    },
    {
      operation: 'GetConnections',
      input: { Filter: { MatchCriteria: ['warehouse'] }, HidePassword: true },
      members: { MatchCriteria: ['x', 'warehouse'] },
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateConnection',
    input: Name => ({
      Name,
      ConnectionInput: connectionInput(Name, { Description: 'new' }),
    }),
    changed: { Description: 'new' },
  },
  delete: {
    operation: 'DeleteConnection',
    input: ConnectionName => ({ ConnectionName }),
  },
  batchDelete: {
    operation: 'BatchDeleteConnection',
    input: ConnectionNameList => ({ ConnectionNameList }),
    errors: answer =>
      Object.entries(answer.Errors).map(([name, error]: [string, any]) => [
        name,
        error.ErrorCode,
      ]),
  },
  arn: name => `connection/${name}`,
};
