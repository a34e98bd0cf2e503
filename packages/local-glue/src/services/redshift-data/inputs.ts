import {
  boolean,
  integer,
  list,
  oneOf,
  string,
  structure,
} from '../../protocol/shape';

/** The constraints of the Amazon Redshift Data API Reference, a table for each operation. */

const clusterIdentifier = string({
  min: 1,
  max: 63,
  pattern: {
    expression: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    says: 'must be lower case letters, digits and single hyphens, and begin with a letter',
  },
});

const workgroupName = string({
  min: 3,
  max: 128,
  pattern: {
    expression:
      /^([a-z0-9-]{3,63}|arn:(aws(-[a-z]+)*):redshift-serverless:([a-z]{2}(-gov|(-iso[a-z]?))?|eusc-[a-z]+)-[a-z]+-\d{1}:\d{12}:workgroup\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9-]{1,63}\/[a-z0-9-]{1,63}))$/,
    says: 'must be the name or the ARN of a workgroup',
  },
});

const statementId = string({
  pattern: {
    expression: /^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\d{0,2})?$/,
    says: 'must be the id of a statement',
  },
});

const waitTimeSeconds = integer({ min: 1, max: 30 });

const place = {
  ClusterIdentifier: clusterIdentifier,
  WorkgroupName: workgroupName,
  DbUser: string(),
  SecretArn: string(),
};

const target = { ...place, Database: string() };

const submission = {
  ...target,
  ClientToken: string({ min: 1, max: 64 }),
  Parameters: list(
    structure({
      name: string({
        pattern: {
          expression: /^[0-9a-zA-Z_]+$/,
          says: 'must consist of letters, digits and _',
        },
      }),
      value: string({ min: 1 }),
    }),
    { min: 1 },
  ),
  ResultFormat: oneOf('JSON', 'CSV'),
  SessionId: statementId,
  SessionKeepAliveSeconds: integer({ min: 0, max: 86_400 }),
  StatementName: string({ max: 2048 }),
  WaitTimeSeconds: waitTimeSeconds,
  WithEvent: boolean(),
};

const page = (max: number) => ({
  MaxResults: integer({ min: 0, max }),
  NextToken: string(),
});

/** Of the model: a batch has 1 to 40 statements. */
export const inputs = {
  ExecuteStatement: structure({ Sql: string() }, submission),
  BatchExecuteStatement: structure(
    { Sqls: list(string(), { min: 1, max: 40 }) },
    { ...submission, ExecutionMode: oneOf('TRANSACTION', 'AUTO_COMMIT') },
  ),
  CancelStatement: structure({ Id: statementId }),
  DescribeStatement: structure(
    { Id: statementId },
    { WaitTimeSeconds: waitTimeSeconds },
  ),
  GetStatementResult: structure(
    { Id: statementId },
    { NextToken: string(), WaitTimeSeconds: waitTimeSeconds },
  ),
  ListStatements: structure(
    {},
    {
      ...page(100),
      ClusterIdentifier: clusterIdentifier,
      WorkgroupName: workgroupName,
      Database: string(),
      RoleLevel: boolean(),
      StatementName: string({ max: 2048 }),
      Status: oneOf(
        'SUBMITTED',
        'PICKED',
        'STARTED',
        'FINISHED',
        'ABORTED',
        'FAILED',
        'ALL',
      ),
    },
  ),
  ListSessions: structure(
    {},
    {
      ...page(100),
      ClusterIdentifier: clusterIdentifier,
      WorkgroupName: workgroupName,
      Database: string(),
      RoleLevel: boolean(),
      SessionId: statementId,
      Status: oneOf('AVAILABLE', 'BUSY', 'CLOSED'),
    },
  ),
  ListDatabases: structure({}, { ...target, ...page(1000) }),
  ListSchemas: structure(
    { Database: string() },
    {
      ...place,
      ...page(1000),
      ConnectedDatabase: string(),
      SchemaPattern: string(),
    },
  ),
  ListTables: structure(
    { Database: string() },
    {
      ...place,
      ...page(1000),
      ConnectedDatabase: string(),
      SchemaPattern: string(),
      TablePattern: string(),
    },
  ),
  DescribeTable: structure(
    { Database: string() },
    {
      ...place,
      ...page(1000),
      ConnectedDatabase: string(),
      Schema: string(),
      Table: string(),
    },
  ),
} as const;
