/* eslint-disable no-new -- constructs add themselves to their scope */
import { rmSync } from 'node:fs';
import {
  App,
  aws_events as events,
  aws_glue as glue,
  aws_s3 as s3,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import {
  CopyObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { deployAssembly } from '../deploy/deployAssembly';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';
import { synthesize } from './__testUtils__/synthesize';

jest.setTimeout(120_000);

/** A workflow that starts when objects arrive in a bucket, as the CDK writes it. */
function arrivals(app: App, changed: boolean) {
  const stack = new Stack(app, 'arrivals', {
    env: { account: '123456789012', region: 'eu-central-1' },
  });
  const bucket = new s3.Bucket(stack, 'Raw', {
    bucketName: 'arrivals-raw',
    eventBridgeEnabled: !changed,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new s3.CfnBucket(stack, 'Plain', {
    bucketName: 'arrivals-plain',
    notificationConfiguration: {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    },
  });
  const workflow = new glue.CfnWorkflow(stack, 'Workflow', { name: 'load' });
  new glue.CfnTrigger(stack, 'Start', {
    name: 'load-on-arrival',
    type: 'EVENT',
    workflowName: workflow.ref,
    actions: [{ jobName: 'missing' }],
    eventBatchingCondition: { batchSize: 2, batchWindow: 60 },
  });
  const target = (id: string, service: string, resource: string) => ({
    id,
    arn: stack.formatArn({ service, resource, resourceName: workflow.ref }),
    roleArn: 'arn:aws:iam::123456789012:role/start',
  });
  new events.CfnRule(stack, 'Arrived', {
    name: 'arrived',
    description: changed ? 'changed' : 'first',
    eventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] } },
    },
    targets: [
      target('workflow', 'glue', 'workflow'),
      target('function', 'lambda', 'function'),
    ],
  });
  new events.CfnRule(stack, 'Nightly', {
    scheduleExpression: 'rate(1 day)',
    targets: [target('function', 'lambda', 'function')],
  });
}

describe('deploying a workflow that starts on events', () => {
  let server: TestServer;
  let client: S3Client;
  const folders = [false, true].map(changed =>
    synthesize(app => arrivals(app, changed)),
  );
  beforeAll(async () => {
    server = await startTestServer();
    client = new S3Client({ ...server.clientOptions, forcePathStyle: true });
  });
  afterAll(async () => {
    await server.stop();
    folders.forEach(folder => rmSync(folder, { recursive: true }));
  });

  const deploy = (folder: string) =>
    deployAssembly(folder, server.context, () => {});
  const runs = async () =>
    (await server.context.invoke('glue', 'GetWorkflowRuns', { Name: 'load' }))
      .Runs;

  it('makes rules, and leaves out what is not on this machine', async () => {
    const result = await deploy(folders[0]);
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.leftOut.map(left => left.logicalId)).toEqual(
      expect.arrayContaining(['Arrived', 'Nightly']),
    );
    const { Rules } = await server.context.invoke('events', 'ListRules', {});
    expect(Rules).toMatchObject([{ Name: 'arrived', State: 'ENABLED' }]);
    const { Targets } = await server.context.invoke(
      'events',
      'ListTargetsByRule',
      { Rule: 'arrived' },
    );
    expect(Targets).toMatchObject([
      {
        Id: 'workflow',
        Arn: 'arn:aws:glue:us-east-1:000000000000:workflow/load',
      },
    ]);
  });

  it('lets objects start the workflow', async () => {
    const Bucket = 'arrivals-raw';
    await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' }));
    await client.send(
      new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }),
    );
    expect(await runs()).toMatchObject([
      { StartingEventBatchCondition: { BatchSize: 2, BatchWindow: 0 } },
    ]);
    const { notifications } = server.context.buckets;
    expect(notifications.isEventBridgeEnabled('arrivals-plain')).toBe(true);
  });

  it('changes and takes away what the template does', async () => {
    const result = await deploy(folders[1]);
    expect(result).toMatchObject({ ok: true });
    const rule = await server.context.invoke('events', 'DescribeRule', {
      Name: 'arrived',
    });
    expect(rule.Description).toBe('changed');
    const { notifications } = server.context.buckets;
    expect(notifications.isEventBridgeEnabled('arrivals-raw')).toBe(false);
  });
});
