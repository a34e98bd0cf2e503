/* eslint-disable no-new -- constructs add themselves to their scope */
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  App,
  aws_glue as glue,
  aws_s3 as s3,
  aws_s3_assets as assets,
  Stack,
} from 'aws-cdk-lib';
import {
  GetTableCommand,
  GetWorkflowRunCommand,
  GlueClient,
  StartWorkflowRunCommand,
} from '@aws-sdk/client-glue';
import { runCli } from '../cli';
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';
import { synthesize } from './__testUtils__/synthesize';
import { TestTerminal } from '../cli/__testUtils__/TestTerminal';
import { waitForRun } from './__testUtils__/waitForRun';

jest.setTimeout(120_000);

const script = `
import sys
import boto3

arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
if arguments.get('--MODE') == 'fail':
    raise ValueError('asked to fail')
boto3.client('s3').put_object(
    Bucket=arguments['--DATA_BUCKET'],
    Key='raw/cities/cities.csv',
    Body='name,people\\nOslo,700000\\nRome,2800000\\n',
)
print('copied for', arguments['--WORKFLOW_NAME'])
`;

function cities(app: App, scriptPath: string) {
  const stack = new Stack(app, 'cities');
  const bucket = new s3.Bucket(stack, 'Data');
  const asset = new assets.Asset(stack, 'Script', { path: scriptPath });
  new glue.CfnDatabase(stack, 'Database', {
    catalogId: stack.account,
    databaseInput: { name: 'cities' },
  });
  const job = new glue.CfnJob(stack, 'Job', {
    name: 'cities-prepare',
    role: 'glue',
    command: {
      name: 'pythonshell',
      pythonVersion: '3.9',
      scriptLocation: asset.s3ObjectUrl,
    },
    defaultArguments: { '--DATA_BUCKET': bucket.bucketName },
    maxCapacity: 0.0625,
  });
  const crawler = new glue.CfnCrawler(stack, 'Crawler', {
    name: 'cities-raw',
    role: 'glue',
    databaseName: 'cities',
    tablePrefix: 'raw_',
    targets: { s3Targets: [{ path: bucket.s3UrlForObject('raw/') }] },
  });
  const workflow = new glue.CfnWorkflow(stack, 'Workflow', { name: 'cities' });
  new glue.CfnTrigger(stack, 'Start', {
    name: 'cities-start',
    type: 'ON_DEMAND',
    workflowName: workflow.ref,
    actions: [{ jobName: job.ref }],
  });
  new glue.CfnTrigger(stack, 'Then', {
    name: 'cities-crawl',
    type: 'CONDITIONAL',
    startOnCreation: true,
    workflowName: workflow.ref,
    actions: [{ crawlerName: crawler.ref }],
    predicate: {
      conditions: [
        { logicalOperator: 'EQUALS', jobName: job.ref, state: 'SUCCEEDED' },
      ],
    },
  });
}

describe('a workflow from cdk.out to its tables', () => {
  let server: TestServer;
  let cdkOut: string;
  let scripts: string;

  beforeAll(async () => {
    server = await startTestServer();
    await server.context.jobs.settled();
    scripts = await mkdtemp(join(tmpdir(), 'scripts-'));
    const scriptPath = join(scripts, 'prepare.py');
    await writeFile(scriptPath, script);
    cdkOut = synthesize(app => cities(app, scriptPath));
  }, environmentTimeout);
  afterAll(async () => {
    await server.stop();
    rmSync(cdkOut, { recursive: true });
    rmSync(scripts, { recursive: true });
  });

  /** Runs one command as the command line does; gives what it wrote. */
  const cli = async (...args: string[]) => {
    const terminal = new TestTerminal();
    const exitCode = await runCli(
      ['node', 'local-glue', '--endpoint', server.url, ...args],
      terminal,
    );
    return {
      exitCode,
      out: terminal.out.map(stripVTControlCharacters),
      notes: terminal.notes.map(stripVTControlCharacters),
    };
  };

  it('is deployed by the command line', async () => {
    const { exitCode, out } = await cli('deploy', cdkOut);
    expect(exitCode).toBe(0);
    expect(out).toContain('✔ cities: 7 created');
    expect(out).toContain('  created AWS::Glue::Workflow cities');
  });

  it('runs to COMPLETED, started and followed by the SDK', async () => {
    const client = new GlueClient(server.clientOptions);
    const { RunId } = await client.send(
      new StartWorkflowRunCommand({ Name: 'cities' }),
    );
    await waitForRun(client, 'cities', RunId);
    const { Run } = await client.send(
      new GetWorkflowRunCommand({ Name: 'cities', RunId, IncludeGraph: true }),
    );
    expect(Run?.Statistics).toMatchObject({
      TotalActions: 2,
      SucceededActions: 2,
    });
    const { Table } = await client.send(
      new GetTableCommand({ DatabaseName: 'cities', Name: 'raw_cities' }),
    );
    expect(Table?.StorageDescriptor?.Columns).toEqual([
      { Name: 'name', Type: 'string' },
      { Name: 'people', Type: 'bigint' },
    ]);
  });

  it('is started, followed and told by the command line', async () => {
    const { exitCode, out } = await cli('start', 'cities', '--wait');
    expect(out).toContainEqual(
      expect.stringMatching(/^cities-prepare \(job\) SUCCEEDED after \d+ s$/),
    );
    expect(out.at(-1)).toMatch(
      /^cities COMPLETED after .*: 2 of 2 jobs and crawlers succeeded$/,
    );
    expect(exitCode).toBe(0);

    const runs = await cli('runs', 'cities');
    expect(runs.out).toHaveLength(3);
    expect(runs.out[1]).toMatch(
      /^wr_[0-9a-f]{64} +COMPLETED .*2 succeeded of 2$/,
    );
    const status = await cli('status');
    expect(status.out.at(-1)).toMatch(/^cities +COMPLETED/);
  });

  it('shows a failed job and its log', async () => {
    await server.context.invoke('glue', 'UpdateJob', {
      JobName: 'cities-prepare',
      JobUpdate: {
        ...(await jobOf(server)),
        DefaultArguments: { '--MODE': 'fail' },
      },
    });
    const { exitCode, out } = await cli('start', 'cities', '--wait');
    expect(exitCode).toBe(1);
    const text = out.join('\n');
    expect(text).toContain('0 of 2 jobs and crawlers succeeded');
    expect(text).toContain('cities-prepare: FAILED: ValueError: asked to fail');
    expect(text).toContain('cities-raw: not reached');

    const jobRunId = text.match(/local-glue logs (jr_[0-9a-f]+)/)?.[1] ?? '';
    const logs = await cli('logs', jobRunId);
    expect(logs.out.join('\n')).toContain('ValueError: asked to fail');
    expect((await cli('logs', 'jr_0')).notes).toEqual([
      'No job has a run jr_0.',
    ]);
  });

  it('queries the warehouse', async () => {
    await cli('query', 'create table towns as select 1 as id, true as big');
    const { exitCode, out } = await cli('query', 'select * from towns');
    expect(exitCode).toBe(0);
    expect(out).toEqual(['id  big', ' 1  true', '(1 row)']);
    const json = await cli(
      'query',
      'select count(*) as n from towns',
      '--json',
    );
    expect(JSON.parse(json.out[0])).toEqual([{ n: 1 }]);
    const wrong = await cli('query', 'select * from nowhere');
    expect(wrong.exitCode).toBe(1);
    expect(wrong.notes.join()).toContain('nowhere');
  });

  it.each([
    [['start', 'nothing'], 1, /nothing/],
    [['deploy', '/nowhere'], 1, /cdk synth/],
    [['reset', '--data', 'DATA'], 1, /A server \(process \d+, .*\) runs on/],
  ])('tells what is wrong: %j', async (args, expected, message) => {
    const { exitCode, notes } = await cli(
      ...args.map(arg => (arg === 'DATA' ? server.context.dataDir : arg)),
    );
    expect(exitCode).toBe(expected);
    expect(notes.join('\n')).toMatch(message);
  });
});

async function jobOf(server: TestServer) {
  const { Job } = await server.context.invoke('glue', 'GetJob', {
    JobName: 'cities-prepare',
  });
  return { Role: Job.Role, Command: Job.Command, MaxCapacity: Job.MaxCapacity };
}
