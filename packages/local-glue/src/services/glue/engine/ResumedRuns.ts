import { AwsError } from '../../../base/AwsError';
import type { StoredTrigger } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { requireWorkflowRun } from '../store/requireWorkflowRun';
import type { StoredRunHistory } from '../store/RunHistoryStore';
import type { Actions, RunOfActions } from './Actions';
import { nodeId } from './ids';
import { nodeStates } from './progress';
import { planResumption, WorkNode } from './resumption';
import type { AfterCommit, Transactions } from './Transactions';
import { newRun, WorkflowRuns } from './WorkflowRuns';

/** ResumeWorkflowRun: runs that go on where others ended. */
export class ResumedRuns {
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #workflowRuns: WorkflowRuns;
  readonly #actions: Actions;

  constructor(
    store: GlueStore,
    transactions: Transactions,
    workflowRuns: WorkflowRuns,
    actions: Actions,
  ) {
    this.#store = store;
    this.#transactions = transactions;
    this.#workflowRuns = workflowRuns;
    this.#actions = actions;
  }

  /**
   * Starts a run that keeps the triggers and the properties of the one before
   * it (that it keeps the properties is not documented), with all that is not
   * run again.
   *
   * @returns the new run's id and the ids of the nodes that were started
   */
  start(
    workflowName: string,
    runId: string,
    nodeIds: readonly string[],
  ): { RunId: string; NodeIds: string[] } {
    return this.#transactions.run(afterCommit => {
      const previous = requireWorkflowRun(this.#store, workflowName, runId);
      if (previous.Status !== 'COMPLETED') {
        throw new AwsError(
          'IllegalWorkflowStateException',
          `Workflow run ${runId} is ${previous.Status}. Only a run that is COMPLETED can be resumed.`,
        );
      }
      const { triggers, fired } = this.#store.workflowRuns.state(runId)!;
      const history = this.#store.runHistory.of(runId);
      const states = nodeStates(history);
      const plan = planResumption(
        workflowName,
        triggers,
        fired,
        nodeIds,
        ({ kind, name }) =>
          (kind === 'JOB' ? states.jobs : states.crawlers).has(name),
      );
      const workflow = this.#store.workflows.get(workflowName)!;
      this.#workflowRuns.requireSlot(workflow);

      const run = newRun(workflow, {
        properties: previous.WorkflowRunProperties,
      });
      run.WorkflowRunProperties = previous.WorkflowRunProperties;
      run.PreviousRunId = runId;
      this.#store.workflowRuns.insert({ run, triggers, fired: plan.fired });
      const kept = untouched(workflowName, history, plan.rerun);
      this.#store.runHistory.copy(run.WorkflowRunId, [
        ...kept.jobRuns.map(({ Id }) => Id),
        ...kept.crawls.map(({ id }) => id),
      ]);
      const started = {
        id: run.WorkflowRunId,
        workflowName,
        states: nodeStates(kept),
      };
      for (const node of plan.restarted) {
        this.#restart(node, triggers, history, started, afterCommit);
      }
      this.#workflowRuns.advance(run.WorkflowRunId, afterCommit);
      return {
        RunId: run.WorkflowRunId,
        NodeIds: plan.restarted.map(({ id }) => id),
      };
    });
  }

  /** Starts a node as the trigger did that started it in the run before. */
  #restart(
    { kind, name }: WorkNode,
    triggers: readonly StoredTrigger[],
    { jobRuns }: StoredRunHistory,
    run: RunOfActions,
    afterCommit: AfterCommit,
  ): void {
    const startedBy = jobRuns.findLast(
      each => kind === 'JOB' && each.JobName === name,
    )?.TriggerName;
    for (const trigger of triggers) {
      if (startedBy && trigger.Name !== startedBy) continue;
      const action = trigger.Actions?.find(
        ({ JobName, CrawlerName }) =>
          (kind === 'JOB' ? JobName : CrawlerName) === name,
      );
      if (action) {
        this.#actions.start(action, trigger, run, afterCommit);
        return;
      }
    }
  }
}

function untouched(
  workflowName: string,
  { jobRuns, crawls, copied }: StoredRunHistory,
  rerun: ReadonlySet<string>,
): StoredRunHistory {
  return {
    jobRuns: jobRuns.filter(
      ({ JobName }) => !rerun.has(nodeId(workflowName, 'JOB', JobName)),
    ),
    crawls: crawls.filter(
      ({ crawlerName }) =>
        !rerun.has(nodeId(workflowName, 'CRAWLER', crawlerName)),
    ),
    copied,
  };
}
