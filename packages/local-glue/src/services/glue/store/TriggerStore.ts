import type { Database, Statement } from 'better-sqlite3';
import { StoredTrigger } from './definitions';
import { DefinitionStore } from './DefinitionStore';
import { decode } from './json';

export class TriggerStore extends DefinitionStore<StoredTrigger> {
  readonly #ofWorkflow: Statement;
  readonly #outsideWorkflows: Statement;

  constructor(database: Database) {
    super(database, 'glue_trigger');
    this.#ofWorkflow = database.prepare(
      'SELECT definition FROM glue_trigger WHERE workflow_name = ? ORDER BY name',
    );
    this.#outsideWorkflows = database.prepare(
      'SELECT definition FROM glue_trigger WHERE workflow_name IS NULL ORDER BY name',
    );
  }

  ofWorkflow(workflowName: string): StoredTrigger[] {
    return triggersOf(this.#ofWorkflow.all(workflowName));
  }

  outsideWorkflows(): StoredTrigger[] {
    return triggersOf(this.#outsideWorkflows.all());
  }
}

function triggersOf(rows: unknown[]): StoredTrigger[] {
  return rows.map(row =>
    decode<StoredTrigger>((row as { definition: string }).definition),
  );
}
