import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { environmentForTests } from '../jobs/__testUtils__/pythonEnvironment';
import { createServer, RunningServer } from '../server/createServer';
import { TestTerminal } from './__testUtils__/TestTerminal';
import { runCli } from '.';

jest.setTimeout(240_000);

/** Every command against a server that really runs a small pipeline. */
describe('the command line on a running server', () => {
  const data = mkdtempSync(join(tmpdir(), 'cli-'));
  let server: RunningServer;

  const run = async (args: string[], terminal = new TestTerminal()) => {
    const exitCode = await runCli(
      ['node', 'local-glue', ...args, '--endpoint', server.url],
      terminal,
    );
    const text = (lines: string[]) =>
      stripVTControlCharacters(lines.join('\n'));
    return { exitCode, out: text(terminal.out), notes: text(terminal.notes) };
  };
  const json = async (...args: string[]) => {
    const { out } = await run([...args, '--json']);
    return JSON.parse(out);
  };

  beforeAll(async () => {
    process.env.LOCAL_GLUE_PYTHON_ENV = environmentForTests;
    server = await createServer({
      dataDir: data,
      port: 0,
      log: { info() {}, warn() {}, error() {} },
    });
    await makePipeline(server);
    await server.context.jobs.settled();
  });
  afterAll(async () => {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('starts a run and tells each change, then what failed and how to go on', async () => {
    const { exitCode, out } = await run([
      'start',
      'orders',
      '-p',
      'day=2026-01-02',
      '--wait',
    ]);
    expect(exitCode).toBe(1);
    expect(out).toContain('orders-write (job) RUNNING');
    expect(out).toMatch(/orders-write \(job\) SUCCEEDED after \d+ s/);
    expect(out).toMatch(/orders-crawl \(crawler\) SUCCEEDED/);
    expect(out).toContain('2 of 3 jobs and crawlers succeeded');
    expect(out).toContain('  orders-check: FAILED');
    expect(out).toContain('local-glue logs jr_');
    expect(out).toContain('local-glue resume orders wr_');

    const [run1] = await json('runs', 'orders');
    expect(run1.WorkflowRunProperties).toEqual({ day: '2026-01-02' });
    expect((await run(['runs', 'orders'])).out).toContain('1 failed of 3');
    const shown = await run(['run', 'orders']);
    expect(shown.out).toMatch(/^orders COMPLETED \d+ s wr_/);
    expect(shown.out).toMatch(/✖ orders-check +job +FAILED/);
    expect((await json('run', 'orders')).Graph.Nodes).toHaveLength(6);
  });

  it('prints what jobs wrote, by run, by job and by workflow', async () => {
    const byJob = await run(['logs', 'orders-write']);
    expect(byJob.out).toContain('wrote 2 orders');
    const byWorkflow = await run(['logs', 'orders']);
    expect(byWorkflow.out).toContain('── orders-write SUCCEEDED');
    expect(byWorkflow.out).toContain('the check is not open yet');
    // What Glue adds to a failure is not what the job wrote.
    expect(byWorkflow.out).not.toContain('Glue Exception Analysis');
    const [line] = (await run(['logs', 'orders-write', '--json'])).out.split(
      '\n',
    );
    expect(JSON.parse(line)).toMatchObject({
      logGroup: '/aws-glue/python-jobs/output',
      logStream: expect.stringMatching(/^jr_/),
    });
  });

  it('redraws a tree in a terminal', async () => {
    const terminal = new TestTerminal({ isInteractive: true });
    const { exitCode } = await run(
      ['start', 'slow', '--wait', '--timeout', '0.1'],
      terminal,
    );
    expect(exitCode).toBe(4);
    expect(terminal.screens.length).toBeGreaterThan(0);
    const last = terminal.screens.at(-1)!.map(stripVTControlCharacters);
    expect(last[0]).toMatch(/^slow RUNNING \d+ s wr_/);
    expect(last[1]).toMatch(/[○●] slow-sleep +job +/);
  });

  it('stops what goes on', async () => {
    const stopped = await run(['stop', 'slow', '--wait']);
    expect(stopped.exitCode).toBe(0);
    expect(stopped.out).toContain('slow STOPPED');
    const nothing = await run(['stop', 'slow']);
    expect(nothing.exitCode).toBe(1);
    expect(nothing.notes).toContain('No run of slow goes on.');
    const jobRun = await json('start-job', 'slow-sleep');
    const { out } = await run(['stop', jobRun.JobRunId]);
    expect(out).toBe(`stopping ${jobRun.JobRunId}`);
  });

  it('runs a job alone and hands its arguments over', async () => {
    const { exitCode, out } = await run([
      'start-job',
      'orders-check',
      '--arg',
      'open=yes',
      '--logs',
    ]);
    expect(out).toContain('checked');
    expect(out).toMatch(/orders-check SUCCEEDED after/);
    expect(exitCode).toBe(0);
    const failed = await json('start-job', 'orders-check', '--wait');
    expect(failed).toMatchObject({
      JobName: 'orders-check',
      JobRunState: 'FAILED',
    });
  });

  it('crawls, and shows what came of it', async () => {
    const { exitCode, out } = await run(['crawl', 'orders-crawl', '--wait']);
    expect(exitCode).toBe(0);
    expect(out).toContain('orders-crawl SUCCEEDED after');
    expect((await run(['list', 'tables', 'shop'])).out).toContain(
      'shop.raw_orders',
    );
    const table = await run(['table', 'shop.raw_orders']);
    expect(table.out).toMatch(/amount +double/);
    expect((await json('table', 'shop.raw_orders')).Name).toBe('raw_orders');
  });

  it.each([
    ['workflows', /orders +COMPLETED/],
    ['triggers', /orders-start +ON_DEMAND/],
    ['jobs', /orders-write +pythonshell/],
    ['crawlers', /orders-crawl +READY +SUCCEEDED +shop +s3:\/\/shop\/orders\//],
    ['databases', /shop/],
    ['tables', /shop\.raw_orders +csv +2/],
    ['operations', /glue +StartWorkflowRun/],
    ['warehouses', /local-glue +workgroup +dev +local-glue\.0+\.us-east-1\./],
  ])('lists %s', async (kind, expected) => {
    expect((await run(['list', kind])).out).toMatch(expected);
    expect((await json('list', kind)).length).toBeGreaterThan(0);
  });

  it('lists connections, of which there are none', async () => {
    const { out, notes } = await run(['list', 'connections']);
    expect([out, notes]).toEqual(['', 'There are no connections.']);
    expect(await json('list', 'connections')).toEqual([]);
  });

  it('queries, one statement or several', async () => {
    const { out } = await run([
      'query',
      "create table t (a int, b varchar(5)); insert into t values (1, null), (2, 'x;y'); select * from t order by a",
    ]);
    expect(out.split('\n')).toEqual([
      'done',
      'done',
      'a  b',
      '1  null',
      '2  x;y',
      '(2 rows)',
    ]);
    const csv = await run(['query', 'select * from t order by a', '-o', 'csv']);
    expect(csv.out).toBe('a,b\n1,\n2,x;y');
    expect(await json('query', 'select * from t order by a')).toEqual([
      { a: 1, b: null },
      { a: 2, b: 'x;y' },
    ]);
    const wrong = await run(['query', 'select 1; select nothing from nowhere']);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.notes).toMatch(/Statement 2: .*nowhere/);
  });

  it('queries the only warehouse that was made, and asks when there are several', async () => {
    const { invoke } = server.context;
    await run(['query', "create table place as select 'own' as name"]);
    await invoke('redshift-serverless', 'CreateNamespace', {
      namespaceName: 'sales',
      dbName: 'reports',
    });
    await invoke('redshift-serverless', 'CreateWorkgroup', {
      workgroupName: 'sales',
      namespaceName: 'sales',
    });
    await run(['query', "create table place as select 'sales' as name"]);
    expect(await json('query', 'select name from place')).toEqual([
      { name: 'sales' },
    ]);
    const query = ['query', 'select name from place'];
    expect(await json(...query, '--workgroup', 'local-glue')).toEqual([
      { name: 'own' },
    ]);

    await invoke('redshift', 'CreateCluster', {
      ClusterIdentifier: 'stock',
      NodeType: 'ra3.large',
      MasterUsername: 'admin',
    });
    const asked = await run(query);
    expect(asked.exitCode).toBe(2);
    const typed = `local-glue query "select name from place" --endpoint ${server.url}`;
    expect(asked.notes.split('\n')).toEqual([
      'There are several warehouses; say which one is meant:',
      `  ${typed} --workgroup sales`,
      `  ${typed} --cluster stock`,
      `  ${typed} --workgroup local-glue`,
    ]);
    expect((await run(['query', 'select 1'])).exitCode).toBe(2);
    expect(await json(...query, '--workgroup', 'sales')).toEqual([
      { name: 'sales' },
    ]);
    const none = await run([...query, '--cluster', 'stock']);
    expect([none.exitCode, none.notes]).toEqual([
      1,
      expect.stringContaining('place'),
    ]);
    const misspelt = await run([...query, '--cluster', 'stocks']);
    expect([misspelt.exitCode, misspelt.notes]).toEqual([
      1,
      'There is no cluster "stocks". Did you mean stock?',
    ]);
    const elsewhere = await run([
      ...query,
      '--workgroup',
      'sales',
      '--database',
      'none',
    ]);
    expect(elsewhere.notes).toContain(
      'database "none" does not exist; there are dev, reports',
    );
    expect((await json('list', 'warehouses')).length).toBe(3);
    await invoke('redshift', 'DeleteCluster', { ClusterIdentifier: 'stock' });
    await invoke('redshift-serverless', 'DeleteWorkgroup', {
      workgroupName: 'sales',
    });
  });

  it.each([
    [
      ['start', 'ordres'],
      'There is no workflow "ordres". Did you mean orders?',
    ],
    [['runs', 'ordres'], 'Did you mean orders?'],
    [['start-job', 'orders-chek'], 'Did you mean orders-check?'],
    [['crawl', 'order-crawl'], 'Did you mean orders-crawl?'],
    [['logs', 'orders-chek'], 'Did you mean orders-check or orders?'],
    [['table', 'shopp.raw_orders'], 'Did you mean shop?'],
    [
      ['start', 'zzzzzzzz'],
      'See what there is with "local-glue list workflows"',
    ],
    [['run', 'orders', 'wr_none'], 'wr_none'],
    [['logs', 'jr_none'], 'No job has a run jr_none.'],
    [
      ['resume', 'orders', '--node', 'orders-chek'],
      'Did you mean orders-check',
    ],
  ])('%j: %s', async (args, message) => {
    const { exitCode, notes } = await run(args);
    expect(notes).toContain(message);
    expect(exitCode).toBe(args[0] === 'resume' ? 2 : 1);
  });

  it('resumes from what failed', async () => {
    const before = await json('run', 'orders');
    const resumed = await json('resume', 'orders', '--wait');
    expect(resumed.PreviousRunId).toBe(before.WorkflowRunId);
    expect(resumed.Status).toBe('COMPLETED');
  });

  it('shows the server and its workflows', async () => {
    const { out } = await run(['status']);
    expect(out).toContain(`on ${server.url}`);
    expect(out).toContain('jobs  ready');
    expect(out).toMatch(/orders +COMPLETED/);
    expect((await json('status', '--wait')).workflows).toHaveLength(2);
  });
});

/** orders: write, crawl, check (which fails unless told --open); slow: a job that sleeps. */
async function makePipeline({ context }: RunningServer): Promise<void> {
  const glue = (operation: string, input: Record<string, unknown>) =>
    context.invoke('glue', operation, input);
  const scripts = {
    'write.py': `
import boto3
boto3.client("s3").put_object(Bucket="shop", Key="orders/a.csv", Body="id,amount\\n1,2.5\\n2,3.5\\n")
print("wrote 2 orders")`,
    'check.py': `
import sys
if "--open" not in sys.argv: raise RuntimeError("the check is not open yet")
print("checked")`,
    'sleep.py': 'import time\ntime.sleep(600)',
  };
  context.buckets.create('shop');
  for (const [name, script] of Object.entries(scripts)) {
    await context.buckets.put('shop', `scripts/${name}`, script);
  }
  const shell = { Name: 'pythonshell', PythonVersion: '3.9' };
  const spark = { Name: 'glueetl', PythonVersion: '3' };
  for (const [name, script, command] of [
    ['orders-write', 'write.py', shell],
    ['orders-check', 'check.py', spark],
    ['slow-sleep', 'sleep.py', shell],
  ] as const) {
    await glue('CreateJob', {
      Name: name,
      Role: 'any',
      Command: { ...command, ScriptLocation: `s3://shop/scripts/${script}` },
      DefaultArguments: { '--enable-job-insights': 'true' },
    });
  }
  await glue('CreateDatabase', { DatabaseInput: { Name: 'shop' } });
  await glue('CreateCrawler', {
    Name: 'orders-crawl',
    Role: 'any',
    DatabaseName: 'shop',
    TablePrefix: 'raw_',
    Targets: { S3Targets: [{ Path: 's3://shop/orders/' }] },
  });
  for (const Name of ['orders', 'slow']) await glue('CreateWorkflow', { Name });
  const after = (condition: object) => ({
    Conditions: [{ LogicalOperator: 'EQUALS', ...condition }],
  });
  for (const trigger of [
    {
      Name: 'orders-start',
      WorkflowName: 'orders',
      Type: 'ON_DEMAND',
      Actions: [{ JobName: 'orders-write' }],
    },
    {
      Name: 'orders-then-crawl',
      WorkflowName: 'orders',
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: after({ JobName: 'orders-write', State: 'SUCCEEDED' }),
      Actions: [{ CrawlerName: 'orders-crawl' }],
    },
    {
      Name: 'orders-then-check',
      WorkflowName: 'orders',
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: after({
        CrawlerName: 'orders-crawl',
        CrawlState: 'SUCCEEDED',
      }),
      Actions: [{ JobName: 'orders-check' }],
    },
    {
      Name: 'slow-start',
      WorkflowName: 'slow',
      Type: 'ON_DEMAND',
      Actions: [{ JobName: 'slow-sleep' }],
    },
  ]) {
    await glue('CreateTrigger', trigger);
  }
}
