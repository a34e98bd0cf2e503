import { ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captureOutput } from './capture/captureOutput';
import { INSIGHTS, segmentName } from './capture/layout';
import { writeMetadata } from './capture/metadata';
import { tellsInsights } from './jobArguments';
import { JobCommand, jobCommand, JobSetting } from './jobCommand';
import { JobExecution, JobOutcome } from './JobExecutor';
import { JobFolder } from './JobFolder';
import { EndReason, jobOutcome } from './jobOutcome';
import { endJobProcesses, groupEnds, processClock } from './processGroup';

/** Milliseconds between asking a job's processes to end and ending them. */
const graceMilliseconds = 5000;

/** Milliseconds that Spark's JVM may take to tidy up after a script that could not end it. */
const tidyMilliseconds = 5000;

/** Milliseconds between asking what a script left running to end, and ending it. */
const leftoverMilliseconds = 1000;

/** setTimeout's own limit in milliseconds, 24 days: longer than any job of Glue. */
const longestTimer = 2 ** 31 - 1;

/** One attempt of a job, from its files to its outcome. */
export class JobProcess {
  readonly #execution: JobExecution;
  readonly #setting: JobSetting;
  readonly #folder: JobFolder;
  readonly #logFolder: string;
  readonly #begin = Date.now();
  readonly #since = processClock();
  /** Ends what is done before there is a process. */
  readonly #preparation = new AbortController();
  #child?: ChildProcess;
  #exited = false;
  /** Whether none of the job's processes is left. */
  #restEnded = false;
  #endedFor?: EndReason;

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
    const { timeoutMinutes } = this.#execution;
    const timer =
      timeoutMinutes > 0
        ? setTimeout(
            () => this.#end({ reason: 'timeout' }),
            Math.min(timeoutMinutes * 60_000, longestTimer),
          )
        : undefined;
    try {
      return await this.#run();
    } catch (error) {
      if (this.#endedFor) return this.#outcomeBeforeStart();
      const errorMessage = (error as Error).message;
      await this.#logError(errorMessage);
      return { state: 'FAILED', errorMessage, executionSeconds: this.#seconds };
    } finally {
      clearTimeout(timer);
      await this.#folder.remove().catch(() => {
        // A folder that cannot be removed now is removed by the next server.
      });
    }
  }

  stop(): void {
    this.#end({ reason: 'stop' });
  }

  get #seconds(): number {
    return (Date.now() - this.#begin) / 1000;
  }

  async #run(): Promise<JobOutcome> {
    await mkdir(this.#logFolder, { recursive: true });
    await writeMetadata(this.#logFolder, this.#execution);
    await this.#folder.create();
    const command = await jobCommand(
      this.#execution,
      this.#folder,
      this.#setting,
      this.#preparation.signal,
    );
    if (this.#endedFor) return this.#outcomeBeforeStart();
    try {
      return await this.#runProcess(command);
    } finally {
      await this.#endRest();
    }
  }

  async #runProcess({ args, env, memory }: JobCommand): Promise<JobOutcome> {
    const child = spawn(this.#setting.runtime.python, args, {
      cwd: this.#folder.workDir,
      // Complete as it is: nothing of the server's own environment is added.
      env: { ...env, ...this.#insights } as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const exit = exitOf(child);
    const cannotCapture = (error: Error) =>
      this.#end({ reason: 'output', message: error.message });
    const output = [
      captureOutput(child.stdout, this.#logFolder, 'stdout', cannotCapture),
      captureOutput(child.stderr, this.#logFolder, 'stderr', cannotCapture),
    ];
    if (child.pid !== undefined) await this.#folder.recordProcess(child.pid);
    const { code, signal } = await exit;
    this.#exited = true;
    await this.#endRest();
    await Promise.all(output.map(stream => stream.complete()));
    return jobOutcome({
      exitCode: code,
      signal,
      result: await this.#folder.scriptResult(),
      errorTail: output[1].tail(),
      endedFor: this.#endedFor,
      timeoutMinutes: this.#execution.timeoutMinutes,
      processMemory: memory.process,
      executionSeconds: this.#seconds,
      committed: await this.#committed(),
    });
  }

  /** Where the script's wrapper is to write what it tells of a failure. */
  get #insights(): Record<string, string> {
    return tellsInsights(this.#execution)
      ? { LOCAL_GLUE_INSIGHTS: join(this.#logFolder, segmentName(INSIGHTS, 0)) }
      : {};
  }

  async #committed(): Promise<JobOutcome['committed']> {
    const { bookmark } = this.#execution;
    const written = bookmark && (await this.#folder.committedBookmark());
    return written && { version: bookmark.version, states: written.states };
  }

  #end(endedFor: EndReason): void {
    // Output that cannot be stored is known only after the process has ended, when it is short.
    if (this.#endedFor || (this.#exited && endedFor.reason !== 'output')) {
      return;
    }
    this.#endedFor = endedFor;
    this.#preparation.abort();
    const pid = this.#child?.pid;
    if (pid !== undefined && !this.#exited) {
      void this.#endProcesses(pid, graceMilliseconds);
    }
  }

  #endProcesses(pid: number, milliseconds: number): Promise<void> {
    const { path } = this.#folder;
    return endJobProcesses(pid, path, milliseconds, this.#since);
  }

  /** Nothing that a script started outlives it. */
  async #endRest(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid === undefined || this.#restEnded) return;
    if (!this.#exited || this.#endedFor) {
      await this.#endProcesses(pid, graceMilliseconds);
      return;
    }
    // With a result the wrapper has ended Spark itself.
    const result = await this.#folder.scriptResult();
    if (!result) await groupEnds(pid, tidyMilliseconds);
    await this.#endProcesses(pid, leftoverMilliseconds);
    this.#restEnded = true;
  }

  #outcomeBeforeStart(): JobOutcome {
    return jobOutcome({
      exitCode: null,
      signal: null,
      errorTail: '',
      endedFor: this.#endedFor,
      timeoutMinutes: this.#execution.timeoutMinutes,
      processMemory: 0,
      executionSeconds: this.#seconds,
    });
  }

  async #logError(message: string): Promise<void> {
    const path = join(this.#logFolder, 'stderr.log');
    await writeFile(path, `${message}\n`, { flag: 'a' }).catch(() => {
      // The outcome says it as well.
    });
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
