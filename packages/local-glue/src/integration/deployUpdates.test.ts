import { DeployStore } from '../deploy/DeployStore';
import { handledTypes, handlerOf } from '../deploy/resources';
import { Deployments, Resources } from './__testUtils__/Deployments';
import { everything } from './__testUtils__/everything';

jest.setTimeout(120_000);

/** The resources with other properties of some. */
function withChanges(
  changes: Record<string, Record<string, unknown>>,
  base: Resources = everything,
): Resources {
  return Object.fromEntries(
    Object.entries(base).map(([id, [type, properties]]) => [
      id,
      [type, { ...properties, ...changes[id] }],
    ]),
  );
}

const trigger = (properties: Record<string, unknown>): Resources => ({
  Start: [
    'AWS::Glue::Trigger',
    { Actions: [{ JobName: 'load' }], ...properties },
  ],
});
const onDemand = { Type: 'ON_DEMAND' };
const scheduled = { Type: 'SCHEDULED', Schedule: 'cron(0 6 * * ? *)' };

describe('updating a stack', () => {
  let deployments: Deployments;
  beforeEach(async () => {
    deployments = await Deployments.start();
    const { buckets } = deployments.server.context;
    buckets.create('assets');
    await buckets.put('assets', 'load.py', 'load');
  });
  afterEach(async () => {
    await deployments.stop();
  });

  const deploy = (resources: Resources) =>
    deployments.deploy(deployments.stack(resources));
  const triggers = async () => {
    const { Triggers } = await deployments.invoke('glue', 'GetTriggers', {});
    return Triggers as { Name: string; Type: string }[];
  };

  it('has a case of every type', () => {
    const types = Object.values(everything).map(([type]) => type);
    expect(types.sort()).toEqual([...handledTypes].sort());
  });

  it('names what the template does not, as CloudFormation does', async () => {
    const { ids, message } = await deploy(everything);
    expect(message).toBe('no failure');
    expect(ids).toMatchObject({
      Bucket: expect.stringMatching(/^orders-bucket-[a-z0-9]{12}$/),
      Classifier: expect.stringMatching(/^Classifier-[A-Za-z0-9]{12}$/),
      Cluster: expect.stringMatching(/^orders-cluster-[a-z0-9]{12}$/),
      Crawler: expect.stringMatching(/^Crawler-[A-Za-z0-9]{12}$/),
      Job: expect.stringMatching(/^Job-[A-Za-z0-9]{12}$/),
      Login: expect.stringMatching(
        /:secret:Login-[A-Za-z0-9]{12}-[A-Za-z0-9]{6}$/,
      ),
      Rule: expect.stringMatching(/^orders-Rule-[A-Za-z0-9]{12}$/),
      Trigger: expect.stringMatching(/^Trigger-[A-Za-z0-9]{12}$/),
    });
  });

  it('changes nothing when nothing changed', async () => {
    await deploy(everything);
    const { told, changes } = await deploy(everything);
    expect(told).toEqual([]);
    expect(changes).toEqual([{ unchanged: handledTypes.length }]);
  });

  it('makes again what somebody deleted, and says so', async () => {
    const folder = deployments.stack(everything);
    await deployments.deploy(folder);
    const { context } = deployments.server;
    const rows = new DeployStore(context.database).resources('orders');
    for (const row of rows.reverse()) {
      await handlerOf(row.type)!.delete({ ...row, context });
    }
    const { message, changes } = await deployments.deploy(folder);
    expect(message).toBe('no failure');
    expect(changes).toEqual([{ 'made-again': handledTypes.length }]);
    const { changes: later } = await deployments.deploy(folder);
    expect(later).toEqual([{ unchanged: handledTypes.length }]);
  });

  it('puts the triggers back into a workflow that somebody deleted', async () => {
    await deploy(everything);
    await deployments.invoke('glue', 'DeleteWorkflow', { Name: 'orders' });
    const { told } = await deploy(
      withChanges({ Workflow: { Description: 'changed' } }),
    );
    expect(told).toEqual(['made-again Workflow', 'made-again Trigger']);
    const { Workflow } = await deployments.invoke('glue', 'GetWorkflow', {
      Name: 'orders',
      IncludeGraph: true,
    });
    expect(Workflow.Description).toBe('changed');
    expect(Workflow.Graph.Nodes).toHaveLength(2);
  });

  it('keeps what was made again when the rest fails', async () => {
    await deploy(everything);
    await deployments.invoke('glue', 'DeleteWorkflow', { Name: 'orders' });
    const { message } = await deploy({
      ...withChanges({ Workflow: { Description: 'changed' } }),
      Broken: [
        'AWS::Glue::Trigger',
        {
          Type: 'ON_DEMAND',
          StartOnCreation: true,
          Actions: [{ JobName: 'load' }],
        },
      ],
    });
    expect(message).toContain('StartOnCreation');
    const { Workflow } = await deployments.invoke('glue', 'GetWorkflow', {
      Name: 'orders',
    });
    expect(Workflow.Description || undefined).toBeUndefined();
    const { changes } = await deploy(everything);
    expect(changes).toEqual([{ unchanged: handledTypes.length }]);
  });

  it('refuses another type of a trigger that has a name, and changes everything back', async () => {
    const before = trigger({ Name: 'start', ...onDemand });
    const flow = (Description: string): Resources => ({
      Workflow: ['AWS::Glue::Workflow', { Name: 'orders', Description }],
    });
    await deploy({ ...flow('first'), ...before });
    const { message, told } = await deploy({
      ...flow('second'),
      ...trigger({ Name: 'start', ...scheduled }),
    });
    expect(message).toBe(
      'Stack orders, resource Start (AWS::Glue::Trigger): CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename start and update the stack again. Type changes from "ON_DEMAND" to "SCHEDULED", and "Update requires: Replacement". Change Name together with it, or leave the name out so that CloudFormation gives one.',
    );
    expect(told).toEqual(['updated Workflow', 'rolled-back Workflow']);
    expect(await triggers()).toMatchObject([
      { Name: 'start', Type: 'ON_DEMAND' },
    ]);
    const { changes } = await deploy({ ...flow('first'), ...before });
    expect(changes).toEqual([{ unchanged: 2 }]);
  });

  it.each([
    ['without a name', onDemand, scheduled, /^Start-[A-Za-z0-9]{12}$/],
    [
      'with another name',
      { Name: 'by-hand', ...onDemand },
      { Name: 'daily', ...scheduled },
      /^daily$/,
    ],
  ])(
    'replaces a trigger %s: the new one first',
    async (_, before, now, name) => {
      const first = await deploy(trigger(before));
      const { told, ids } = await deploy(trigger(now));
      expect(told).toEqual(['replaced Start', 'deleted Start']);
      expect(await triggers()).toEqual([
        expect.objectContaining({
          Name: expect.stringMatching(name),
          Type: 'SCHEDULED',
        }),
      ]);
      expect(ids.Start).not.toBe(first.ids.Start);
      expect((await deploy(trigger(now))).changes).toEqual([{ unchanged: 1 }]);
    },
  );

  it('has no room for a new start trigger of a workflow beside the old one', async () => {
    await deploy(everything);
    const { message } = await deploy(withChanges({ Trigger: scheduled }));
    expect(message).toContain('Workflow orders has the start trigger Trigger-');
    expect((await deploy(everything)).changes).toEqual([
      { unchanged: handledTypes.length },
    ]);
  });

  it('changes the schedule, the tags and the description of a trigger in place', async () => {
    const tagged = (properties: object) =>
      trigger({ Name: 'start', ...scheduled, ...properties });
    await deploy(tagged({ Description: 'a', Tags: { old: '1', same: '1' } }));
    const { told } = await deploy(
      tagged({
        Schedule: 'cron(0 7 * * ? *)',
        // Without effect on a trigger that exists.
        StartOnCreation: true,
        Tags: { same: '1', added: '2' },
      }),
    );
    expect(told).toEqual(['updated Start']);
    const { Trigger } = await deployments.invoke('glue', 'GetTrigger', {
      Name: 'start',
    });
    expect(Trigger).toMatchObject({
      Schedule: 'cron(0 7 * * ? *)',
      State: 'CREATED',
    });
    expect(Trigger.Description).toBeUndefined();
    const { Tags } = await deployments.invoke('glue', 'GetTags', {
      ResourceArn: 'arn:aws:glue:us-east-1:000000000000:trigger/start',
    });
    expect(Tags).toEqual({ same: '1', added: '2' });
  });

  it('takes away what the template no longer says', async () => {
    const described = (with_: boolean): Resources => ({
      Workflow: [
        'AWS::Glue::Workflow',
        { Name: 'orders', ...(with_ && { Description: 'a' }) },
      ],
      Crawler: [
        'AWS::Glue::Crawler',
        {
          ...everything.Crawler[1],
          Name: 'raw',
          DatabaseName: 'orders',
          Targets: { S3Targets: [{ Path: 's3://orders/raw/' }] },
          ...(with_ && {
            Schedule: { ScheduleExpression: 'cron(0 6 * * ? *)' },
            Classifiers: [],
            TablePrefix: 'raw_',
          }),
        },
      ],
      Login: [
        'AWS::SecretsManager::Secret',
        { Name: 'login', ...(with_ && { Description: 'a' }) },
      ],
      Classifier: [
        'AWS::Glue::Classifier',
        {
          CsvClassifier: {
            Name: 'orders',
            Delimiter: ',',
            ...(with_ && { AllowSingleColumn: true, Header: ['a'] }),
          },
        },
      ],
    });
    await deploy(described(true));
    const { told } = await deploy(described(false));
    expect(told).toEqual([
      'updated Workflow',
      'updated Crawler',
      'updated Login',
      'updated Classifier',
    ]);
    const [{ Workflow }, { Crawler }, { Classifier }] = await Promise.all([
      deployments.invoke('glue', 'GetWorkflow', { Name: 'orders' }),
      deployments.invoke('glue', 'GetCrawler', { Name: 'raw' }),
      deployments.invoke('glue', 'GetClassifier', { Name: 'orders' }),
    ]);
    expect(Workflow.Description || undefined).toBeUndefined();
    const login = await deployments.invoke('secretsmanager', 'DescribeSecret', {
      SecretId: 'login',
    });
    expect(login.Description || undefined).toBeUndefined();
    expect(Crawler.Schedule).toBeUndefined();
    expect(Crawler.TablePrefix || undefined).toBeUndefined();
    expect(Classifier.CsvClassifier).toMatchObject({
      AllowSingleColumn: false,
      Header: [],
    });
  });

  it.each([
    [
      'tags of a namespace',
      { Namespace: { Tags: [{ Key: 'a', Value: 'b' }] } },
      /Rename orders and .* Tags changes from nothing/,
    ],
    [
      'the database of a namespace',
      { Namespace: { DbName: 'other' } },
      /DbName changes from "dev" to "other"/,
    ],
    [
      'the namespace of a workgroup',
      { Workgroup: { NamespaceName: 'other' } },
      /Rename orders and .* NamespaceName changes/,
    ],
    [
      'the catalog of a database',
      { Database: { CatalogId: '1' } },
      /Rename orders and .* CatalogId changes/,
    ],
  ])('refuses a change of %s', async (_, changes, reason) => {
    await deploy(everything);
    const { message } = await deploy(withChanges(changes));
    expect(message).toMatch(reason);
    const { changes: later } = await deploy(everything);
    expect(later).toEqual([{ unchanged: handledTypes.length }]);
  });

  it('replaces what is in what was replaced', async () => {
    const { ids } = await deploy(everything);
    const { told, message } = await deploy(
      withChanges({ Namespace: { NamespaceName: 'sales' } }),
    );
    // The workgroup keeps its name, so it cannot follow.
    expect(message).toContain('resource Workgroup');
    expect(told).toContain('rolled-back Namespace');
    const both = await deploy(
      withChanges({
        Namespace: { NamespaceName: 'sales' },
        Workgroup: { WorkgroupName: 'sales' },
      }),
    );
    expect(both.told).toEqual([
      'replaced Namespace',
      'replaced Workgroup',
      'deleted Workgroup',
      'deleted Namespace',
    ]);
    expect(ids.Namespace).toBe('orders');
  });

  it('refuses another type under the same logical id', async () => {
    await deploy({ Thing: ['AWS::Glue::Workflow', { Name: 'orders' }] });
    const { message, told } = await deploy({
      New: ['AWS::Glue::Workflow', { Name: 'new' }],
      Thing: ['AWS::IAM::Role', { RoleName: 'orders' }],
    });
    expect(message).toMatch(
      /^Stack orders: Update of resource type is not permitted\. .*: \[Thing\]\./,
    );
    expect(told).toEqual([]);
  });

  it('refuses a namespace without a name', async () => {
    const { message } = await deploy({
      Namespace: ['AWS::RedshiftServerless::Namespace', {}],
    });
    expect(message).toContain('required key [NamespaceName] not found');
  });

  it('keeps what is replaced where the template says so', async () => {
    const bucket = (BucketName: string): Resources => ({
      Data: [
        'AWS::S3::Bucket',
        { BucketName },
        { UpdateReplacePolicy: 'Retain' },
      ],
    });
    await deploy(bucket('orders-one'));
    const { told } = await deploy(bucket('orders-two'));
    expect(told).toEqual(['replaced Data', 'retained Data']);
    expect(deployments.server.context.buckets.exists('orders-one')).toBe(true);
  });
});
