import type { StartingEventBatchCondition } from '@aws-sdk/client-glue';
import type { GlueDependencies } from '../dependencies';
import type { Log } from '../../../base/Log';
import { entityNotFound } from '../errors';
import type { StoredTrigger } from '../store/definitions';
import type { WaitingEvent } from '../store/EventStore';
import type { GlueStore } from '../store/GlueStore';
import type { AfterCommit, Transactions } from './Transactions';
import type { WorkflowRuns } from './WorkflowRuns';

/** Where the trigger says nothing ("Overview of workflows", AWS Glue Developer Guide). */
const DEFAULT_BATCH_SIZE = 1;
const DEFAULT_BATCH_WINDOW_SECONDS = 900;

/** Under which a run has the ids of its events ("Viewing the EventBridge events that started a workflow"). */
const EVENT_IDS = 'aws:eventIds';

/**
 * Starts workflows on events, as EventBridge hands them to Glue ("Starting an
 * AWS Glue workflow with an Amazon EventBridge event", AWS Glue Developer
 * Guide). A run starts when the EVENT trigger's EventBatchingCondition is met:
 * when so many events are there, or so long after the first of them. Events
 * are used up by the run that they start, also where that one exceeds
 * MaxConcurrentRuns.
 */
export class Events {
  readonly #log: Log;
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #workflowRuns: WorkflowRuns;
  readonly #windows = new Map<string, NodeJS.Timeout>();

  constructor(
    { log }: GlueDependencies,
    store: GlueStore,
    transactions: Transactions,
    workflowRuns: WorkflowRuns,
  ) {
    this.#log = log;
    this.#store = store;
    this.#transactions = transactions;
    this.#workflowRuns = workflowRuns;
  }

  /**
   * Tells a workflow of an event. What its batching condition makes of it is
   * stored before this returns. A workflow whose start trigger is of another
   * type does nothing, and the log says so.
   *
   * @param eventId - of the EventBridge event; the same one twice counts
   *   twice, as Glue removes no duplicates
   * @throws AwsError EntityNotFoundException
   */
  notify(workflowName: string, eventId: string): void {
    this.#transactions.run(afterCommit => {
      if (!this.#store.workflows.get(workflowName)) {
        throw entityNotFound('Workflow', workflowName);
      }
      if (!this.#eventTrigger(workflowName)) {
        this.#log.warn(
          `Event ${eventId} does not start workflow ${workflowName}, which has no EVENT trigger.`,
        );
        return;
      }
      this.#store.events.insert(workflowName, eventId, new Date());
      this.#settle(workflowName, afterCommit);
    });
  }

  /** To be called when a trigger of a workflow was created, changed or deleted. */
  settle(workflowName: string): void {
    this.#transactions.record(`events of ${workflowName}`, afterCommit =>
      this.#settle(workflowName, afterCommit),
    );
  }

  /** To be called when the server starts: time that passed without it counts. */
  resume(): void {
    for (const workflowName of this.#store.events.workflowNames()) {
      this.settle(workflowName);
    }
  }

  close(): void {
    for (const window of this.#windows.values()) clearTimeout(window);
    this.#windows.clear();
  }

  /** Inside a transaction: starts what is due, and waits for what is not. */
  #settle(workflowName: string, afterCommit: AfterCommit): void {
    const waiting = this.#store.events.waiting(workflowName);
    if (waiting.length === 0) return;
    const workflow = this.#store.workflows.get(workflowName);
    const trigger = this.#eventTrigger(workflowName);
    if (!workflow || !trigger) {
      this.#store.events.clear(workflowName);
      return;
    }
    const { BatchSize = DEFAULT_BATCH_SIZE, BatchWindow } =
      trigger.EventBatchingCondition ?? {};
    const seconds = BatchWindow ?? DEFAULT_BATCH_WINDOW_SECONDS;
    const start = (
      batch: readonly WaitingEvent[],
      batchCondition: StartingEventBatchCondition,
    ) => {
      this.#store.events.delete(batch);
      const properties = { [EVENT_IDS]: eventIds(batch) };
      this.#workflowRuns.startUnattended(
        workflow,
        { properties, batchCondition },
        afterCommit,
      );
    };
    while (waiting.length >= BatchSize) {
      start(waiting.splice(0, BatchSize), { BatchSize, BatchWindow: 0 });
    }
    if (waiting.length === 0) {
      afterCommit(() => this.#await(workflowName, undefined));
      return;
    }
    const end = waiting[0].receivedOn.getTime() + seconds * 1000;
    if (end <= Date.now()) {
      start(waiting, { BatchSize: 0, BatchWindow: seconds });
      afterCommit(() => this.#await(workflowName, undefined));
    } else {
      afterCommit(() => this.#await(workflowName, end));
    }
  }

  /** @param end - of the batch window, in milliseconds since 1970 */
  #await(workflowName: string, end: number | undefined): void {
    clearTimeout(this.#windows.get(workflowName));
    this.#windows.delete(workflowName);
    if (end === undefined || this.#transactions.closed) return;
    const window = setTimeout(
      () => this.settle(workflowName),
      Math.max(end - Date.now(), 0),
    );
    window.unref();
    this.#windows.set(workflowName, window);
  }

  /** It needs no activation: an EVENT trigger is CREATED for as long as it exists. */
  #eventTrigger(workflowName: string): StoredTrigger | undefined {
    return this.#store.triggers
      .ofWorkflow(workflowName)
      .find(trigger => trigger.Type === 'EVENT');
  }
}

/**
 * The ids as the value of a run property, which is text: `[id, id]`. The
 * Developer Guide says "a list of strings" without the form; scripts in the
 * field take the text between the brackets.
 */
function eventIds(batch: readonly WaitingEvent[]): string {
  return `[${batch.map(({ eventId }) => eventId).join(', ')}]`;
}
