import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketNotificationConfigurationCommand,
  GetObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { GlueClient } from '@aws-sdk/client-glue';
import { EventBus } from '../services/events/EventBus';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';
import { waitForRun } from './__testUtils__/waitForRun';

jest.setTimeout(environmentTimeout);

/** Shows the ids of the events that started its workflow run. */
const script = `
import http.client, json, os, sys
def argument(name):
    return sys.argv[sys.argv.index('--' + name) + 1]
connection = http.client.HTTPConnection(os.environ['AWS_ENDPOINT_URL'].split('//')[1])
connection.request('POST', '/', json.dumps({
    'Name': argument('WORKFLOW_NAME'), 'RunId': argument('WORKFLOW_RUN_ID'),
}), {'X-Amz-Target': 'AWSGlue.GetWorkflowRunProperties'})
properties = json.loads(connection.getresponse().read())['RunProperties']
connection.request('PUT', '/raw/seen.json', json.dumps(properties))
connection.getresponse().read()
`;

const workflowArn = 'arn:aws:glue:us-east-1:000000000000:workflow/w';

describe('EventBridge', () => {
  let server: TestServer;
  let s3: S3Client;
  let glue: GlueClient;

  /** As a client sends it, without a client of EventBridge being installed. */
  const events = async (operation: string, input: object = {}) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSEvents.${operation}`,
      },
      body: JSON.stringify(input),
    });
    // Each operation answers with a shape of its own.
    const output = (await response.json()) as any;
    if (!response.ok) throw Object.assign(new Error(output.message), output);
    return output;
  };
  const invoke = (operation: string, input: Record<string, unknown>) =>
    server.context.invoke('glue', operation, input);
  const put = (Key: string, Body: string = 'x') =>
    s3.send(new PutObjectCommand({ Bucket: 'raw', Key, Body }));
  const runs = async () =>
    (await invoke('GetWorkflowRuns', { Name: 'w' })).Runs;

  const rule = {
    Name: 'arrivals',
    EventPattern: JSON.stringify({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: ['raw'] },
        object: { key: [{ prefix: 'in/' }] },
      },
    }),
  };

  beforeAll(async () => {
    server = await startTestServer();
    s3 = new S3Client({ ...server.clientOptions, forcePathStyle: true });
    glue = new GlueClient(server.clientOptions);
    await s3.send(new CreateBucketCommand({ Bucket: 'raw' }));
    await put('job.py', script);
    await invoke('CreateJob', {
      Name: 'j',
      Role: 'glue',
      Command: {
        Name: 'pythonshell',
        PythonVersion: '3.9',
        ScriptLocation: 's3://raw/job.py',
      },
      MaxCapacity: 0.0625,
    });
    await invoke('CreateWorkflow', { Name: 'w' });
    await invoke('CreateTrigger', {
      Name: 'on-arrival',
      Type: 'EVENT',
      WorkflowName: 'w',
      Actions: [{ JobName: 'j' }],
      EventBatchingCondition: { BatchSize: 2, BatchWindow: 900 },
    });
  });
  afterAll(() => server.stop());

  it('configures a bucket to tell it of its objects', async () => {
    const get = async () => {
      const { $metadata: _, ...configuration } = await s3.send(
        new GetBucketNotificationConfigurationCommand({ Bucket: 'raw' }),
      );
      return configuration;
    };
    const set = (NotificationConfiguration: object) =>
      s3.send(
        new PutBucketNotificationConfigurationCommand({
          Bucket: 'raw',
          NotificationConfiguration,
        }),
      );
    expect(await get()).toEqual({});
    await expect(
      set({
        QueueConfigurations: [
          { QueueArn: 'arn:aws:sqs:::q', Events: ['s3:ObjectCreated:*'] },
        ],
      }),
    ).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('SQS queues'),
    });
    await set({ EventBridgeConfiguration: {} });
    expect(await get()).toEqual({ EventBridgeConfiguration: {} });
    await set({});
    expect(await get()).toEqual({});
    await set({ EventBridgeConfiguration: {} });
  });

  it('keeps rules and their targets', async () => {
    expect(await events('PutRule', { ...rule, State: 'DISABLED' })).toEqual({
      RuleArn: 'arn:aws:events:us-east-1:000000000000:rule/arrivals',
    });
    const Targets = [
      { Id: '1', Arn: workflowArn, RoleArn: 'arn:aws:iam::0:role/r' },
    ];
    expect(await events('PutTargets', { Rule: rule.Name, Targets })).toEqual({
      FailedEntryCount: 0,
      FailedEntries: [],
    });
    const { RuleArn } = await events('PutRule', {
      ...rule,
      Description: 'Files that arrive',
      Tags: [{ Key: 'ignored', Value: 'as it is an update' }],
    });
    expect(await events('DescribeRule', { Name: rule.Name })).toEqual({
      ...rule,
      Arn: RuleArn,
      State: 'ENABLED',
      Description: 'Files that arrive',
      EventBusName: 'default',
      CreatedBy: '000000000000',
    });
    await events('TagResource', {
      ResourceARN: RuleArn,
      Tags: [{ Key: 'team', Value: 'sales' }],
    });
    expect(
      await events('ListTagsForResource', { ResourceARN: RuleArn }),
    ).toEqual({ Tags: [{ Key: 'team', Value: 'sales' }] });

    await events('PutRule', { ...rule, Name: 'another' });
    const { Rules, NextToken } = await events('ListRules', { Limit: 1 });
    expect(Rules).toMatchObject([{ Name: 'another' }]);
    expect(await events('ListRules', { NextToken })).toMatchObject({
      Rules: [{ Name: rule.Name }],
    });
    await events('DeleteRule', { Name: 'another' });
    await events('DeleteRule', { Name: 'another' });
    expect(await events('ListTargetsByRule', { Rule: rule.Name })).toEqual({
      Targets,
    });
    expect(
      await events('ListRuleNamesByTarget', { TargetArn: workflowArn }),
    ).toEqual({ RuleNames: [rule.Name] });
  });

  it('starts a workflow when its batch of objects is there, and a job sees which', async () => {
    await put('out/not-asked-for');
    await put('in/1.csv');
    expect(await runs()).toEqual([]);
    await s3.send(
      new CopyObjectCommand({
        Bucket: 'raw',
        Key: 'in/2.csv',
        CopySource: 'raw/in%2F1.csv',
      }),
    );
    const [run, ...others] = await runs();
    expect(others).toEqual([]);
    expect(run.StartingEventBatchCondition).toEqual({
      BatchSize: 2,
      BatchWindow: 0,
    });
    await waitForRun(glue, 'w', run.WorkflowRunId);
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: 'raw', Key: 'seen.json' }),
    );
    const seen = JSON.parse(await Body!.transformToString());
    expect(seen['aws:eventIds']).toMatch(/^\[[0-9a-f-]{36}, [0-9a-f-]{36}\]$/);
  });

  it('tells of uploads in parts, of deletions, and of nothing while disabled', async () => {
    const told: any[] = [];
    const send = jest
      .spyOn(EventBus.prototype, 'send')
      .mockImplementation(happening => {
        told.push(happening);
        return '';
      });
    const object = { Bucket: 'raw', Key: 'in/3.csv' };
    const { UploadId } = await s3.send(
      new CreateMultipartUploadCommand(object),
    );
    const { ETag } = await s3.send(
      new UploadPartCommand({
        ...object,
        UploadId,
        PartNumber: 1,
        Body: 'abc',
      }),
    );
    await s3.send(
      new CompleteMultipartUploadCommand({
        ...object,
        UploadId,
        MultipartUpload: { Parts: [{ ETag, PartNumber: 1 }] },
      }),
    );
    await s3.send(new DeleteObjectCommand(object));
    await s3.send(new DeleteObjectCommand(object));
    send.mockRestore();
    const [created, deleted, ...others] = told;
    expect(others).toEqual([]);
    // "EventBridge event message structure", Amazon S3 User Guide.
    expect(created).toMatchObject({
      source: 'aws.s3',
      detailType: 'Object Created',
      resources: ['arn:aws:s3:::raw'],
      detail: {
        version: '0',
        bucket: { name: 'raw' },
        object: {
          key: 'in/3.csv',
          size: 3,
          etag: expect.stringMatching(/^[0-9a-f]{32}-1$/),
          sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
        },
        'request-id': expect.any(String),
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'CompleteMultipartUpload',
      },
    });
    expect(deleted).toMatchObject({
      detailType: 'Object Deleted',
      detail: {
        object: { key: 'in/3.csv' },
        reason: 'DeleteObject',
        'deletion-type': 'Permanently Deleted',
      },
    });
    expect(
      deleted.detail.object.sequencer > created.detail.object.sequencer,
    ).toBe(true);

    await events('DisableRule', { Name: rule.Name });
    await put('in/4.csv');
    await put('in/5.csv');
    expect(await runs()).toHaveLength(1);
    await events('EnableRule', { Name: rule.Name });
    await put('in/6.csv');
    await put('in/7.csv');
    expect(await runs()).toHaveLength(2);
  });

  it('takes events of others, each for itself', async () => {
    await events('PutRule', {
      Name: 'orders',
      EventPattern:
        '{"source": ["shop"], "detail": {"total": [{"numeric": [">", 10]}]}}',
    });
    await events('PutTargets', {
      Rule: 'orders',
      Targets: [{ Id: '1', Arn: workflowArn }],
    });
    const entry = {
      Source: 'shop',
      DetailType: 'Order',
      Detail: '{"total": 11}',
    };
    const before = (await runs()).length;
    const { FailedEntryCount, Entries } = await events('PutEvents', {
      Entries: [
        entry,
        { ...entry, Detail: '{"total": 9}' },
        { ...entry, Source: 'aws.glue' },
        { ...entry, Detail: 'x' },
        { ...entry, Detail: undefined },
        { ...entry, EventBusName: 'other' },
        entry,
      ],
    });
    expect(FailedEntryCount).toBe(4);
    expect(
      Entries.map((answer: any) => answer.ErrorCode ?? typeof answer.EventId),
    ).toEqual([
      'string',
      'string',
      'NotAuthorizedForSourceException',
      'MalformedDetail',
      'InvalidArgument',
      'ResourceNotFoundException',
      'string',
    ]);
    expect(await runs()).toHaveLength(before + 1);
    expect(server.errors).toEqual([]);
  });

  it('starts a workflow when a job of another one has ended', async () => {
    await events('PutRule', {
      Name: 'ended',
      EventPattern: JSON.stringify({
        source: ['aws.glue'],
        'detail-type': ['Glue Job State Change'],
        detail: { jobName: ['alone'], state: ['SUCCEEDED'] },
      }),
    });
    await events('PutTargets', {
      Rule: 'ended',
      Targets: [{ Id: '1', Arn: workflowArn }],
    });
    await put('alone.py', 'pass');
    await invoke('CreateJob', {
      Name: 'alone',
      Role: 'glue',
      Command: { Name: 'pythonshell', ScriptLocation: 's3://raw/alone.py' },
      MaxCapacity: 0.0625,
    });
    const before = (await runs()).length;
    for (const ended of [1, 2]) {
      await invoke('StartJobRun', { JobName: 'alone' });
      let states: string[] = [];
      while (states.filter(state => state === 'SUCCEEDED').length < ended) {
        await sleep(50);
        const { JobRuns } = await invoke('GetJobRuns', { JobName: 'alone' });
        states = JobRuns.map((run: any) => run.JobRunState);
        expect(states).not.toContain('FAILED');
      }
    }
    expect(await runs()).toHaveLength(before + 1);
    await events('RemoveTargets', { Rule: 'ended', Ids: ['1'] });
    await events('DeleteRule', { Name: 'ended' });
  });

  it('tests patterns', async () => {
    const event = {
      id: '1',
      account: '0',
      source: 'shop',
      time: '2026-11-21T00:00:00Z',
      region: 'us-east-1',
      resources: [],
      'detail-type': 'Order',
    };
    const test = (Event: object) =>
      events('TestEventPattern', {
        EventPattern: '{"source": ["shop"]}',
        Event: JSON.stringify(Event),
      });
    expect(await test(event)).toEqual({ Result: true });
    expect(await test({ ...event, source: 'x' })).toEqual({ Result: false });
    await expect(test({ ...event, id: undefined })).rejects.toThrow('"id"');
  });

  const target = (members: object) => ({
    Rule: 'orders',
    Targets: [{ Id: 't', Arn: workflowArn, ...members }],
  });
  it.each<[string, object, string, string]>([
    ['PutRule', { Name: 'r' }, 'ValidationException', 'EventPattern'],
    [
      'PutRule',
      { Name: 'no blanks', EventPattern: '{}' },
      'ValidationException',
      'regular expression',
    ],
    [
      'PutRule',
      { Name: 'r', EventPattern: '{}' },
      'InvalidEventPatternException',
      'Empty objects',
    ],
    [
      'PutRule',
      { Name: 'r', ScheduleExpression: 'rate(1 day)' },
      'ValidationException',
      'SCHEDULED trigger',
    ],
    [
      'PutRule',
      { ...rule, EventBusName: 'mine' },
      'ResourceNotFoundException',
      'Event bus mine',
    ],
    [
      'DescribeRule',
      { Name: 'none' },
      'ResourceNotFoundException',
      'Rule none does not exist',
    ],
    ['EnableRule', { Name: 'none' }, 'ResourceNotFoundException', 'Rule none'],
    [
      'PutTargets',
      { ...target({}), Rule: 'none' },
      'ResourceNotFoundException',
      'Rule none',
    ],
    [
      'PutTargets',
      target({ Arn: 'arn:aws:lambda:us-east-1:0:function:f' }),
      'ValidationException',
      'service "lambda"',
    ],
    ['PutTargets', target({ Arn: 'w' }), 'ValidationException', 'the target w'],
    [
      'PutTargets',
      target({ Input: '{}' }),
      'ValidationException',
      'Input (target t)',
    ],
    [
      'PutTargets',
      {
        Rule: 'orders',
        Targets: [1, 2, 3, 4, 5]
          .map(n => ({ Id: `${n}`, Arn: workflowArn }))
          .concat({ Id: '6', Arn: workflowArn }),
      },
      'LimitExceededException',
      'up to 5',
    ],
    [
      'DeleteRule',
      { Name: 'orders' },
      'ValidationException',
      'since it has targets',
    ],
    [
      'ListTagsForResource',
      { ResourceARN: 'arn:aws:s3:::b' },
      'ResourceNotFoundException',
      'not the ARN of a rule',
    ],
    [
      'CreateEventBus',
      { Name: 'b' },
      'UnknownOperationException',
      'events:CreateEventBus',
    ],
  ])('%s refuses %j', async (operation, input, type, message) => {
    await expect(events(operation, input)).rejects.toMatchObject({
      __type: expect.stringContaining(type),
      message: expect.stringContaining(message),
    });
  });

  it('lets rules go', async () => {
    await events('RemoveTargets', { Rule: 'orders', Ids: ['1'] });
    await events('DeleteRule', { Name: 'orders' });
    expect(await events('ListRules')).toMatchObject({
      Rules: [{ Name: rule.Name }],
    });
  });
});
