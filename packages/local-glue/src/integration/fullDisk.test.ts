import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateJobCommand,
  CreateWorkflowCommand,
  GetJobRunCommand,
  GlueClient,
  ListWorkflowsCommand,
  StartJobRunCommand,
} from '@aws-sdk/client-glue';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { ServerProcess } from './__testUtils__/ServerProcess';
import { clientOptions } from './__testUtils__/startTestServer';

jest.setTimeout(environmentTimeout);

/**
 * The disk is full in so far as the server cannot write a byte to any file:
 * its limit on the size of files (RLIMIT_FSIZE) is zero for a while, which
 * needs no rights and no disk of its own. The kernel then says EFBIG where a
 * full disk says ENOSPC.
 */
describe('a full disk', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-full-'));
  let server: ServerProcess;
  let glue: GlueClient;
  let s3: S3Client;
  let data: RedshiftDataClient;

  const limit = (soft: '0' | 'unlimited') =>
    execFileSync('prlimit', [
      '--pid',
      String(server.pid),
      `--fsize=${soft}:unlimited`,
    ]);

  const put = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'data', Key, Body }));
  const get = async (Key: string) => {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: 'data', Key }),
    );
    return Body!.transformToString();
  };
  const jobState = async (RunId: string | undefined) => {
    const { JobRun } = await glue.send(
      new GetJobRunCommand({ JobName: 'j', RunId }),
    );
    return JobRun!.JobRunState;
  };
  const execute = async (Sql: string) => {
    const { Id } = await data.send(
      new ExecuteStatementCommand({
        WorkgroupName: 'local-glue',
        Database: 'dev',
        Sql,
      }),
    );
    for (;;) {
      const { Status } = await data.send(new DescribeStatementCommand({ Id }));
      if (Status === 'FINISHED' || Status === 'FAILED') return Status;
      await sleep(20);
    }
  };

  beforeAll(async () => {
    let url: string;
    [server, url] = await ServerProcess.start(dataDir);
    const options = { ...clientOptions(url), maxAttempts: 1 };
    glue = new GlueClient(options);
    s3 = new S3Client({ ...options, forcePathStyle: true });
    data = new RedshiftDataClient(options);
    await s3.send(new CreateBucketCommand({ Bucket: 'data' }));
    await put('job.py', 'import time; time.sleep(2)');
    await put('old', 'before');
    await glue.send(new CreateWorkflowCommand({ Name: 'before' }));
    await glue.send(
      new CreateJobCommand({
        Name: 'j',
        Role: 'glue',
        Command: { Name: 'pythonshell', ScriptLocation: 's3://data/job.py' },
        MaxCapacity: 0.0625,
        ExecutionProperty: { MaxConcurrentRuns: 2 },
      }),
    );
    await execute('create table t (n int)');
  });
  afterAll(async () => {
    await server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('fails requests by name, corrupts nothing, and is over when there is space', async () => {
    const { JobRunId } = await glue.send(
      new StartJobRunCommand({ JobName: 'j' }),
    );
    // All that belongs to its start is on the disk.
    const record = join(dataDir, 'jobs', JobRunId!, 'process.json');
    while (!statSync(record, { throwIfNoEntry: false })?.size) await sleep(20);

    limit('0');
    await expect(
      glue.send(new CreateWorkflowCommand({ Name: 'during' })),
    ).rejects.toMatchObject({
      name: 'InternalServiceException',
      message: expect.stringContaining('The disk that holds the data folder'),
    });
    await expect(
      glue.send(new StartJobRunCommand({ JobName: 'j' })),
    ).rejects.toMatchObject({ name: 'InternalServiceException' });
    await expect(put('new', 'during')).rejects.toMatchObject({
      name: 'InternalError',
      message: expect.stringContaining('The disk that holds the data folder'),
    });
    await expect(put('old', 'during')).rejects.toThrow();
    await expect(execute('insert into t values (1)')).rejects.toThrow();
    // What needs no space goes on.
    expect(await get('old')).toBe('before');
    expect((await glue.send(new ListWorkflowsCommand({}))).Workflows).toEqual([
      'before',
    ]);
    // The job ends meanwhile, which cannot be stored.
    while (!server.log.some(line => line.includes('Could not store'))) {
      await sleep(50);
    }
    expect(await jobState(JobRunId)).toBe('RUNNING');

    limit('unlimited');
    while ((await jobState(JobRunId)) === 'RUNNING') await sleep(50);
    expect(await jobState(JobRunId)).toBe('SUCCEEDED');
    await glue.send(new CreateWorkflowCommand({ Name: 'during' }));
    await put('new', 'after');
    expect(await get('new')).toBe('after');
    await expect(get('old')).resolves.toBe('before');
    expect(await execute('insert into t values (1)')).toBe('FINISHED');

    await server.kill('SIGTERM');
    expect(server.exitCode).toBe(0);
  });
});
