import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateJobCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GetJobRunCommand,
  GetJobRunsCommand,
  GetWorkflowRunsCommand,
  GlueClient,
  StartWorkflowRunCommand,
} from '@aws-sdk/client-glue';
import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createServer } from '..';
import {
  environmentForTests,
  environmentTimeout,
} from '../jobs/environmentForTests';
import { packageRoot } from '../server/version';
import { clientOptions } from './__testUtils__/startTestServer';
import { waitForRun } from './__testUtils__/waitForRun';

jest.setTimeout(environmentTimeout);

const log = { info() {}, warn() {}, error() {} };

/** The server as its own process, which can be killed. */
async function serve(dataDir: string): Promise<[ChildProcess, string]> {
  const child = spawn(
    process.execPath,
    [
      join(packageRoot, 'bin', 'local-glue.js'),
      'serve',
      '--port',
      '0',
      '--data',
      dataDir,
    ],
    {
      // What makes Jest run TypeScript must not reach the server.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NO_COLOR: '1',
        LOCAL_GLUE_PYTHON_ENV: environmentForTests,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const errors: string[] = [];
  createInterface({ input: child.stderr! }).on('line', line =>
    errors.push(line),
  );
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = line.match(/listens on (http:\S+),/)?.[1];
    if (url) return [child, url];
  }
  throw new Error(`The server did not start: ${errors.join('\n')}`);
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

const script = `
import sys, time
if '--SLEEP' in sys.argv:
    print('sleeping', flush=True)
    time.sleep(600)
`;

describe('a killed server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-restart-'));
  let child: ChildProcess;
  let glue: GlueClient;

  const connect = (url: string) => {
    glue = new GlueClient(clientOptions(url));
  };

  beforeAll(async () => {
    let url: string;
    [child, url] = await serve(dataDir);
    connect(url);
    const s3 = new S3Client({ ...clientOptions(url), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'scripts' }));
    await s3.send(
      new PutObjectCommand({ Bucket: 'scripts', Key: 'job.py', Body: script }),
    );
    for (const [name, args] of [
      ['quick', {}],
      ['slow', { '--SLEEP': 'yes' }],
    ] as const) {
      await glue.send(
        new CreateJobCommand({
          Name: name,
          Role: 'glue',
          Command: {
            Name: 'pythonshell',
            PythonVersion: '3.9',
            ScriptLocation: 's3://scripts/job.py',
          },
          DefaultArguments: args,
          MaxCapacity: 0.0625,
        }),
      );
      await glue.send(new CreateWorkflowCommand({ Name: name }));
      await glue.send(
        new CreateTriggerCommand({
          Name: `${name}-start`,
          Type: 'ON_DEMAND',
          WorkflowName: name,
          Actions: [{ JobName: name }],
        }),
      );
    }
  });
  afterAll(async () => {
    await kill(child, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('knows every run when it starts again, and settles what it was running', async () => {
    const quick = await glue.send(
      new StartWorkflowRunCommand({ Name: 'quick' }),
    );
    await waitForRun(glue, 'quick', quick.RunId);
    await glue.send(new StartWorkflowRunCommand({ Name: 'slow' }));
    let jobRunId: string | undefined;
    for (let state = ''; state !== 'RUNNING'; await sleep(50)) {
      const { JobRuns } = await glue.send(
        new GetJobRunsCommand({ JobName: 'slow' }),
      );
      jobRunId = JobRuns?.[0]?.Id;
      state = JobRuns?.[0]?.JobRunState ?? '';
    }

    await expect(createServer({ dataDir, port: 0, log })).rejects.toThrow(
      `(process ${child.pid}, `,
    );

    await kill(child, 'SIGKILL');
    let url: string;
    [child, url] = await serve(dataDir);
    connect(url);

    const runs = await glue.send(new GetWorkflowRunsCommand({ Name: 'quick' }));
    expect(runs.Runs).toMatchObject([
      {
        WorkflowRunId: quick.RunId,
        Status: 'COMPLETED',
        Statistics: { SucceededActions: 1 },
      },
    ]);
    const { JobRun } = await glue.send(
      new GetJobRunCommand({ JobName: 'slow', RunId: jobRunId }),
    );
    expect(JobRun).toMatchObject({
      JobRunState: 'FAILED',
      ErrorMessage: 'local-glue was stopped while this job ran',
    });
    const slow = await glue.send(new GetWorkflowRunsCommand({ Name: 'slow' }));
    expect(slow.Runs).toMatchObject([
      { Status: 'COMPLETED', Statistics: { FailedActions: 1 } },
    ]);
  });

  it('ends cleanly when it is asked to', async () => {
    await kill(child, 'SIGTERM');
    expect(child.exitCode).toBe(0);
    const server = await createServer({ dataDir, port: 0, log });
    await expect(
      createServer({
        dataDir: join(dataDir, 'other'),
        port: Number(new URL(server.url).port),
        log,
      }),
    ).rejects.toThrow(/Port \d+ is in use/);
    await server.close();
    await server.close();
  });
});
