import type { DeployContext } from '../DeployContext';
import { handlerOf } from '.';

/** Records the operations a handler calls, and answers what the service would. */
function recorder(answers: Record<string, unknown> = {}) {
  const calls: [string, Record<string, unknown>][] = [];
  const context = {
    region: 'us-east-1',
    invoke: async (
      service: string,
      operation: string,
      input: Record<string, unknown>,
    ) => {
      // As over the wire: absent members are not sent.
      calls.push([
        `${service}:${operation}`,
        JSON.parse(JSON.stringify(input)),
      ]);
      return answers[operation] ?? {};
    },
  } as unknown as DeployContext;
  return { calls, context };
}

interface Case {
  type: string;
  name: string;
  properties: Record<string, unknown>;
  create: [string, Record<string, unknown>];
  update: [string, Record<string, unknown>];
  delete: [string, Record<string, unknown>];
  answers?: Record<string, unknown>;
}

const cases: Case[] = [
  {
    type: 'AWS::Glue::Database',
    name: 'covid',
    properties: { CatalogId: '1', DatabaseInput: { Name: 'covid' } },
    create: ['glue:CreateDatabase', { DatabaseInput: { Name: 'covid' } }],
    update: [
      'glue:UpdateDatabase',
      { Name: 'covid', DatabaseInput: { Name: 'covid' } },
    ],
    delete: ['glue:DeleteDatabase', { Name: 'covid' }],
  },
  {
    type: 'AWS::Glue::Table',
    name: 'covid.raw',
    properties: { DatabaseName: 'covid', TableInput: { Name: 'raw' } },
    create: [
      'glue:CreateTable',
      { DatabaseName: 'covid', TableInput: { Name: 'raw' } },
    ],
    update: [
      'glue:UpdateTable',
      { DatabaseName: 'covid', TableInput: { Name: 'raw' } },
    ],
    delete: ['glue:DeleteTable', { DatabaseName: 'covid', Name: 'raw' }],
  },
  {
    type: 'AWS::Glue::Classifier',
    name: 'pipes',
    properties: {
      CsvClassifier: {
        Name: 'pipes',
        Delimiter: '|',
        AllowSingleColumn: 'true',
      },
    },
    create: [
      'glue:CreateClassifier',
      {
        CsvClassifier: {
          Name: 'pipes',
          Delimiter: '|',
          AllowSingleColumn: true,
        },
      },
    ],
    update: [
      'glue:UpdateClassifier',
      {
        CsvClassifier: {
          Name: 'pipes',
          Delimiter: '|',
          AllowSingleColumn: true,
        },
      },
    ],
    delete: ['glue:DeleteClassifier', { Name: 'pipes' }],
  },
  {
    type: 'AWS::Glue::Classifier',
    name: 'rows',
    properties: { JsonClassifier: { Name: 'rows', JsonPath: '$[*]' } },
    create: [
      'glue:CreateClassifier',
      { JsonClassifier: { Name: 'rows', JsonPath: '$[*]' } },
    ],
    update: [
      'glue:UpdateClassifier',
      { JsonClassifier: { Name: 'rows', JsonPath: '$[*]' } },
    ],
    delete: ['glue:DeleteClassifier', { Name: 'rows' }],
  },
  {
    type: 'AWS::Glue::Connection',
    name: 'covid-redshift',
    properties: {
      ConnectionInput: { Name: 'covid-redshift', ConnectionType: 'JDBC' },
    },
    create: [
      'glue:CreateConnection',
      { ConnectionInput: { Name: 'covid-redshift', ConnectionType: 'JDBC' } },
    ],
    update: [
      'glue:UpdateConnection',
      {
        Name: 'covid-redshift',
        ConnectionInput: { Name: 'covid-redshift', ConnectionType: 'JDBC' },
      },
    ],
    delete: ['glue:DeleteConnection', { ConnectionName: 'covid-redshift' }],
  },
  {
    type: 'AWS::Glue::Crawler',
    name: 'raw',
    properties: {
      Name: 'raw',
      Role: 'r',
      Targets: { S3Targets: [{ Path: 's3://b/raw/' }] },
      Schedule: { ScheduleExpression: 'cron(0 6 * * ? *)' },
      Tags: { a: 'b' },
    },
    create: [
      'glue:CreateCrawler',
      {
        Name: 'raw',
        Role: 'r',
        Targets: { S3Targets: [{ Path: 's3://b/raw/' }] },
        Schedule: 'cron(0 6 * * ? *)',
        Tags: { a: 'b' },
      },
    ],
    update: [
      'glue:UpdateCrawler',
      {
        Name: 'raw',
        Role: 'r',
        Targets: { S3Targets: [{ Path: 's3://b/raw/' }] },
        Schedule: 'cron(0 6 * * ? *)',
      },
    ],
    delete: ['glue:DeleteCrawler', { Name: 'raw' }],
  },
  {
    type: 'AWS::Glue::Job',
    name: 'load',
    properties: {
      Name: 'load',
      Command: { Name: 'glueetl', ScriptLocation: 's3://b/load.py' },
      NumberOfWorkers: '2',
      ExecutionProperty: { MaxConcurrentRuns: '3' },
    },
    create: [
      'glue:CreateJob',
      {
        Name: 'load',
        Command: { Name: 'glueetl', ScriptLocation: 's3://b/load.py' },
        NumberOfWorkers: 2,
        ExecutionProperty: { MaxConcurrentRuns: 3 },
      },
    ],
    update: [
      'glue:UpdateJob',
      {
        JobName: 'load',
        JobUpdate: {
          Command: { Name: 'glueetl', ScriptLocation: 's3://b/load.py' },
          NumberOfWorkers: 2,
          ExecutionProperty: { MaxConcurrentRuns: 3 },
        },
      },
    ],
    delete: ['glue:DeleteJob', { JobName: 'load' }],
  },
  {
    type: 'AWS::Glue::Workflow',
    name: 'covid-hiring',
    properties: { Name: 'covid-hiring', MaxConcurrentRuns: '1' },
    create: [
      'glue:CreateWorkflow',
      { Name: 'covid-hiring', MaxConcurrentRuns: 1 },
    ],
    update: [
      'glue:UpdateWorkflow',
      { Name: 'covid-hiring', MaxConcurrentRuns: 1 },
    ],
    delete: ['glue:DeleteWorkflow', { Name: 'covid-hiring' }],
  },
  {
    type: 'AWS::Glue::Trigger',
    name: 'load',
    properties: {
      Name: 'load',
      Type: 'CONDITIONAL',
      WorkflowName: 'covid-hiring',
      StartOnCreation: 'true',
      Actions: [{ JobName: 'load', Timeout: '5' }],
      Predicate: {
        Conditions: [
          {
            LogicalOperator: 'EQUALS',
            CrawlerName: 'processed',
            CrawlState: 'SUCCEEDED',
          },
        ],
      },
    },
    create: [
      'glue:CreateTrigger',
      {
        Name: 'load',
        Type: 'CONDITIONAL',
        WorkflowName: 'covid-hiring',
        StartOnCreation: true,
        Actions: [{ JobName: 'load', Timeout: 5 }],
        Predicate: {
          Conditions: [
            {
              LogicalOperator: 'EQUALS',
              CrawlerName: 'processed',
              CrawlState: 'SUCCEEDED',
            },
          ],
        },
      },
    ],
    update: [
      'glue:UpdateTrigger',
      {
        Name: 'load',
        TriggerUpdate: {
          Actions: [{ JobName: 'load', Timeout: 5 }],
          Predicate: {
            Conditions: [
              {
                LogicalOperator: 'EQUALS',
                CrawlerName: 'processed',
                CrawlState: 'SUCCEEDED',
              },
            ],
          },
        },
      },
    ],
    delete: ['glue:DeleteTrigger', { Name: 'load' }],
  },
  {
    type: 'AWS::RedshiftServerless::Namespace',
    name: 'covid-hiring',
    properties: {
      NamespaceName: 'covid-hiring',
      DbName: 'dev',
      AdminUsername: 'admin',
      IamRoles: ['r'],
      FinalSnapshotName: 'f',
    },
    create: [
      'redshift-serverless:CreateNamespace',
      {
        namespaceName: 'covid-hiring',
        dbName: 'dev',
        adminUsername: 'admin',
        iamRoles: ['r'],
      },
    ],
    update: [
      'redshift-serverless:UpdateNamespace',
      {
        namespaceName: 'covid-hiring',
        adminUsername: 'admin',
        iamRoles: ['r'],
      },
    ],
    delete: [
      'redshift-serverless:DeleteNamespace',
      { namespaceName: 'covid-hiring' },
    ],
    answers: {
      CreateNamespace: { namespace: { namespaceName: 'covid-hiring' } },
      UpdateNamespace: { namespace: { namespaceName: 'covid-hiring' } },
    },
  },
  {
    type: 'AWS::RedshiftServerless::Workgroup',
    name: 'covid-hiring',
    properties: {
      WorkgroupName: 'covid-hiring',
      NamespaceName: 'covid-hiring',
      BaseCapacity: '8',
      ConfigParameters: [
        { ParameterKey: 'require_ssl', ParameterValue: 'true' },
      ],
    },
    create: [
      'redshift-serverless:CreateWorkgroup',
      {
        workgroupName: 'covid-hiring',
        namespaceName: 'covid-hiring',
        baseCapacity: 8,
        configParameters: [
          { parameterKey: 'require_ssl', parameterValue: 'true' },
        ],
      },
    ],
    update: [
      'redshift-serverless:UpdateWorkgroup',
      {
        workgroupName: 'covid-hiring',
        baseCapacity: 8,
        configParameters: [
          { parameterKey: 'require_ssl', parameterValue: 'true' },
        ],
      },
    ],
    delete: [
      'redshift-serverless:DeleteWorkgroup',
      { workgroupName: 'covid-hiring' },
    ],
    answers: {
      CreateWorkgroup: { workgroup: { workgroupName: 'covid-hiring' } },
      UpdateWorkgroup: { workgroup: { workgroupName: 'covid-hiring' } },
    },
  },
  {
    type: 'AWS::SecretsManager::Secret',
    name: 'redshift',
    properties: { Name: 'redshift', SecretString: '{}' },
    create: [
      'secretsmanager:CreateSecret',
      { Name: 'redshift', SecretString: '{}' },
    ],
    // The text did not change, so it is not set again.
    update: ['secretsmanager:UpdateSecret', { SecretId: 'previous' }],
    delete: [
      'secretsmanager:DeleteSecret',
      { SecretId: 'redshift', ForceDeleteWithoutRecovery: true },
    ],
    answers: { CreateSecret: { ARN: 'arn:redshift' } },
  },
];

describe.each(cases)('$type', testCase => {
  const handler = handlerOf(testCase.type)!;
  const { name, properties, answers } = testCase;

  it('creates, updates and deletes by the operations of the service', async () => {
    const { calls, context } = recorder(answers);
    const request = { stack: 's', logicalId: 'Id', name, properties, context };
    const previous = { properties, physicalId: 'previous' };
    await handler.create(request);
    await handler.update({ ...request, previous, written: properties });
    await handler.delete(request);
    expect(calls).toEqual([testCase.create, testCase.update, testCase.delete]);
  });
});

describe('AWS::SecretsManager::Secret', () => {
  const secret = handlerOf('AWS::SecretsManager::Secret')!;
  const rules = { PasswordLength: 20 };
  const update = async (before: object, now: object) => {
    const { calls, context } = recorder();
    await secret.update({
      stack: 's',
      logicalId: 'Id',
      name: 'n',
      properties: { GenerateSecretString: now },
      written: { GenerateSecretString: now },
      previous: {
        properties: { GenerateSecretString: before },
        physicalId: 'arn',
      },
      context,
    });
    return calls[0][1].SecretString;
  };

  it('is generated again only when the rules change', async () => {
    expect(await update(rules, rules)).toBeUndefined();
    expect(await update(rules, { PasswordLength: 21 })).toHaveLength(21);
  });
});

it('has the attributes of a workgroup by their dotted names', async () => {
  const { context } = recorder({
    CreateWorkgroup: {
      workgroup: {
        workgroupName: 'w',
        workgroupArn: 'arn',
        endpoint: { address: 'localhost', port: 5439 },
      },
    },
  });
  const state = await handlerOf('AWS::RedshiftServerless::Workgroup')!.create({
    stack: 's',
    logicalId: 'Id',
    name: 'w',
    properties: {},
    context,
  });
  expect(state.physicalId).toBe('w');
  expect(state.attributes).toMatchObject({
    'Workgroup.WorkgroupArn': 'arn',
    'Workgroup.Endpoint.Address': 'localhost',
    'Workgroup.Endpoint.Port': 5439,
  });
});
