import type { Resources } from './Deployments';

const catalog = { Ref: 'AWS::AccountId' };

/** One of every type that is made, where there is s3://assets/load.py. */
export const everything: Resources = {
  Bucket: ['AWS::S3::Bucket', {}],
  Notifications: [
    'Custom::S3BucketNotifications',
    {
      BucketName: { Ref: 'Bucket' },
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    },
  ],
  File: [
    'Custom::JobFile',
    {
      From: 'assets',
      FromKey: 'load.py',
      Bucket: { Ref: 'Bucket' },
      Key: 'scripts/1/load.py',
    },
  ],
  Login: [
    'AWS::SecretsManager::Secret',
    { GenerateSecretString: { ExcludePunctuation: true } },
  ],
  Database: [
    'AWS::Glue::Database',
    { CatalogId: catalog, DatabaseInput: { Name: 'orders' } },
  ],
  Table: [
    'AWS::Glue::Table',
    {
      CatalogId: catalog,
      DatabaseName: { Ref: 'Database' },
      TableInput: { Name: 'raw' },
    },
  ],
  Classifier: ['AWS::Glue::Classifier', { CsvClassifier: { Delimiter: ';' } }],
  Connection: [
    'AWS::Glue::Connection',
    {
      CatalogId: catalog,
      ConnectionInput: {
        Name: 'orders',
        ConnectionType: 'NETWORK',
        ConnectionProperties: {},
      },
    },
  ],
  Crawler: [
    'AWS::Glue::Crawler',
    {
      Role: 'any',
      DatabaseName: { Ref: 'Database' },
      Targets: { S3Targets: [{ Path: { 'Fn::Sub': 's3://${Bucket}/raw/' } }] },
    },
  ],
  Job: [
    'AWS::Glue::Job',
    {
      Role: 'any',
      Command: { Name: 'glueetl', ScriptLocation: 's3://b/load.py' },
    },
  ],
  SecurityConfiguration: [
    'AWS::Glue::SecurityConfiguration',
    {
      Name: 'strict',
      EncryptionConfiguration: {
        S3Encryptions: [{ S3EncryptionMode: 'SSE-S3' }],
      },
    },
  ],
  Workflow: ['AWS::Glue::Workflow', { Name: 'orders' }],
  Trigger: [
    'AWS::Glue::Trigger',
    {
      Type: 'ON_DEMAND',
      WorkflowName: { Ref: 'Workflow' },
      Actions: [{ JobName: { Ref: 'Job' } }],
    },
  ],
  Rule: [
    'AWS::Events::Rule',
    {
      EventPattern: { source: ['aws.s3'] },
      Targets: [
        {
          Id: 'workflow',
          Arn: {
            'Fn::Sub':
              'arn:aws:glue:${AWS::Region}:${AWS::AccountId}:workflow/${Workflow}',
          },
        },
      ],
    },
  ],
  Cluster: [
    'AWS::Redshift::Cluster',
    {
      ClusterType: 'single-node',
      NodeType: 'ra3.large',
      DBName: 'sales',
      MasterUsername: 'admin',
      MasterUserPassword: 'Secret123',
    },
  ],
  Namespace: [
    'AWS::RedshiftServerless::Namespace',
    {
      NamespaceName: 'orders',
      AdminUsername: 'admin',
      AdminUserPassword: {
        'Fn::Sub': '{{resolve:secretsmanager:${Login}}}',
      },
    },
  ],
  Workgroup: [
    'AWS::RedshiftServerless::Workgroup',
    { WorkgroupName: 'orders', NamespaceName: { Ref: 'Namespace' } },
  ],
};
