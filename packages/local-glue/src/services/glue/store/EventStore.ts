import type { Database, Statement } from 'better-sqlite3';

/** An event that waits for its workflow's batching condition to be met. */
export interface WaitingEvent {
  sequence: number;
  eventId: string;
  receivedOn: Date;
}

interface Row {
  sequence: number;
  event_id: string;
  received_on: number;
}

/** Events that no run has been started for yet, by workflow. */
export class EventStore {
  readonly #insert: Statement;
  readonly #waiting: Statement;
  readonly #delete: Statement;
  readonly #clear: Statement;
  readonly #workflowNames: Statement;

  constructor(database: Database) {
    this.#insert = database.prepare(
      'INSERT INTO glue_workflow_event (workflow_name, event_id, received_on) VALUES (?, ?, ?)',
    );
    this.#waiting = database.prepare(
      `SELECT sequence, event_id, received_on FROM glue_workflow_event
       WHERE workflow_name = ? ORDER BY sequence`,
    );
    this.#delete = database.prepare(
      'DELETE FROM glue_workflow_event WHERE sequence = ?',
    );
    this.#clear = database.prepare(
      'DELETE FROM glue_workflow_event WHERE workflow_name = ?',
    );
    this.#workflowNames = database.prepare(
      'SELECT DISTINCT workflow_name FROM glue_workflow_event',
    );
  }

  insert(workflowName: string, eventId: string, receivedOn: Date): void {
    this.#insert.run(workflowName, eventId, receivedOn.getTime());
  }

  /** In the order of their arrival. */
  waiting(workflowName: string): WaitingEvent[] {
    return (this.#waiting.all(workflowName) as Row[]).map(row => ({
      sequence: row.sequence,
      eventId: row.event_id,
      receivedOn: new Date(row.received_on),
    }));
  }

  /** To be called for events that started a run. */
  delete(events: readonly WaitingEvent[]): void {
    for (const { sequence } of events) this.#delete.run(sequence);
  }

  /** Forgets every waiting event of a workflow. */
  clear(workflowName: string): void {
    this.#clear.run(workflowName);
  }

  /** Names of the workflows that events wait for. */
  workflowNames(): string[] {
    return this.#workflowNames
      .all()
      .map(row => (row as { workflow_name: string }).workflow_name);
  }
}
