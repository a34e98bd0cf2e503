import type { Database, Statement } from 'better-sqlite3';
import { StoredTrigger } from './definitions';
import { DefinitionStore } from './DefinitionStore';
import { decode } from './json';

export class TriggerStore extends DefinitionStore<StoredTrigger> {
  readonly #ofWorkflow: Statement;

  constructor(database: Database) {
    super(database, 'glue_trigger');
    this.#ofWorkflow = database.prepare(
      'SELECT definition FROM glue_trigger WHERE workflow_name = ? ORDER BY name',
    );
  }

  ofWorkflow(workflowName: string): StoredTrigger[] {
    return this.#ofWorkflow
      .all(workflowName)
      .map(row =>
        decode<StoredTrigger>((row as { definition: string }).definition),
      );
  }
}
