import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Log } from '../base/Log';
import { packageRoot } from '../base/version';
import { BucketStore } from '../buckets/BucketStore';
import { ClassDataArchive } from './ClassDataArchive';
import { BUILT_IN, DataLakeJars } from './DataLakeJars';
import {
  JobExecution,
  JobExecutor,
  Readiness,
  RunningJob,
} from './JobExecutor';
import { JobFolder } from './JobFolder';
import { JobProcess } from './JobProcess';
import { baseJvmOptions } from './jvmOptions';
import { endJobProcesses } from './processGroup';
import { PythonEnvironment, PythonRuntime } from './PythonEnvironment';
import { PythonModules } from './PythonModules';

export interface ProcessJobExecutorOptions {
  /** Absolute. */
  dataDir: string;
  /** Where this server listens: what boto3 in a job is pointed to. */
  endpoint: string;
  region: string;
  buckets: BucketStore;
  log: Log;
  /** The interpreter to make the environment with, instead of one on PATH. */
  python?: string;
  /** `local[*]` unless told otherwise; a cluster must share this machine's file system. */
  sparkMaster?: string;
  /**
   * The folder of the environment, which several data folders may share:
   * LOCAL_GLUE_PYTHON_ENV, or else `python` in the data folder.
   */
  environmentFolder?: string;
}

/** Milliseconds without a job before the class-data archive is begun. */
const idleMilliseconds = 3000;

/** Milliseconds that a Maven repository may take, for which the first jobs wait. */
const fetchingLimit = 60_000;

/** Milliseconds between asking orphaned processes to end and ending them. */
const graceMilliseconds = 5000;

const pythonFolder = join(packageRoot, 'python');

/** No process of a job is in the group of the kernel's own. */
const noGroup = 0;

/** What the environment of a folder's job processes has, and no other process: see `jobEnvironment`. */
const resultIn = (jobsFolder: string) => `LOCAL_GLUE_RESULT=${jobsFolder}/`;

/** Runs each job as a process of its own, as Glue does, with Spark inside it. */
export class ProcessJobExecutor implements JobExecutor {
  readonly #options: ProcessJobExecutorOptions;
  readonly #environment: PythonEnvironment;
  readonly #jvmOptions = baseJvmOptions(
    join(pythonFolder, 'log4j2.properties'),
  );
  readonly #running = new Map<JobProcess, Promise<unknown>>();
  #preparing?: Promise<void>;
  #archive?: ClassDataArchive;
  #builtInJars: Promise<readonly string[]> = Promise.resolve([]);
  readonly #fetching = new AbortController();
  #idleTimer?: NodeJS.Timeout;
  #closed = false;

  constructor(options: ProcessJobExecutorOptions) {
    this.#options = options;
    this.#environment = new PythonEnvironment({
      directory: resolve(
        options.environmentFolder ||
          process.env.LOCAL_GLUE_PYTHON_ENV ||
          join(options.dataDir, 'python'),
      ),
      requirements: pythonFolder,
      python: options.python,
      log: options.log,
    });
  }

  /** Makes the Python environment and the class-data archive in the background. Does nothing the second time. */
  prepareEnvironment(): void {
    this.#preparing ??= this.#environment.prepare().then(() => {
      const { runtime } = this.#environment;
      if (!runtime || this.#closed) return;
      this.#builtInJars = this.#fetchBuiltInJars(runtime);
      this.#archive = new ClassDataArchive({
        directory: this.#inEnvironment('class-data'),
        runtime,
        jvmOptions: this.#jvmOptions,
        pythonFolder,
        log: this.#options.log,
      });
      this.#makeArchiveWhenIdle();
    });
  }

  readiness(): Readiness {
    return this.#environment.readiness();
  }

  /** `absent` also while there is no environment yet. Jobs run in any of these states. */
  classDataArchive(): 'absent' | 'making' | 'ready' | 'failed' {
    return this.#archive?.state ?? 'absent';
  }

  async settled(): Promise<void> {
    this.prepareEnvironment();
    await this.#preparing;
  }

  start(execution: JobExecution): RunningJob {
    const { runtime } = this.#environment;
    const readiness = this.readiness();
    if (!runtime || this.#closed) {
      const errorMessage =
        readiness.state === 'ready'
          ? 'local-glue is being stopped'
          : readiness.reason;
      return {
        done: Promise.resolve({
          state: 'FAILED',
          errorMessage,
          executionSeconds: 0,
        }),
        stop: () => {},
      };
    }
    clearTimeout(this.#idleTimer);
    const { dataDir, endpoint, region, buckets, sparkMaster } = this.#options;
    const job = new JobProcess(execution, {
      dataDir,
      endpoint,
      region,
      buckets,
      runtime,
      modules: new PythonModules(this.#inEnvironment('modules'), runtime),
      dataLakeJars: this.#jars(runtime),
      builtInJars: () => this.#builtInJars,
      pythonFolder,
      jvmOptions: [...this.#jvmOptions, ...(this.#archive?.jvmOptions ?? [])],
      sparkMaster: sparkMaster ?? 'local[*]',
    });
    const done = job.run().then(outcome => {
      this.#running.delete(job);
      this.#makeArchiveWhenIdle();
      return outcome;
    });
    this.#running.set(job, done);
    return { done, stop: () => job.stop() };
  }

  async reapOrphans(): Promise<void> {
    const jobsFolder = join(this.#options.dataDir, 'jobs');
    await mkdir(jobsFolder, { recursive: true });
    for (const entry of await readdir(jobsFolder, { withFileTypes: true })) {
      if (!entry.isDirectory() || !/^[A-Za-z0-9_-]+$/.test(entry.name)) {
        continue;
      }
      const folder = new JobFolder(jobsFolder, entry.name);
      const record = await folder.processRecord();
      if (record) {
        this.#options.log.warn(
          `Ending what a stopped server left of job run ${entry.name} (process ${record.pid})`,
        );
        await endJobProcesses(record.pid, folder.path, graceMilliseconds);
      }
      await folder.remove();
    }
    // A server may have been killed between the start of a process and its record.
    await endJobProcesses(noGroup, resultIn(jobsFolder), graceMilliseconds);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    this.#environment.abort();
    this.#fetching.abort();
    const running = [...this.#running];
    running.forEach(([job]) => job.stop());
    await Promise.all(running.map(([, done]) => done));
    await this.#archive?.abort();
    await this.#preparing;
    await this.#builtInJars;
  }

  /** A folder that the servers of one environment share. */
  #inEnvironment(name: string): string {
    return join(this.#environment.directory, name);
  }

  #jars(runtime: PythonRuntime): DataLakeJars {
    return new DataLakeJars(this.#inEnvironment('jars'), runtime, pythonFolder);
  }

  /** None where they cannot be had: most jobs do without. */
  async #fetchBuiltInJars(runtime: PythonRuntime): Promise<readonly string[]> {
    try {
      return await this.#jars(runtime).jarsOf(
        BUILT_IN,
        {},
        AbortSignal.any([
          this.#fetching.signal,
          AbortSignal.timeout(fetchingLimit),
        ]),
      );
    } catch (error) {
      if (!this.#closed) {
        this.#options.log.warn(
          `Jobs that read Avro or PostgreSQL will fail until local-glue is started with a connection to a Maven repository: ${(error as Error).message}`,
        );
      }
      return [];
    }
  }

  /** Not while a job runs: both would be slower, and the job is what someone waits for. */
  #makeArchiveWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    if (this.#closed || this.#running.size > 0) return;
    if (this.#archive?.state !== 'absent') return;
    this.#idleTimer = setTimeout(
      () => void this.#archive?.make(),
      idleMilliseconds,
    );
    this.#idleTimer.unref();
  }
}
