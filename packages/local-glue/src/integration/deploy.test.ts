/* eslint-disable no-new -- constructs add themselves to their scope */
import { rmSync } from 'node:fs';
import {
  App,
  aws_glue as glue,
  aws_iam as iam,
  aws_redshiftserverless as redshift,
  aws_s3 as s3,
  aws_s3_assets as assets,
  aws_secretsmanager as secretsmanager,
  CfnOutput,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import { deployAssembly } from '../deploy/deployAssembly';
import { destroyAssembly } from '../deploy/destroyAssembly';
import { DeployEvent, DeployResult } from '../deploy/events';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';
import { synthesize } from './__testUtils__/synthesize';

jest.setTimeout(120_000);

interface Shape {
  name?: string;
  description?: string;
  withCrawler?: boolean;
  /** With a trigger that Glue refuses: on demand and yet started at once. */
  broken?: boolean;
}

/** Two stacks that share resources, as generated pipelines do. */
function pipeline(app: App, shape: Shape = {}) {
  const { name = 'demo', withCrawler = true } = shape;
  const warehouse = new Stack(app, `${name}-warehouse`);
  const secret = new secretsmanager.Secret(warehouse, 'Admin', {
    generateSecretString: {
      secretStringTemplate: '{"username":"admin"}',
      generateStringKey: 'password',
      excludePunctuation: true,
    },
  });
  const namespace = new redshift.CfnNamespace(warehouse, 'Namespace', {
    namespaceName: name,
    dbName: 'dev',
    adminUsername: 'admin',
    adminUserPassword: secret.secretValueFromJson('password').unsafeUnwrap(),
  });
  const workgroup = new redshift.CfnWorkgroup(warehouse, 'Workgroup', {
    workgroupName: name,
    namespaceName: namespace.ref,
  });

  const workflow = new Stack(app, `${name}-workflow`);
  const bucket = new s3.Bucket(workflow, 'Data', {
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  const role = new iam.Role(workflow, 'Role', {
    assumedBy: new iam.ServicePrincipal('glue.amazonaws.com'),
  });
  const script = new assets.Asset(workflow, 'Script', { path: __filename });
  const folder = new assets.Asset(workflow, 'Folder', { path: __dirname });
  const database = new glue.CfnDatabase(workflow, 'Database', {
    catalogId: workflow.account,
    databaseInput: { name: name.replace(/-/g, '_') },
  });
  const job = new glue.CfnJob(workflow, 'Job', {
    name: `${name}-job`,
    role: role.roleArn,
    command: {
      name: 'pythonshell',
      pythonVersion: '3.9',
      scriptLocation: script.s3ObjectUrl,
    },
    defaultArguments: {
      '--DATA_BUCKET': bucket.bucketName,
      '--EXTRA': folder.s3ObjectUrl,
      '--WORKGROUP_PORT': workgroup
        .getAtt('Workgroup.Endpoint.Port')
        .toString(),
      '--SECRET': secret.secretArn,
    },
    maxCapacity: 0.0625,
  });
  const flow = new glue.CfnWorkflow(workflow, 'Workflow', {
    name,
    description: shape.description ?? 'first',
  });
  const start = new glue.CfnTrigger(workflow, 'Start', {
    name: `${name}-start`,
    type: 'ON_DEMAND',
    workflowName: flow.ref,
    actions: [{ jobName: job.ref }],
  });
  if (withCrawler) {
    const crawler = new glue.CfnCrawler(workflow, 'Crawler', {
      name: `${name}-raw`,
      role: role.roleArn,
      databaseName: database.ref,
      targets: { s3Targets: [{ path: bucket.s3UrlForObject('raw/') }] },
    });
    const then = new glue.CfnTrigger(workflow, 'Then', {
      name: `${name}-crawl`,
      type: 'CONDITIONAL',
      startOnCreation: true,
      workflowName: flow.ref,
      actions: [{ crawlerName: crawler.ref }],
      predicate: {
        conditions: [
          { logicalOperator: 'EQUALS', jobName: job.ref, state: 'SUCCEEDED' },
        ],
      },
    });
    then.addResourceDependency(start);
  }
  if (shape.broken) {
    const broken = new glue.CfnTrigger(workflow, 'Broken', {
      name: `${name}-broken`,
      type: 'ON_DEMAND',
      startOnCreation: true,
      actions: [{ jobName: job.ref }],
    });
    broken.addResourceDependency(start);
  }
  new CfnOutput(workflow, 'BucketName', { value: bucket.bucketName });
}

describe('deploying a synthesized CDK app', () => {
  let server: TestServer;
  // Synthesizing takes longer than deploying: once for each set of shapes.
  const folders = new Map<string, string>();

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(async () => {
    await server.stop();
  });
  afterAll(() => {
    folders.forEach(folder => rmSync(folder, { recursive: true }));
  });

  const deploy = async (...shapes: Shape[]) => {
    const key = JSON.stringify(shapes);
    const folder =
      folders.get(key) ??
      synthesize(app => shapes.forEach(shape => pipeline(app, shape)));
    folders.set(key, folder);
    const events: DeployEvent[] = [];
    const result = await deployAssembly(folder, server.context, event =>
      events.push(event),
    );
    return { result, events };
  };
  const changes = (result: DeployResult) =>
    result.ok && Object.assign({}, ...result.stacks.map(s => s.changes));
  const invoke = (operation: string, input: Record<string, unknown>) =>
    server.context.invoke('glue', operation, input);

  it('creates what the templates say, across stacks', async () => {
    const { result } = await deploy({});
    expect(result).toMatchObject({ ok: true });

    const { Workflow } = await invoke('GetWorkflow', {
      Name: 'demo',
      IncludeGraph: true,
    });
    const names = Workflow.Graph.Nodes.map((n: { Name: string }) => n.Name);
    expect(names.sort()).toEqual([
      'demo-crawl',
      'demo-job',
      'demo-raw',
      'demo-start',
    ]);
    const { Trigger } = await invoke('GetTrigger', { Name: 'demo-crawl' });
    expect(Trigger.State).toBe('ACTIVATED');

    const { Job } = await invoke('GetJob', { JobName: 'demo-job' });
    const { '--DATA_BUCKET': bucket, ...others } = Job.DefaultArguments;
    expect(bucket).toMatch(/^demo-workflow-data[0-9a-f]+-[a-z0-9]{12}$/);
    expect(server.context.buckets.exists(bucket)).toBe(true);
    expect(others['--WORKGROUP_PORT']).toBe('5439');
    expect(Job.Role).toMatch(/^arn:aws:iam::000000000000:role\//);
    for (const uri of [Job.Command.ScriptLocation, others['--EXTRA']]) {
      const [, , assetBucket, key] = uri.split('/');
      expect(await server.context.buckets.has(assetBucket, key)).toBe(true);
    }

    const { SecretString } = await server.context.invoke(
      'secretsmanager',
      'GetSecretValue',
      { SecretId: others['--SECRET'] },
    );
    expect(JSON.parse(SecretString)).toEqual({
      username: 'admin',
      password: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
    });
    // The state of deployments is readable by whoever reads the file.
    const stored = server.context.database
      .prepare(
        'SELECT group_concat(properties) AS all_of_them FROM deployed_resources',
      )
      .get() as { all_of_them: string };
    expect(stored.all_of_them).not.toContain(JSON.parse(SecretString).password);

    const leftOut = result.ok && result.leftOut.map(l => l.resourceType);
    expect(leftOut).toEqual(
      expect.arrayContaining(['AWS::IAM::Role', 'Custom::S3AutoDeleteObjects']),
    );
    expect(result.ok && result.stacks[1].outputs).toEqual({
      BucketName: bucket,
    });
  });

  it('changes nothing the second time', async () => {
    const first = await deploy({});
    const second = await deploy({});
    expect(changes(first.result)).toEqual({ created: expect.any(Number) });
    expect(changes(second.result)).toEqual({ unchanged: expect.any(Number) });
  });

  it('updates what changed, deletes what disappeared', async () => {
    await deploy({});
    const { events } = await deploy({
      description: 'second',
      withCrawler: false,
    });
    const told = events.flatMap(event =>
      event.type === 'resource' && event.action !== 'unchanged'
        ? [`${event.action} ${event.physicalId}`]
        : [],
    );
    expect(told).toEqual([
      'updated demo',
      'deleted demo-crawl',
      'deleted demo-raw',
    ]);
    const { Workflow } = await invoke('GetWorkflow', { Name: 'demo' });
    expect(Workflow.Description).toBe('second');
    await expect(invoke('GetCrawler', { Name: 'demo-raw' })).rejects.toThrow();
  });

  it('leaves nothing behind when the first deployment fails', async () => {
    const { result } = await deploy({ broken: true });
    expect(result).toMatchObject({
      ok: false,
      stack: 'demo-workflow',
      logicalId: 'Broken',
      resourceType: 'AWS::Glue::Trigger',
      message: expect.stringMatching(
        /^Stack demo-workflow, resource Broken \(AWS::Glue::Trigger\): .*StartOnCreation/,
      ),
    });
    expect(await invoke('ListWorkflows', {})).toMatchObject({ Workflows: [] });
    expect(await invoke('ListJobs', {})).toMatchObject({ JobNames: [] });
    await expect(
      server.context.invoke('redshift-serverless', 'GetWorkgroup', {
        workgroupName: 'demo',
      }),
    ).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    expect(server.context.buckets.list()).toEqual([
      'cdk-hnb659fds-assets-000000000000-us-east-1',
    ]);

    // And what failed can be repaired and deployed.
    expect((await deploy({})).result.ok).toBe(true);
  });

  it('changes everything back when a later deployment fails', async () => {
    await deploy({});
    const { result } = await deploy({
      description: 'second',
      broken: true,
    });
    expect(result.ok).toBe(false);
    const { Workflow } = await invoke('GetWorkflow', { Name: 'demo' });
    expect(Workflow.Description).toBe('first');
    expect(changes((await deploy({})).result)).toEqual({
      unchanged: expect.any(Number),
    });
  });

  it('refuses the name of a workflow that another stack has', async () => {
    await deploy({});
    const folder = synthesize(app => {
      const other = new Stack(app, 'other');
      new glue.CfnWorkflow(other, 'Workflow', { name: 'demo' });
    });
    folders.set('other', folder);
    const result = await deployAssembly(folder, server.context, () => {});
    expect(result).toMatchObject({
      ok: false,
      message:
        'Stack other, resource Workflow (AWS::Glue::Workflow): A Glue workflow named "demo" exists already, deployed by the stack demo-workflow. Choose another name, or delete that one first.',
    });
  });

  it('refuses the name of something that nobody deployed', async () => {
    await invoke('CreateWorkflow', { Name: 'demo' });
    const { result } = await deploy({});
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining('and no stack deployed it'),
    });
    // What was there before is not ours to remove.
    await expect(invoke('GetWorkflow', { Name: 'demo' })).resolves.toBeTruthy();
  });

  it('reads a secret by the name that CloudFormation gave it', async () => {
    const folder = synthesize(app => {
      const stack = new Stack(app, 'names-of-secrets');
      const loader = new secretsmanager.Secret(stack, 'Loader', {
        generateSecretString: {
          secretStringTemplate: '{"username":"loader"}',
          generateStringKey: 'password',
        },
      });
      // The CDK takes this name out of the ARN, by its hyphens.
      const { secretName } = loader;
      new glue.CfnConnection(stack, 'Connection', {
        catalogId: stack.account,
        connectionInput: {
          name: 'by-name',
          connectionType: 'JDBC',
          connectionProperties: {
            JDBC_CONNECTION_URL: 'jdbc:redshift://warehouse:5439/dev',
            USERNAME: 'loader',
            PASSWORD: `{{resolve:secretsmanager:${secretName}:SecretString:password}}`,
          },
        },
      });
      new CfnOutput(stack, 'SecretName', { value: secretName });
    });
    folders.set('names of secrets', folder);
    const result = await deployAssembly(folder, server.context, () => {});
    expect(result).toMatchObject({ ok: true });
    const SecretId = result.ok && result.stacks[0].outputs.SecretName;
    expect(SecretId).toMatch(/^Loader[0-9A-F]{8}-[A-Za-z0-9]{12}$/);
    const [{ SecretString }, { Connection }] = await Promise.all([
      server.context.invoke('secretsmanager', 'GetSecretValue', { SecretId }),
      invoke('GetConnection', { Name: 'by-name' }),
    ]);
    expect(Connection.ConnectionProperties.PASSWORD).toBe(
      JSON.parse(SecretString).password,
    );
  });

  it('deletes what it deployed, and can deploy it again', async () => {
    await deploy({});
    const folder = folders.get(JSON.stringify([{}]))!;
    const events: DeployEvent[] = [];
    const result = await destroyAssembly(folder, server.context, event =>
      events.push(event),
    );
    expect(result).toMatchObject({ ok: true });
    expect(
      events.flatMap(event =>
        event.type === 'stack' && event.action === 'destroyed'
          ? [event.stack]
          : [],
      ),
    ).toEqual(['demo-workflow', 'demo-warehouse']);
    await expect(invoke('GetWorkflow', { Name: 'demo' })).rejects.toMatchObject(
      { code: 'EntityNotFoundException' },
    );
    expect((await deploy({})).result).toMatchObject({ ok: true });
  });
});
