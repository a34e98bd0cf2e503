import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BucketStore } from '../buckets/BucketStore';
import {
  environmentForTests,
  environmentTimeout,
} from './__testUtils__/pythonEnvironment';
import { JobExecution } from './JobExecutor';
import { jobProcesses } from './processGroup';
import { ProcessJobExecutor } from './ProcessJobExecutor';

jest.setTimeout(120_000);

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('ProcessJobExecutor', () => {
  let dataDir: string;
  let buckets: BucketStore;
  let executor: ProcessJobExecutor;
  let count = 0;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-jobs-'));
    buckets = new BucketStore(dataDir);
    buckets.create('assets');
    buckets.create('dotted.bucket');
    executor = new ProcessJobExecutor({
      dataDir,
      endpoint: 'http://127.0.0.1:4599',
      region: 'us-east-1',
      buckets,
      log,
      environmentFolder: environmentForTests,
    });
    await executor.settled();
    const readiness = executor.readiness();
    if (readiness.state !== 'ready') throw new Error(readiness.reason);
  }, environmentTimeout);

  afterAll(async () => {
    await executor.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function job(
    script: string,
    options: Partial<JobExecution> = {},
  ): Promise<JobExecution> {
    count += 1;
    await buckets.put('assets', 'scripts/job.py', script);
    return {
      jobRunId: `jr_${String(count).padStart(64, '0')}`,
      jobName: 'demo',
      commandName: 'pythonshell',
      scriptLocation: 's3://assets/scripts/job.py',
      glueVersion: '5.1',
      arguments: {},
      timeoutMinutes: 5,
      ...options,
    };
  }

  const output = (
    { jobRunId }: JobExecution,
    stream: 'stdout' | 'stderr' = 'stdout',
  ) => readFileSync(join(dataDir, 'logs', jobRunId, `${stream}.log`), 'utf8');

  const folder = ({ jobRunId }: JobExecution) =>
    join(dataDir, 'jobs', jobRunId);

  async function until(condition: () => boolean) {
    for (let n = 0; n < 600 && !condition(); n += 1) await sleep(50);
    expect(condition()).toBe(true);
  }

  it('runs a script with its arguments and captures what it prints', async () => {
    const execution = await job(
      `import sys
from awsglue.utils import getResolvedOptions
options = getResolvedOptions(sys.argv, ["JOB_NAME", "GREETING", "WORKFLOW_NAME"])
print(options["JOB_NAME"], options["GREETING"], options["WORKFLOW_NAME"])
print("warned", file=sys.stderr)
`,
      {
        arguments: { '--GREETING': 'hello; $(world) "x"', WORKFLOW_NAME: 'w' },
      },
    );
    const outcome = await executor.start(execution).done;
    expect(outcome).toEqual({
      state: 'SUCCEEDED',
      executionSeconds: expect.any(Number),
    });
    expect(output(execution)).toBe('demo hello; $(world) "x" w\n');
    expect(output(execution, 'stderr')).toBe('warned\n');
    expect(existsSync(folder(execution))).toBe(false);
  });

  it('reports a Python exception with its line, and logs the traceback', async () => {
    const execution = await job(`def rows():
    return {}["iso_code"]

rows()
`);
    const outcome = await executor.start(execution).done;
    expect(outcome).toMatchObject({
      state: 'FAILED',
      errorMessage: "KeyError: 'iso_code' (job.py, line 2)",
    });
    const errors = output(execution, 'stderr');
    expect(errors).toContain('line 4, in <module>');
    expect(errors).not.toContain('local_glue_run');
  });

  it('writes the insights that a job asks for where its log is', async () => {
    const execution = await job('rows = {}\nprint(rows["iso_code"])\n', {
      commandName: 'glueetl',
      arguments: { '--enable-job-insights': 'true' },
    });
    await executor.start(execution).done;
    const insights = join(dataDir, 'logs', execution.jobRunId, 'insights.log');
    expect(readFileSync(insights, 'utf8')).toContain(
      '"Last Executed Line number": 2, "script": "job.py"',
    );
  });

  it.each([
    ['import sys; sys.exit(3)', 'SystemExit: 3'],
    ['import sys; sys.exit("no rows")', 'SystemExit: no rows'],
    [
      'import os, sys; print("bad\\nlast words", file=sys.stderr, flush=True); os._exit(4)',
      'The script ended with exit code 4: last words',
    ],
    ['import os; os.kill(os.getpid(), 9)', 'The job was killed by SIGKILL'],
    ['def broken(:', 'SyntaxError'],
  ])('fails the run of %p', async (script, message) => {
    const outcome = await executor.start(await job(script)).done;
    expect(outcome.state).toBe('FAILED');
    expect(outcome.errorMessage).toContain(message);
  });

  it('takes exit code 0 for success', async () => {
    const execution = await job('import sys; sys.exit(0)');
    await expect(executor.start(execution).done).resolves.toMatchObject({
      state: 'SUCCEEDED',
    });
  });

  it.each([
    [
      's3://assets/scripts/other.py',
      'The script s3://assets/scripts/other.py does not exist',
    ],
    ['s3://nowhere/job.py', 'there is no bucket nowhere'],
    ['s3://assets/../secret', 'path segment ".."'],
  ])('fails the run of %s', async (scriptLocation, message) => {
    const execution = await job('', { scriptLocation });
    const outcome = await executor.start(execution).done;
    expect(outcome.state).toBe('FAILED');
    expect(outcome.errorMessage).toContain(message);
    expect(output(execution, 'stderr')).toContain(message);
  });

  it('names a feature that it does not have', async () => {
    const execution = await job('', {
      arguments: { '--datalake-formats': 'delta' },
    });
    const outcome = await executor.start(execution).done;
    expect(outcome.errorMessage).toContain(
      'local-glue does not support --datalake-formats delta',
    );
  });

  it('ends a job at its timeout', async () => {
    const execution = await job('import time; time.sleep(60)', {
      timeoutMinutes: 0.02,
    });
    const outcome = await executor.start(execution).done;
    expect(outcome.state).toBe('TIMEOUT');
    expect(outcome.errorMessage).toContain('timeout of 0.02 minutes');
    expect(outcome.executionSeconds).toBeLessThan(10);
  });

  it('stops a job whose children ignore SIGTERM', async () => {
    const execution = await job(`import signal, subprocess, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen(["sh", "-c", "trap '' TERM; while :; do sleep 0.2; done"])
print("started", flush=True)
time.sleep(60)
`);
    const running = executor.start(execution);
    const stdout = join(dataDir, 'logs', execution.jobRunId, 'stdout.log');
    await until(
      () =>
        existsSync(stdout) && readFileSync(stdout, 'utf8').includes('started'),
    );
    const { pid } = JSON.parse(
      readFileSync(join(folder(execution), 'process.json'), 'utf8'),
    );
    expect(jobProcesses(pid, folder(execution)).length).toBeGreaterThan(1);
    running.stop();
    running.stop();
    await expect(running.done).resolves.toMatchObject({ state: 'STOPPED' });
    expect(jobProcesses(pid, folder(execution))).toEqual([]);
  });

  it('ends what a finished script left running', async () => {
    const execution = await job(`import subprocess
subprocess.Popen(["sleep", "300"])
`);
    const outcome = await executor.start(execution).done;
    expect(outcome.state).toBe('SUCCEEDED');
    expect(outcome.executionSeconds).toBeLessThan(20);
    expect(jobProcesses(2 ** 22 + 1, folder(execution))).toEqual([]);
  });

  it('passes nothing of the server’s environment but PATH', async () => {
    process.env.AWS_PROFILE = 'production';
    process.env.SECRET_OF_THE_SHELL = 'x';
    try {
      const execution = await job(
        'import json, os; print(json.dumps(dict(os.environ)))',
      );
      await executor.start(execution).done;
      const environment = JSON.parse(output(execution));
      expect(Object.keys(environment).sort()).toEqual([
        'AWS_ACCESS_KEY_ID',
        'AWS_CONFIG_FILE',
        'AWS_DEFAULT_REGION',
        'AWS_EC2_METADATA_DISABLED',
        'AWS_ENDPOINT_URL',
        'AWS_REGION',
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SHARED_CREDENTIALS_FILE',
        'HOME',
        'LANG',
        'LOCAL_GLUE_RESULT',
        'PATH',
        'PYTHONPATH',
        'PYTHONUNBUFFERED',
        'TMPDIR',
        'TZ',
      ]);
      expect(environment.AWS_ACCESS_KEY_ID).toBe('local');
      expect(environment.AWS_ENDPOINT_URL).toBe('http://127.0.0.1:4599');
    } finally {
      delete process.env.AWS_PROFILE;
      delete process.env.SECRET_OF_THE_SHELL;
    }
  });

  it('reads and writes s3:// paths with Spark, and imports --extra-py-files', async () => {
    await buckets.put('dotted.bucket', 'in/a.csv', 'n,t\n1,a\n2,b\n3,a\n');
    await buckets.put('assets', 'lib/shared_rules.py', 'KEEP = "a"\n');
    const execution = await job(
      `from pyspark.sql import SparkSession, functions as F
from shared_rules import KEEP
spark = SparkSession.builder.getOrCreate()
rows = spark.read.option("header", True).option("inferSchema", True).csv("s3://dotted.bucket/in/")
print(rows.select(F.input_file_name()).first()[0])
kept = rows.where(F.col("t") == KEEP)
for _ in range(2):
    kept.write.mode("overwrite").partitionBy("t").parquet("s3://assets/out/")
doubled = F.udf(lambda n: n * 2, "int")
print(sorted(row[0] for row in spark.read.parquet("s3a://assets/out/").select(doubled("n")).collect()))
print(spark.conf.get("spark.sql.shuffle.partitions"), spark.conf.get("spark.custom"))
`,
      {
        commandName: 'glueetl',
        arguments: {
          '--extra-py-files': 's3://assets/lib/shared_rules.py',
          '--conf': 'spark.sql.shuffle.partitions=3 --conf spark.custom=x y',
        },
      },
    );
    const outcome = await executor.start(execution).done;
    expect(outcome.errorMessage).toBeUndefined();
    expect(output(execution).split('\n')).toEqual([
      's3://dotted.bucket/in/a.csv',
      '[2, 6]',
      '3 x y',
      '',
    ]);
    expect(output(execution, 'stderr')).toBe('');
    expect(
      [...buckets.keys('assets', 'out/')].filter(key =>
        key.endsWith('.parquet'),
      ),
    ).toEqual([expect.stringMatching(/^out\/t=a\/part-.*\.parquet$/)]);
    expect([...buckets.keys('assets')].some(key => key.endsWith('.crc'))).toBe(
      false,
    );
  });

  it('makes a Spark exception readable', async () => {
    const execution = await job(
      `from pyspark.sql import SparkSession
SparkSession.builder.getOrCreate().read.parquet("s3://assets/missing/")
`,
      { commandName: 'glueetl' },
    );
    const { errorMessage } = await executor.start(execution).done;
    expect(errorMessage).toBe(
      'AnalysisException: [PATH_NOT_FOUND] Path does not exist: s3://assets/missing. (job.py, line 2)',
    );
  });

  it('ends the processes of a server that was killed', async () => {
    const jobRunId = `jr_${'e'.repeat(64)}`;
    const orphanFolder = join(dataDir, 'jobs', jobRunId);
    await mkdir(orphanFolder, { recursive: true });
    const orphan = spawn(
      'sh',
      ['-c', `sleep 300; : ${orphanFolder}/work/job.py`],
      {
        detached: true,
        stdio: 'ignore',
      },
    );
    const stranger = spawn('sleep', ['300'], {
      detached: true,
      stdio: 'ignore',
    });
    try {
      await writeFile(
        join(orphanFolder, 'process.json'),
        JSON.stringify({
          pid: orphan.pid,
          startedAt: new Date().toISOString(),
        }),
      );
      const reused = join(dataDir, 'jobs', `jr_${'f'.repeat(64)}`);
      await mkdir(reused, { recursive: true });
      await writeFile(
        join(reused, 'process.json'),
        JSON.stringify({
          pid: stranger.pid,
          startedAt: new Date().toISOString(),
        }),
      );
      await executor.reapOrphans();
      expect(jobProcesses(orphan.pid!, orphanFolder)).toEqual([]);
      expect(existsSync(orphanFolder)).toBe(false);
      expect(() => process.kill(stranger.pid!, 0)).not.toThrow();
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  // Where the system shows environments.
  if (process.platform === 'linux') {
    it('ends a process that a killed server had no time to write down', async () => {
      const unrecorded = spawn('sleep', ['600'], {
        detached: true,
        env: {
          LOCAL_GLUE_RESULT: join(dataDir, 'jobs', 'jr_0', 'result.json'),
        },
      });
      await once(unrecorded, 'spawn');
      const ended = once(unrecorded, 'exit');
      await executor.reapOrphans();
      expect(await ended).toEqual([null, 'SIGTERM']);
    });
  }
});
