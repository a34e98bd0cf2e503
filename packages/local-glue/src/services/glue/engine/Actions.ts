import type { Action } from '@aws-sdk/client-glue';
import type { StoredTrigger } from '../store/definitions';
import type { Crawls } from './Crawls';
import type { JobRuns } from './JobRuns';
import { workflowArguments } from './jobSettings';
import { NodeStates, predecessors } from './progress';
import type { AfterCommit } from './Transactions';

/** The workflow run, or the chain of triggers, that actions belong to. */
export interface RunOfActions {
  id: string;
  /** The workflow's; undefined outside of workflows. */
  workflowName?: string;
  /** What made the trigger fire; undefined for a start trigger. */
  states?: NodeStates;
}

/** Starts what triggers name. */
export class Actions {
  readonly #jobRuns: JobRuns;
  readonly #crawls: Crawls;

  constructor(jobRuns: JobRuns, crawls: Crawls) {
    this.#jobRuns = jobRuns;
    this.#crawls = crawls;
  }

  /** Inside a transaction: all actions of a trigger, which run side by side. */
  startAll(
    trigger: StoredTrigger,
    run: RunOfActions,
    afterCommit: AfterCommit,
  ): void {
    for (const action of trigger.Actions ?? []) {
      this.start(action, trigger, run, afterCommit);
    }
  }

  /** Inside a transaction. A job gets all that the action says of it. */
  start(
    action: Action,
    trigger: StoredTrigger,
    { id, workflowName, states }: RunOfActions,
    afterCommit: AfterCommit,
  ): void {
    if (action.CrawlerName) {
      this.#crawls.begin(action.CrawlerName, id, afterCommit);
      return;
    }
    this.#jobRuns.begin(
      {
        JobName: action.JobName!,
        Arguments: workflowName
          ? workflowArguments(action.Arguments, workflowName, id)
          : action.Arguments,
        Timeout: action.Timeout,
        SecurityConfiguration: action.SecurityConfiguration,
        NotificationProperty: action.NotificationProperty,
        triggerName: trigger.Name,
        workflowRunId: id,
        predecessors: states && predecessors(trigger, states),
      },
      afterCommit,
    );
  }
}
