import type { JobOutcome, RunningJob } from '../../../jobs/JobExecutor';
import type { GlueDependencies } from '../dependencies';
import type { StoredJob } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type { JobRunRecord, StoredJobRun } from '../store/JobRunStore';
import { bookmarkOf } from './bookmarks';
import { jobExecution } from './jobExecution';
import { maxConcurrentRuns } from './jobSettings';
import type { Transactions } from './Transactions';

const QUEUED =
  'Waiting for another run of this job to end: MaxConcurrentRuns is reached';

/** What becomes of a run whose process has ended, or could not be started. */
type OnOutcome = (jobRunId: string, outcome: JobOutcome) => void;

/** Gives job runs their processes: at once, or when there is room for them. */
export class JobProcesses {
  readonly #dependencies: GlueDependencies;
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #onOutcome: OnOutcome;
  readonly #running = new Map<string, RunningJob>();
  /** Ids of runs whose process has started, which the database does not know yet. */
  #started: string[] = [];
  #awaitsReadiness = false;

  constructor(
    dependencies: GlueDependencies,
    store: GlueStore,
    transactions: Transactions,
    onOutcome: OnOutcome,
  ) {
    this.#dependencies = dependencies;
    this.#store = store;
    this.#transactions = transactions;
    this.#onOutcome = onOutcome;
  }

  /** The process of a run. */
  get(jobRunId: string): RunningJob | undefined {
    return this.#running.get(jobRunId);
  }

  /**
   * Why a new run cannot start now (JobRun.StateDetail).
   *
   * @param isQueued - it waits while the job's MaxConcurrentRuns is reached
   *   ("AWS Glue job run statuses", AWS Glue Developer Guide)
   */
  reasonToWait(job: StoredJob, isQueued: boolean): string | undefined {
    const readiness = this.#dependencies.jobs.readiness();
    if (readiness.state === 'preparing') return readiness.reason;
    return isQueued && !this.#hasRoom(job) ? QUEUED : undefined;
  }

  /** After the commit: starts the process of a run that is STARTING, or WAITING in vain. */
  launch(jobRunId: string): void {
    const run = this.#store.jobRuns.get(jobRunId)?.run;
    if (!run || this.#running.has(jobRunId)) return;
    if (run.JobRunState !== 'STARTING' && run.JobRunState !== 'WAITING') return;
    const readiness = this.#dependencies.jobs.readiness();
    const job = this.#store.jobs.get(run.JobName);
    if (!job) {
      this.#fail(
        run,
        `Job ${run.JobName} was deleted before this run started.`,
      );
    } else if (readiness.state === 'unavailable') {
      this.#fail(run, readiness.reason);
    } else if (readiness.state === 'preparing') {
      this.#launchWhenReady();
    } else if (
      run.JobRunState === 'STARTING' ||
      !run.JobRunQueuingEnabled ||
      this.#hasRoom(job)
    ) {
      this.#execute(run, job);
    }
  }

  /** After the commit: starts as many of the runs that wait as there is room for, the oldest first. */
  launchWaiting(runs: readonly JobRunRecord[]): void {
    for (const { run } of runs) {
      if (run.JobRunState === 'WAITING') this.launch(run.Id);
    }
  }

  /** Runs that wait take no room. */
  #hasRoom(job: StoredJob): boolean {
    const taken = this.#store.jobRuns
      .activeOfJob(job.Name)
      .filter(
        ({ run }) => run.JobRunState !== 'WAITING' || this.#running.has(run.Id),
      );
    return taken.length < maxConcurrentRuns(job);
  }

  #execute(run: StoredJobRun, job: StoredJob): void {
    let process: RunningJob;
    try {
      process = this.#dependencies.jobs.start({
        ...jobExecution(run, job),
        bookmark: bookmarkOf(this.#store, run, job),
      });
    } catch (error) {
      this.#fail(run, (error as Error).message);
      return;
    }
    this.#running.set(run.Id, process);
    void process.done.then(outcome => {
      this.#running.delete(run.Id);
      this.#onOutcome(run.Id, outcome);
    });
    // Stored together, and after the answer to who started them: each
    // transaction waits for the disk.
    if (this.#started.push(run.Id) === 1) {
      setImmediate(() => this.#storeStarted(this.#started.splice(0)));
    }
  }

  #storeStarted(jobRunIds: readonly string[]): void {
    this.#transactions.record('that job runs are running', () => {
      for (const id of jobRunIds) {
        const run = this.#store.jobRuns.get(id)?.run;
        // It may have ended meanwhile, or be STOPPING.
        if (run?.JobRunState !== 'STARTING' && run?.JobRunState !== 'WAITING') {
          continue;
        }
        this.#store.jobRuns.update({
          ...run,
          JobRunState: 'RUNNING',
          StateDetail: undefined,
          LastModifiedOn: new Date(),
        });
      }
    });
  }

  #launchWhenReady(): void {
    if (this.#awaitsReadiness) return;
    this.#awaitsReadiness = true;
    void this.#dependencies.jobs.settled().then(() => {
      this.#awaitsReadiness = false;
      if (this.#transactions.closed) return;
      for (const { run } of this.#store.jobRuns.active()) this.launch(run.Id);
    });
  }

  #fail({ Id }: StoredJobRun, errorMessage: string): void {
    this.#onOutcome(Id, { state: 'FAILED', errorMessage, executionSeconds: 0 });
  }
}
