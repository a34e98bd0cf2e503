import type { StartingEventBatchCondition } from '@aws-sdk/client-glue';
import {
  concurrentRunsExceeded,
  entityNotFound,
  invalidInput,
} from '../errors';
import { AwsError } from '../../../base/AwsError';
import type { StoredWorkflow } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { requireWorkflowRun } from '../store/requireWorkflowRun';
import type {
  StoredWorkflowRun,
  WorkflowRunState,
} from '../store/WorkflowRunStore';
import type { Actions } from './Actions';
import type { Crawls } from './Crawls';
import { newWorkflowRunId } from './ids';
import type { JobRuns } from './JobRuns';
import {
  dueTriggers,
  isActiveCrawlState,
  isActiveJobState,
  isActiveRunStatus,
  isAnythingActive,
  nodeStates,
  startTrigger,
  statistics,
} from './progress';
import { AfterCommit, Transactions } from './Transactions';

/** What a run is started with, beyond its workflow. */
export interface RunStart {
  /** Over the workflow's DefaultRunProperties. */
  properties?: Record<string, string>;
  /** Of a run that events start. */
  batchCondition?: StartingEventBatchCondition;
}

/** The life of workflow runs. What moves them on is that a job run or a crawl ends. */
export class WorkflowRuns {
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #jobRuns: JobRuns;
  readonly #crawls: Crawls;
  readonly #actions: Actions;

  constructor(
    store: GlueStore,
    transactions: Transactions,
    jobRuns: JobRuns,
    crawls: Crawls,
    actions: Actions,
  ) {
    this.#store = store;
    this.#transactions = transactions;
    this.#jobRuns = jobRuns;
    this.#crawls = crawls;
    this.#actions = actions;
  }

  /**
   * Starts the actions of the workflow's start trigger, whatever the trigger's
   * type and state (for SCHEDULED and EVENT this is not documented).
   *
   * @returns the run's id
   */
  start(workflowName: string, properties: Record<string, string> = {}): string {
    return this.#transactions.run(afterCommit => {
      const workflow = this.#store.workflows.get(workflowName);
      if (!workflow) throw entityNotFound('Workflow', workflowName);
      this.requireSlot(workflow);
      return this.#begin(workflow, { properties }, afterCommit);
    });
  }

  /** A start by a schedule. */
  startOnSchedule(workflowName: string): void {
    this.#transactions.run(afterCommit => {
      const workflow = this.#store.workflows.get(workflowName);
      if (!workflow) throw entityNotFound('Workflow', workflowName);
      this.startUnattended(workflow, {}, afterCommit);
    });
  }

  /**
   * Inside a transaction: a start by a schedule or by events. Where it exceeds
   * MaxConcurrentRuns nobody is there to be told: the run is ERROR and says so
   * (WorkflowRun.ErrorMessage), and is not tried again ("Overview of
   * workflows", AWS Glue Developer Guide).
   */
  startUnattended(
    workflow: StoredWorkflow,
    start: RunStart,
    afterCommit: AfterCommit,
  ): void {
    if (this.#hasSlot(workflow)) {
      this.#begin(workflow, start, afterCommit);
      return;
    }
    const triggers = this.#store.triggers.ofWorkflow(workflow.Name);
    const run = newRun(workflow, start);
    run.Status = 'ERROR';
    run.CompletedOn = run.StartedOn;
    run.ErrorMessage = `Concurrent runs exceeded for workflow: ${workflow.Name}.`;
    run.Statistics = statistics(
      triggers,
      nodeStates({ jobRuns: [], crawls: [], copied: new Set() }),
    );
    this.#store.workflowRuns.insert({ run, triggers, fired: [] });
  }

  stop(workflowName: string, runId: string): void {
    this.#transactions.run(afterCommit => {
      const run = requireWorkflowRun(this.#store, workflowName, runId);
      if (run.Status !== 'RUNNING') {
        throw new AwsError(
          'IllegalWorkflowStateException',
          `Workflow run ${runId} is ${run.Status}. Only a run that is RUNNING can be stopped.`,
        );
      }
      const { fired } = this.#store.workflowRuns.state(runId)!;
      this.#store.workflowRuns.update({
        run: { ...run, Status: 'STOPPING' },
        fired,
      });
      // Each of these may end at once, and the last one ends the run.
      for (const jobRun of this.#store.jobRuns.ofWorkflowRun(runId)) {
        if (isActiveJobState(jobRun.JobRunState)) {
          this.#jobRuns.stop(
            { run: jobRun, workflowRunId: runId },
            afterCommit,
          );
        }
      }
      for (const crawl of this.#store.crawls.ofWorkflowRun(runId)) {
        if (isActiveCrawlState(crawl.State)) {
          this.#crawls.stop(crawl, afterCommit);
        }
      }
      this.advance(runId, afterCommit);
    });
  }

  /** Inside a transaction: fires what can fire now, and ends the run when nothing is left to wait for. */
  advance(runId: string, afterCommit: AfterCommit): void {
    const state = this.#store.workflowRuns.state(runId);
    if (state && isActiveRunStatus(state.run.Status)) {
      this.#advance(state, afterCommit);
    }
  }

  /** Goes on with the runs of a server that was stopped. Job runs and crawls are settled already. */
  resume(): void {
    for (const runId of this.#store.workflowRuns.activeIds()) {
      this.#transactions.record(`the progress of ${runId}`, afterCommit =>
        this.advance(runId, afterCommit),
      );
    }
  }

  /** @throws AwsError ConcurrentRunsExceededException */
  requireSlot(workflow: StoredWorkflow): void {
    if (!this.#hasSlot(workflow)) {
      throw concurrentRunsExceeded(
        'Workflow',
        workflow.Name,
        workflow.MaxConcurrentRuns!,
      );
    }
  }

  #hasSlot({ Name, MaxConcurrentRuns }: StoredWorkflow): boolean {
    return (
      MaxConcurrentRuns === undefined ||
      this.#store.workflowRuns.countActive(Name) < MaxConcurrentRuns
    );
  }

  #begin(
    workflow: StoredWorkflow,
    start: RunStart,
    afterCommit: AfterCommit,
  ): string {
    const triggers = this.#store.triggers.ofWorkflow(workflow.Name);
    const first = startTrigger(triggers);
    if (!first) {
      throw invalidInput(
        `Workflow ${workflow.Name} has no start trigger. Add an ON_DEMAND, SCHEDULED or EVENT trigger to it.`,
      );
    }
    const run = newRun(workflow, start);
    const state: WorkflowRunState = { run, triggers, fired: [first.Name] };
    this.#store.workflowRuns.insert(state);
    this.#actions.startAll(
      first,
      { id: run.WorkflowRunId, workflowName: run.Name },
      afterCommit,
    );
    this.#advance(state, afterCommit);
    return run.WorkflowRunId;
  }

  #advance(
    { run, triggers, fired }: WorkflowRunState,
    afterCommit: AfterCommit,
  ): void {
    let history = this.#store.runHistory.of(run.WorkflowRunId);
    let states = nodeStates(history);
    // An action that ends at once (a missing job) can make further triggers due.
    while (run.Status === 'RUNNING') {
      const due = dueTriggers(triggers, fired, states);
      if (due.length === 0) break;
      for (const trigger of due) {
        fired.push(trigger.Name);
        this.#actions.startAll(
          trigger,
          { id: run.WorkflowRunId, workflowName: run.Name, states },
          afterCommit,
        );
      }
      history = this.#store.runHistory.of(run.WorkflowRunId);
      states = nodeStates(history);
    }
    run.Statistics = statistics(triggers, states);
    if (!isAnythingActive(history)) {
      run.Status = run.Status === 'STOPPING' ? 'STOPPED' : 'COMPLETED';
      run.CompletedOn = new Date();
    }
    this.#store.workflowRuns.update({ run, fired });
  }
}

/** RUNNING, with nothing started yet. */
export function newRun(
  workflow: StoredWorkflow,
  { properties, batchCondition }: RunStart,
): StoredWorkflowRun {
  return {
    Name: workflow.Name,
    WorkflowRunId: newWorkflowRunId(),
    WorkflowRunProperties: { ...workflow.DefaultRunProperties, ...properties },
    StartedOn: new Date(),
    Status: 'RUNNING',
    Statistics: {},
    StartingEventBatchCondition: batchCondition,
  };
}
