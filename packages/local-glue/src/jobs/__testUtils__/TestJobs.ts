import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketStore } from '../../buckets/BucketStore';
import { environmentForTests } from './pythonEnvironment';
import { JobExecution } from '../JobExecutor';
import { ProcessJobExecutor } from '../ProcessJobExecutor';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** An executor on a data folder of its own, with a bucket `assets`. */
export class TestJobs {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'local-glue-jobs-'));
  readonly buckets = new BucketStore(this.dataDir);
  readonly executor = new ProcessJobExecutor({
    dataDir: this.dataDir,
    endpoint: 'http://127.0.0.1:4599',
    region: 'us-east-1',
    buckets: this.buckets,
    log,
    environmentFolder: environmentForTests,
  });
  #count = 0;

  constructor() {
    this.buckets.create('assets');
  }

  /** Rejects with what keeps jobs from running. */
  async ready(): Promise<void> {
    await this.executor.settled();
    const readiness = this.executor.readiness();
    if (readiness.state !== 'ready') throw new Error(readiness.reason);
  }

  /** A Python shell job with that script, unless told otherwise. */
  async job(
    script: string | Buffer,
    options: Partial<JobExecution> = {},
  ): Promise<JobExecution> {
    this.#count += 1;
    const number = this.#count;
    const key = `scripts/${number}/job.py`;
    await this.buckets.put('assets', key, script);
    return {
      jobRunId: `jr_${String(number).padStart(64, '0')}`,
      jobName: 'demo',
      commandName: 'pythonshell',
      scriptLocation: `s3://assets/${key}`,
      glueVersion: '5.1',
      arguments: {},
      timeoutMinutes: 5,
      ...options,
    };
  }

  /** The job's own folder while it runs, which its processes carry in their environment. */
  folder({ jobRunId }: JobExecution): string {
    return join(this.dataDir, 'jobs', jobRunId);
  }

  logFolder({ jobRunId }: JobExecution): string {
    return join(this.dataDir, 'logs', jobRunId);
  }

  output(execution: JobExecution, stream: 'stdout' | 'stderr' = 'stdout') {
    return readFileSync(
      join(this.logFolder(execution), `${stream}.log`),
      'utf8',
    );
  }

  async dispose(): Promise<void> {
    await this.executor.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
