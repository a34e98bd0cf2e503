import type { Predecessor, StartJobRunRequest } from '@aws-sdk/client-glue';
import type { JobOutcome } from '../../../jobs/JobExecutor';
import type { GlueDependencies } from '../dependencies';
import { jobStateChange } from '../happenings';
import { announce } from '../../../base/Happening';
import { concurrentRunsExceeded, entityNotFound } from '../errors';
import type { StoredJob } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type { JobRunRecord, StoredJobRun } from '../store/JobRunStore';
import { storeBookmark } from './bookmarks';
import { capacity, dpuSeconds } from './capacity';
import { newJobRunId, retryId } from './ids';
import { JobProcesses } from './JobProcesses';
import { checkJobRun } from './jobRules';
import {
  effectiveArguments,
  logGroupName,
  maxConcurrentRuns,
  mayRetry,
  timeoutMinutes,
} from './jobSettings';
import { isActiveJobState } from './progress';
import { AfterCommit, Transactions } from './Transactions';

/** What starts a job run: a request of StartJobRun, or a trigger's action. */
export type JobRunRequest = Omit<StartJobRunRequest, 'JobName' | 'JobRunId'> & {
  JobName: string;
  triggerName?: string;
  /** Of the workflow run, or of the chain of triggers, that it belongs to. */
  workflowRunId?: string;
  predecessors?: Predecessor[];
  /** The run before, when this is a retry. */
  retryOf?: StoredJobRun;
  /** Where it is not a new one of its own. */
  id?: string;
};

/** Told when a job run of a workflow run, or of a chain of triggers, has ended and no retry follows. */
type RunListener = (runId: string, afterCommit: AfterCommit) => void;

/** The life of job runs, from the request to what became of the process. */
export class JobRuns {
  readonly #dependencies: GlueDependencies;
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #onEnd: RunListener;
  readonly #processes: JobProcesses;

  constructor(
    dependencies: GlueDependencies,
    store: GlueStore,
    transactions: Transactions,
    onEnd: RunListener,
  ) {
    this.#dependencies = dependencies;
    this.#store = store;
    this.#transactions = transactions;
    this.#onEnd = onEnd;
    this.#processes = new JobProcesses(
      dependencies,
      store,
      transactions,
      (id, outcome) => this.#settle(id, outcome),
    );
  }

  /**
   * StartJobRun: throws where a trigger's action would end in FAILED or ERROR.
   *
   * @param previousRunId - a run to try again as it was; the request's other
   *   members then count for nothing
   */
  start(asked: JobRunRequest, previousRunId?: string): StoredJobRun {
    return this.#transactions.run(afterCommit => {
      const job = this.#store.jobs.get(asked.JobName);
      if (!job) throw entityNotFound('Job', asked.JobName);
      const request = previousRunId
        ? retryRequest(this.#runOf(job, previousRunId), undefined)
        : asked;
      checkJobRun(request, job);
      if (!isQueued(job, request) && !this.#hasSlot(job)) {
        throw concurrentRunsExceeded('Job', job.Name, maxConcurrentRuns(job));
      }
      return this.begin(request, afterCommit);
    });
  }

  /**
   * Inside a transaction: creates the run, and starts it after the commit. The
   * run of a job that does not exist is ERROR, one beyond the job's own
   * concurrency FAILED, both at once ("Running and monitoring a workflow",
   * AWS Glue Developer Guide).
   */
  begin(request: JobRunRequest, afterCommit: AfterCommit): StoredJobRun {
    const { workflowRunId } = request;
    const job = this.#store.jobs.get(request.JobName);
    const run = newRun(request, job);
    if (!job) {
      Object.assign(run, {
        JobRunState: 'ERROR',
        ErrorMessage: `Job ${request.JobName} does not exist. Create it, or remove it from trigger ${request.triggerName}.`,
        CompletedOn: run.StartedOn,
      });
    } else if (!isQueued(job, request) && !this.#hasSlot(job)) {
      const { message } = concurrentRunsExceeded(
        'Job',
        job.Name,
        maxConcurrentRuns(job),
      );
      Object.assign(run, {
        JobRunState: 'FAILED',
        ErrorMessage: message,
        CompletedOn: run.StartedOn,
      });
    } else {
      const reason = this.#processes.reasonToWait(job, isQueued(job, request));
      if (reason) {
        Object.assign(run, { JobRunState: 'WAITING', StateDetail: reason });
      }
    }
    this.#store.jobRuns.insert({ run, workflowRunId });
    if (isActiveJobState(run.JobRunState)) {
      afterCommit(() => this.#processes.launch(run.Id));
    }
    return run;
  }

  /**
   * Inside a transaction: ends an active run. One whose process runs is
   * STOPPING until that has ended.
   */
  stop({ run, workflowRunId }: JobRunRecord, afterCommit: AfterCommit): void {
    const process = this.#processes.get(run.Id);
    if (!process) {
      this.#end(
        { run, workflowRunId },
        { state: 'STOPPED', executionSeconds: 0 },
        afterCommit,
      );
      return;
    }
    this.#store.jobRuns.update({
      ...run,
      JobRunState: 'STOPPING',
      LastModifiedOn: new Date(),
    });
    afterCommit(() => process.stop());
  }

  /**
   * What a stopped server left: its processes are gone, so the runs that had
   * one have failed; those that were waiting for one still are.
   */
  resume(): void {
    for (const { run } of this.#store.jobRuns.active()) {
      if (run.JobRunState === 'WAITING') {
        this.#processes.launch(run.Id);
      } else if (run.JobRunState === 'STOPPING') {
        this.#settle(run.Id, { state: 'STOPPED', executionSeconds: 0 });
      } else {
        this.#settle(run.Id, {
          state: 'FAILED',
          errorMessage: 'local-glue was stopped while this job ran',
          executionSeconds: 0,
        });
      }
    }
  }

  #runOf(job: StoredJob, id: string): StoredJobRun {
    const run = this.#store.jobRuns.get(id)?.run;
    if (run?.JobName !== job.Name) throw entityNotFound('Job run', id);
    return run;
  }

  #hasSlot(job: StoredJob): boolean {
    return (
      this.#store.jobRuns.activeOfJob(job.Name).length < maxConcurrentRuns(job)
    );
  }

  #settle(id: string, outcome: JobOutcome): void {
    this.#transactions.record(`how job run ${id} ended`, afterCommit => {
      const record = this.#store.jobRuns.get(id);
      if (record && isActiveJobState(record.run.JobRunState)) {
        const stored = storeBookmark(this.#store, record.run, outcome);
        this.#end(record, stored, afterCommit);
      }
    });
  }

  #end(
    { run, workflowRunId }: JobRunRecord,
    outcome: JobOutcome,
    afterCommit: AfterCommit,
  ): void {
    const job = this.#store.jobs.get(run.JobName);
    const now = new Date();
    const ended: StoredJobRun = {
      ...run,
      JobRunState: outcome.state,
      ErrorMessage: outcome.errorMessage,
      StateDetail: undefined,
      ExecutionTime: Math.round(outcome.executionSeconds),
      CompletedOn: now,
      LastModifiedOn: now,
    };
    ended.DPUSeconds =
      job && dpuSeconds(ended, effectiveArguments(job, run.Arguments));
    this.#store.jobRuns.update(ended);
    afterCommit(() => announce(jobStateChange(ended), this.#dependencies));

    const isStopping =
      run.JobRunState === 'STOPPING' || this.#isStopping(workflowRunId);
    if (job && !isStopping && mayRetry(job, ended)) {
      const id = retryId(ended.Id, ended.Attempt + 1);
      this.begin({ ...retryRequest(ended, workflowRunId), id }, afterCommit);
    }
    if (workflowRunId) this.#onEnd(workflowRunId, afterCommit);
    afterCommit(() =>
      this.#processes.launchWaiting(
        this.#store.jobRuns.activeOfJob(run.JobName),
      ),
    );
  }

  #isStopping(workflowRunId: string | undefined): boolean {
    if (!workflowRunId) return false;
    const state = this.#store.workflowRuns.state(workflowRunId);
    return state?.run.Status === 'STOPPING';
  }
}

function isQueued(job: StoredJob, request: JobRunRequest): boolean {
  return request.JobRunQueuingEnabled ?? job.JobRunQueuingEnabled ?? false;
}

function retryRequest(
  failed: StoredJobRun,
  workflowRunId: string | undefined,
): JobRunRequest {
  return {
    JobName: failed.JobName,
    Arguments: failed.Arguments,
    Timeout: failed.Timeout,
    MaxCapacity: failed.WorkerType ? undefined : failed.MaxCapacity,
    WorkerType: failed.WorkerType,
    NumberOfWorkers: failed.NumberOfWorkers,
    ExecutionClass: failed.ExecutionClass,
    SecurityConfiguration: failed.SecurityConfiguration,
    NotificationProperty: failed.NotificationProperty,
    JobRunQueuingEnabled: failed.JobRunQueuingEnabled,
    triggerName: failed.TriggerName,
    predecessors: failed.PredecessorRuns,
    workflowRunId,
    retryOf: failed,
  };
}

function newRun(
  request: JobRunRequest,
  job: StoredJob = { Name: request.JobName },
): StoredJobRun {
  const { retryOf } = request;
  const now = new Date();
  const attempt = retryOf ? retryOf.Attempt + 1 : 0;
  const { MaxCapacity, WorkerType, NumberOfWorkers } = capacity(job, {
    MaxCapacity: request.MaxCapacity ?? request.AllocatedCapacity,
    WorkerType: request.WorkerType,
    NumberOfWorkers: request.NumberOfWorkers,
  });
  return {
    Id: request.id ?? newJobRunId(),
    Attempt: attempt,
    PreviousRunId: retryOf?.Id,
    TriggerName: request.triggerName,
    JobName: request.JobName,
    JobMode: job.JobMode,
    JobRunQueuingEnabled: isQueued(job, request),
    StartedOn: now,
    LastModifiedOn: now,
    JobRunState: 'STARTING',
    Arguments: request.Arguments,
    PredecessorRuns: request.predecessors ?? [],
    AllocatedCapacity: Math.floor(MaxCapacity),
    ExecutionTime: 0,
    Timeout: timeoutMinutes(job, request.Timeout),
    MaxCapacity,
    WorkerType,
    NumberOfWorkers,
    SecurityConfiguration:
      request.SecurityConfiguration ?? job.SecurityConfiguration,
    NotificationProperty:
      request.NotificationProperty ?? job.NotificationProperty,
    LogGroupName: logGroupName(job, request.Arguments),
    GlueVersion: job.GlueVersion,
    ExecutionClass: request.ExecutionClass ?? job.ExecutionClass,
    ExecutionRoleSessionPolicy: request.ExecutionRoleSessionPolicy,
  };
}
