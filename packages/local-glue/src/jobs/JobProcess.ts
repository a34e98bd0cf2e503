import { ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { BucketStore } from '../services/s3/BucketStore';
import { CapturedStream } from './capture/CapturedStream';
import { writeMetadata } from './capture/metadata';
import {
  normalized,
  scriptArguments,
  sparkSettings,
  unsupportedFeature,
} from './jobArguments';
import { jobEnvironment } from './jobEnvironment';
import { JobExecution, JobOutcome } from './JobExecutor';
import { JobFolder } from './JobFolder';
import { jobOutcome } from './jobOutcome';
import { endJobProcesses, groupEnds } from './processGroup';
import { PythonRuntime } from './PythonEnvironment';
import { renderProperties, sparkProperties } from './sparkProperties';

/** What all jobs of a server have in common. */
export interface JobSetting {
  dataDir: string;
  endpoint: string;
  region: string;
  buckets: BucketStore;
  runtime: PythonRuntime;
  /** `python/` of this package. */
  pythonFolder: string;
  /** Of the driver's JVM, with the class-data archive when there is one. */
  jvmOptions: readonly string[];
  sparkMaster: string;
}

/** Milliseconds between asking a job's processes to end and ending them. */
const graceMilliseconds = 5000;

/** Milliseconds that what a script left running may take to end by itself: Spark's JVM tidies up. */
const tidyMilliseconds = 5000;

/** setTimeout's own limit in milliseconds, 24 days: longer than any job of Glue. */
const longestTimer = 2 ** 31 - 1;

/** One attempt of a job, from its files to its outcome. */
export class JobProcess {
  readonly #execution: JobExecution;
  readonly #setting: JobSetting;
  readonly #folder: JobFolder;
  readonly #logFolder: string;
  #child?: ChildProcess;
  #exited = false;
  #endedFor?: 'timeout' | 'stop';

  constructor(execution: JobExecution, setting: JobSetting) {
    this.#execution = execution;
    this.#setting = setting;
    this.#folder = new JobFolder(
      join(setting.dataDir, 'jobs'),
      execution.jobRunId,
    );
    this.#logFolder = join(setting.dataDir, 'logs', execution.jobRunId);
  }

  /** Never rejects. */
  async run(): Promise<JobOutcome> {
    const begin = Date.now();
    const seconds = () => (Date.now() - begin) / 1000;
    try {
      await mkdir(this.#logFolder, { recursive: true });
      await writeMetadata(this.#logFolder, this.#execution);
      await this.#folder.create();
      const outcome = await this.#runProcess(seconds);
      await this.#folder.forgetProcess();
      if (outcome.state === 'SUCCEEDED') await this.#folder.remove();
      return outcome;
    } catch (error) {
      const errorMessage = (error as Error).message;
      await writeFile(
        join(this.#logFolder, 'stderr.log'),
        `${errorMessage}\n`,
        { flag: 'a' },
      ).catch(() => {
        // The outcome says it as well.
      });
      return {
        state: 'FAILED',
        errorMessage,
        executionSeconds: seconds(),
      };
    }
  }

  stop(): void {
    this.#end('stop');
  }

  #end(reason: 'timeout' | 'stop'): void {
    if (this.#exited || this.#endedFor) return;
    this.#endedFor = reason;
    const pid = this.#child?.pid;
    if (pid !== undefined) {
      void endJobProcesses(pid, this.#folder.path, graceMilliseconds);
    }
  }

  async #runProcess(seconds: () => number): Promise<JobOutcome> {
    const { timeoutMinutes } = this.#execution;
    const unsupported = unsupportedFeature(this.#execution.arguments);
    if (unsupported) throw new Error(unsupported);
    const { args, env } = await this.#commandLine();
    if (this.#endedFor) {
      return { state: 'STOPPED', executionSeconds: seconds() };
    }

    const child = spawn(this.#setting.runtime.python, args, {
      cwd: this.#folder.workDir,
      // Complete as it is: nothing of the server's own environment is added.
      env: env as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const exit = exitOf(child);
    const output = [
      capture(child.stdout, this.#logFolder, 'stdout'),
      capture(child.stderr, this.#logFolder, 'stderr'),
    ];
    const timer =
      timeoutMinutes > 0
        ? setTimeout(
            () => this.#end('timeout'),
            Math.min(timeoutMinutes * 60_000, longestTimer),
          )
        : undefined;
    try {
      if (child.pid !== undefined) await this.#folder.recordProcess(child.pid);
      const { code, signal } = await exit;
      this.#exited = true;
      await this.#endRest(child);
      await Promise.all(output.map(stream => stream.complete()));
      return jobOutcome({
        exitCode: code,
        signal,
        result: await this.#folder.scriptResult(),
        errorTail: output[1].tail(),
        endedFor: this.#endedFor,
        timeoutMinutes,
        executionSeconds: seconds(),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #commandLine(): Promise<{
    args: string[];
    env: Record<string, string>;
  }> {
    const { runtime, buckets, pythonFolder, sparkMaster } = this.#setting;
    const { commandName } = this.#execution;
    const { script, pythonPath, jars } = await this.#folder.stage(
      this.#execution,
      buckets,
    );
    const usesSpark = commandName === 'glueetl';
    if (usesSpark) {
      const given = normalized(this.#execution.arguments);
      const properties = sparkProperties({
        bucketRoot: buckets.root,
        buckets: buckets.list(),
        workDir: this.#folder.workDir,
        master: sparkMaster,
        jvmOptions: this.#setting.jvmOptions,
        settings: {
          ...(jars.length > 0 && { 'spark.jars': jars.join(',') }),
          ...sparkSettings(given['--conf']),
        },
      });
      await writeFile(
        this.#folder.propertiesFile,
        renderProperties(properties),
      );
    }
    return {
      args: [
        join(pythonFolder, 'local_glue_run.py'),
        script,
        ...scriptArguments(this.#execution),
      ],
      env: jobEnvironment({
        runtime,
        path: process.env.PATH,
        workDir: this.#folder.workDir,
        resultFile: this.#folder.resultFile,
        pythonPath: [join(pythonFolder, 'stubs'), ...pythonPath],
        endpoint: this.#setting.endpoint,
        region: this.#setting.region,
        propertiesFile: usesSpark ? this.#folder.propertiesFile : undefined,
        localSpark: sparkMaster.startsWith('local'),
      }),
    };
  }

  /** Nothing that a script started outlives it. */
  async #endRest(child: ChildProcess): Promise<void> {
    if (child.pid === undefined) return;
    if (!this.#endedFor) await groupEnds(child.pid, tidyMilliseconds);
    await endJobProcesses(child.pid, this.#folder.path, graceMilliseconds);
  }
}

function exitOf(
  child: ChildProcess,
): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', error =>
      reject(new Error(`The job's process did not start: ${error.message}`)),
    );
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** A process that left the group may hold the pipe open; no longer than this (milliseconds). */
const pipeMilliseconds = 2000;

function capture(
  source: NodeJS.ReadableStream & { destroy(): void },
  folder: string,
  name: 'stdout' | 'stderr',
) {
  const stream = new CapturedStream(folder, name);
  source.pipe(stream);
  const end = finished(stream);
  // Reported by complete(); until then it must not count as unhandled.
  end.catch(() => {});
  return {
    tail: () => stream.tail,
    /** Resolves when all output is written; rejects when it could not be. */
    async complete(): Promise<void> {
      const late = new AbortController();
      await Promise.race([
        end,
        sleep(pipeMilliseconds, undefined, { signal: late.signal }).then(
          () => {
            source.unpipe(stream);
            source.destroy();
            stream.end();
          },
          () => {
            // The output was complete in time.
          },
        ),
      ]);
      late.abort();
      await end;
    },
  };
}
