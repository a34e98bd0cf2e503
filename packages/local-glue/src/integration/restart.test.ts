import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { ServerProcess } from './__testUtils__/ServerProcess';
import { clientOptions } from './__testUtils__/startTestServer';
import { waitForRun } from './__testUtils__/waitForRun';

jest.setTimeout(environmentTimeout);

const log = { info() {}, warn() {}, error() {} };

const script = `
import sys, time
if '--SLEEP' in sys.argv:
    print('sleeping', flush=True)
    time.sleep(600)
`;

describe('a killed server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-restart-'));
  let server: ServerProcess;
  let glue: GlueClient;

  const connect = (url: string) => {
    glue = new GlueClient(clientOptions(url));
  };

  beforeAll(async () => {
    let url: string;
    [server, url] = await ServerProcess.start(dataDir);
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
    await server.kill('SIGKILL');
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
      `(process ${server.pid}, `,
    );

    await server.kill('SIGKILL');
    let url: string;
    [server, url] = await ServerProcess.start(dataDir);
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
    await server.kill('SIGTERM');
    expect(server.exitCode).toBe(0);
    const next = await createServer({ dataDir, port: 0, log });
    await expect(
      createServer({
        dataDir: join(dataDir, 'other'),
        port: Number(new URL(next.url).port),
        log,
      }),
    ).rejects.toThrow(/Port \d+ is in use/);
    await next.close();
    await next.close();
  });
});
