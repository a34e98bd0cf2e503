/** What a run with job bookmarks starts from, and what it may do. */
export interface JobBookmark {
  /** Whether `job.commit()` moves the bookmark: not when it is paused. */
  commits: boolean;
  /** The version of the bookmark that `states` are of; 0 where the job has none yet. */
  version: number;
  /** What has been read, by `transformation_ctx`; written and read by the local `awsglue` only. */
  states: Record<string, unknown>;
  /** In the same form: nothing is read that is not read there (`--job-bookmark-to`). */
  until?: Record<string, unknown>;
}

/** One attempt to run a job, as the orchestration hands it to a process. */
export interface JobExecution {
  /** `jr_` + 64 hexadecimal digits. */
  jobRunId: string;
  jobName: string;
  commandName: 'glueetl' | 'pythonshell';
  /** `s3://bucket/key` of the script. */
  scriptLocation: string;
  glueVersion: string;
  /** What the script sees as `--key value` pairs; job defaults, trigger and run arguments already merged, WORKFLOW_NAME included. */
  arguments: Record<string, string>;
  timeoutMinutes: number;
  /** `G.1X` and its kin: how much memory the Spark driver gets. */
  workerType?: string;
  /** DPUs: how much memory a Python shell job gets. */
  maxCapacity?: number;
  /** Absent where the job uses no bookmarks. */
  bookmark?: JobBookmark;
}

export interface JobOutcome {
  state: 'SUCCEEDED' | 'FAILED' | 'TIMEOUT' | 'STOPPED';
  /** For FAILED and TIMEOUT: what happened, for a person; a Python exception as `Type: message`. */
  errorMessage?: string;
  /** Seconds of wall clock that the process ran. */
  executionSeconds: number;
  /** For SUCCEEDED: the bookmark that the script committed, and the version that it replaces. */
  committed?: Pick<JobBookmark, 'version' | 'states'>;
}

export interface RunningJob {
  /** Never rejects. */
  readonly done: Promise<JobOutcome>;
  /** Ends the process and its children; `done` then resolves with STOPPED. Safe to call twice. */
  stop(): void;
}

export type Readiness =
  | { state: 'ready' }
  /** Jobs stay WAITING and show `reason` as their StateDetail. */
  | { state: 'preparing'; reason: string }
  /** Jobs fail with `reason`, which says what to install. */
  | { state: 'unavailable'; reason: string };

/** Executes Python and Spark jobs as child processes of the server. */
export interface JobExecutor {
  /** What stands between now and the start of a job. */
  readiness(): Readiness;
  /** Resolves when `readiness()` is no longer `preparing`. */
  settled(): Promise<void>;
  /** Starts a process. Call only when ready. */
  start(execution: JobExecution): RunningJob;
  /** Ends processes that a killed server left behind, by the pid files in the data folder. Called once, before anything starts. */
  reapOrphans(): Promise<void>;
  /** Ends every running process; resolves when they are gone. */
  close(): Promise<void>;
}
