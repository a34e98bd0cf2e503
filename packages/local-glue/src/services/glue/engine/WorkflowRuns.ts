import {
  concurrentRunsExceeded,
  entityNotFound,
  invalidInput,
} from '../errors';
import { AwsError } from '../../../protocol/errors';
import type { StoredTrigger, StoredWorkflow } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type {
  StoredWorkflowRun,
  WorkflowRunState,
} from '../store/WorkflowRunStore';
import type { Crawls } from './Crawls';
import { newWorkflowRunId } from './ids';
import type { JobRuns } from './JobRuns';
import { workflowArguments } from './jobSettings';
import {
  dueTriggers,
  isActiveCrawlState,
  isActiveJobState,
  isAnythingActive,
  NodeStates,
  nodeStates,
  predecessors,
  startTrigger,
  statistics,
} from './progress';
import { AfterCommit, Transactions } from './Transactions';

const NO_HISTORY = { jobRuns: [], crawls: [] };

/** The life of workflow runs. What moves them on is that a job run or a crawl ends. */
export class WorkflowRuns {
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #jobRuns: JobRuns;
  readonly #crawls: Crawls;

  constructor(
    store: GlueStore,
    transactions: Transactions,
    jobRuns: JobRuns,
    crawls: Crawls,
  ) {
    this.#store = store;
    this.#transactions = transactions;
    this.#jobRuns = jobRuns;
    this.#crawls = crawls;
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
      if (!this.#hasSlot(workflow)) {
        throw concurrentRunsExceeded(
          'Workflow',
          workflowName,
          workflow.MaxConcurrentRuns!,
        );
      }
      const triggers = this.#store.triggers.ofWorkflow(workflowName);
      const first = startTrigger(triggers);
      if (!first) {
        throw invalidInput(
          `Workflow ${workflowName} has no start trigger. Add an ON_DEMAND, SCHEDULED or EVENT trigger to it.`,
        );
      }
      const run = newRun(workflow, properties);
      const state: WorkflowRunState = { run, triggers, fired: [] };
      this.#store.workflowRuns.insert(state);
      this.#fire(state, first, afterCommit);
      this.#advance(state, afterCommit);
      return run.WorkflowRunId;
    });
  }

  /**
   * A start by a schedule. Where it exceeds MaxConcurrentRuns nobody is there
   * to be told: the run is ERROR and says so (WorkflowRun.ErrorMessage).
   */
  startOnSchedule(workflowName: string): void {
    const workflow = this.#store.workflows.get(workflowName);
    if (!workflow || this.#hasSlot(workflow)) {
      this.start(workflowName);
      return;
    }
    this.#transactions.run(() => {
      const triggers = this.#store.triggers.ofWorkflow(workflowName);
      const run = newRun(workflow, {});
      run.Status = 'ERROR';
      run.CompletedOn = run.StartedOn;
      run.ErrorMessage = `Concurrent runs exceeded for workflow: ${workflowName}.`;
      run.Statistics = statistics(triggers, nodeStates(NO_HISTORY));
      this.#store.workflowRuns.insert({ run, triggers, fired: [] });
    });
  }

  stop(workflowName: string, runId: string): void {
    this.#transactions.run(afterCommit => {
      if (!this.#store.workflows.get(workflowName)) {
        throw entityNotFound('Workflow', workflowName);
      }
      const run = this.#store.workflowRuns.get(workflowName, runId);
      if (!run) throw entityNotFound('Workflow run', runId);
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
    if (state?.run.Status === 'RUNNING' || state?.run.Status === 'STOPPING') {
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

  /** Starts a trigger's actions outside of any workflow. */
  fireAlone(trigger: StoredTrigger): void {
    this.#transactions.run(afterCommit => {
      for (const action of trigger.Actions ?? []) {
        if (action.CrawlerName) {
          this.#crawls.begin(action.CrawlerName, undefined, afterCommit);
        } else {
          this.#jobRuns.begin(
            {
              ...action,
              JobName: action.JobName!,
              triggerName: trigger.Name,
            },
            afterCommit,
          );
        }
      }
    });
  }

  #hasSlot({ Name, MaxConcurrentRuns }: StoredWorkflow): boolean {
    return (
      MaxConcurrentRuns === undefined ||
      this.#store.workflowRuns.countActive(Name) < MaxConcurrentRuns
    );
  }

  #advance(state: WorkflowRunState, afterCommit: AfterCommit): void {
    const { run, triggers, fired } = state;
    let history = this.#history(run.WorkflowRunId);
    let states = nodeStates(history);
    // An action that ends at once (a missing job) can make further triggers due.
    while (run.Status === 'RUNNING') {
      const due = dueTriggers(triggers, fired, states);
      if (due.length === 0) break;
      for (const trigger of due) {
        this.#fire(state, trigger, afterCommit, states);
      }
      history = this.#history(run.WorkflowRunId);
      states = nodeStates(history);
    }
    run.Statistics = statistics(triggers, states);
    if (!isAnythingActive(history)) {
      run.Status = run.Status === 'STOPPING' ? 'STOPPED' : 'COMPLETED';
      run.CompletedOn = new Date();
    }
    this.#store.workflowRuns.update({ run, fired });
  }

  #history(runId: string) {
    return {
      jobRuns: this.#store.jobRuns.ofWorkflowRun(runId),
      crawls: this.#store.crawls.ofWorkflowRun(runId),
    };
  }

  #fire(
    { run, fired }: WorkflowRunState,
    trigger: StoredTrigger,
    afterCommit: AfterCommit,
    states?: NodeStates,
  ): void {
    fired.push(trigger.Name);
    for (const action of trigger.Actions ?? []) {
      if (action.CrawlerName) {
        this.#crawls.begin(action.CrawlerName, run.WorkflowRunId, afterCommit);
        continue;
      }
      this.#jobRuns.begin(
        {
          JobName: action.JobName!,
          Arguments: workflowArguments(
            action.Arguments,
            run.Name,
            run.WorkflowRunId,
          ),
          Timeout: action.Timeout,
          SecurityConfiguration: action.SecurityConfiguration,
          NotificationProperty: action.NotificationProperty,
          triggerName: trigger.Name,
          workflowRunId: run.WorkflowRunId,
          predecessors: states && predecessors(trigger, states),
        },
        afterCommit,
      );
    }
  }
}

function newRun(
  workflow: StoredWorkflow,
  properties: Record<string, string>,
): StoredWorkflowRun {
  return {
    Name: workflow.Name,
    WorkflowRunId: newWorkflowRunId(),
    WorkflowRunProperties: { ...workflow.DefaultRunProperties, ...properties },
    StartedOn: new Date(),
    Status: 'RUNNING',
    Statistics: {},
  };
}
