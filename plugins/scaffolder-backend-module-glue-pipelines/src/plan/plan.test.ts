import { createMockDirectory } from '@backstage/backend-test-utils';
import { NEVER } from '@glue-pipelines/pipeline';
import { plannedGraph } from './plannedGraph';
import { plannedRoles } from './plannedRoles';
import { plannedWarnings } from './plannedWarnings';
import { SynthesizedApp } from './SynthesizedApp';

const WORKFLOW = {
  Resources: {
    BucketE3889A50: { Type: 'AWS::S3::Bucket' },
    Transform0A7FEA9B: {
      Type: 'AWS::Glue::Job',
      Properties: { Name: 'orders-transform' },
    },
    Raw0A7FEA9B: {
      Type: 'AWS::Glue::Crawler',
      Properties: { Name: 'orders-raw' },
    },
    Start156743FD: {
      Type: 'AWS::Glue::Trigger',
      Properties: {
        Name: 'orders-start',
        Type: 'SCHEDULED',
        Schedule: NEVER,
        Actions: [{ CrawlerName: { Ref: 'Raw0A7FEA9B' } }],
      },
    },
    Then156743FD: {
      Type: 'AWS::Glue::Trigger',
      Properties: {
        Name: 'orders-transform',
        Type: 'CONDITIONAL',
        Predicate: { Conditions: [{ CrawlerName: { Ref: 'Raw0A7FEA9B' } }] },
        Actions: [{ JobName: { Ref: 'Transform0A7FEA9B' } }],
      },
    },
    Policy342FFB6A: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        Roles: [{ 'Fn::ImportValue': 'warehouse:LoadRole' }],
        PolicyDocument: {
          Statement: [
            {
              Action: 's3:GetObject',
              Resource: {
                'Fn::Join': [
                  '',
                  [{ 'Fn::GetAtt': ['BucketE3889A50', 'Arn'] }, '/loading/*'],
                ],
              },
            },
            {
              Action: ['s3:ListBucket'],
              Condition: { StringLike: { 's3:prefix': ['a.csv', 'b/'] } },
              Resource: [
                {
                  'Fn::Join': [
                    '',
                    ['arn:', { Ref: 'AWS::Partition' }, ':s3:::shop'],
                  ],
                },
                { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::shop' },
              ],
            },
            {
              Action: 'redshift-data:ExecuteStatement',
              Resource: { 'Fn::ImportValue': 'warehouse:Arn' },
            },
            { Action: 'glue:GetTable', Resource: '*' },
          ],
        },
      },
    },
  },
};

const WAREHOUSE = {
  Resources: {
    LoadRoleA419DC00: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description: 'Job load',
        AssumeRolePolicyDocument: {
          Statement: [{ Principal: { Service: 'glue.amazonaws.com' } }],
        },
        ManagedPolicyArns: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/Basic' },
        ],
      },
    },
    Workgroup: {
      Type: 'AWS::RedshiftServerless::Workgroup',
      Properties: { WorkgroupName: 'orders' },
    },
  },
  Outputs: {
    Role: {
      Value: { Ref: 'LoadRoleA419DC00' },
      Export: { Name: 'warehouse:LoadRole' },
    },
    Arn: {
      Value: { 'Fn::GetAtt': ['Workgroup', 'Arn'] },
      Export: { Name: 'warehouse:Arn' },
    },
  },
};

describe('the plan of a synthesized app', () => {
  const directory = createMockDirectory({
    content: {
      'orders-workflow.template.json': JSON.stringify(WORKFLOW),
      'orders-warehouse.template.json': JSON.stringify(WAREHOUSE),
      'orders-workflow.metadata.json': JSON.stringify({
        '/orders/Jobs': [
          { type: 'aws:cdk:warning', data: 'It waits. [ack: glue:waits]' },
          { type: 'aws:cdk:info', data: 'Nothing' },
        ],
        '/orders/Other': [
          { type: 'aws:cdk:warning', data: 'It waits. [ack: glue:waits]' },
        ],
      }),
    },
  });

  it('has the graph of the workflow', async () => {
    const { nodes, edges } = plannedGraph(
      await SynthesizedApp.read(directory.path),
    );
    expect(nodes.map(({ id, type, name }) => [id, type, name])).toEqual([
      ['orders-workflow/Start156743FD', 'TRIGGER', 'orders-start'],
      ['CRAWLER/orders-raw', 'CRAWLER', 'orders-raw'],
      ['orders-workflow/Then156743FD', 'TRIGGER', 'orders-transform'],
      ['JOB/orders-transform', 'JOB', 'orders-transform'],
    ]);
    expect(nodes[0].trigger).toEqual({ type: 'ON_DEMAND', state: 'CREATED' });
    expect(
      edges.map(({ sourceId, destinationId }) => [sourceId, destinationId]),
    ).toEqual([
      ['orders-workflow/Start156743FD', 'CRAWLER/orders-raw'],
      ['CRAWLER/orders-raw', 'orders-workflow/Then156743FD'],
      ['orders-workflow/Then156743FD', 'JOB/orders-transform'],
    ]);
  });

  it('has the roles with what each may do, over stacks too', async () => {
    expect(plannedRoles(await SynthesizedApp.read(directory.path))).toEqual([
      {
        name: 'Job load',
        assumedBy: ['glue.amazonaws.com'],
        policies: ['policy/Basic'],
        grants: [
          {
            actions: ['s3:GetObject'],
            resources: ['Bucket/loading/*'],
            conditions: [],
          },
          {
            actions: ['s3:ListBucket'],
            resources: ['shop'],
            conditions: ['s3:prefix is a.csv or b/'],
          },
          {
            actions: ['redshift-data:ExecuteStatement'],
            resources: ['orders'],
            conditions: [],
          },
          { actions: ['glue:GetTable'], resources: ['*'], conditions: [] },
        ],
      },
    ]);
  });

  it('has what constructs warn of, once', async () => {
    expect(await plannedWarnings(directory.path)).toEqual(['It waits.']);
  });
});
