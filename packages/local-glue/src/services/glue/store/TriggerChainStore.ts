import type { Database, Statement } from 'better-sqlite3';

/** What one firing of a trigger outside of any workflow has led to so far. */
export interface TriggerChain {
  /** `tc_` + 64 hexadecimal digits. Its job runs and crawls carry it. */
  id: string;
  /** Names of the triggers that have fired in it. */
  fired: string[];
}

interface Row {
  id: string;
  fired_triggers: string;
}

/** Chains whose jobs and crawlers have not all ended. */
export class TriggerChainStore {
  readonly #put: Statement;
  readonly #get: Statement;
  readonly #delete: Statement;
  readonly #ids: Statement;

  constructor(database: Database) {
    this.#put = database.prepare(
      `INSERT INTO glue_trigger_chain (id, fired_triggers) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET fired_triggers = excluded.fired_triggers`,
    );
    this.#get = database.prepare(
      'SELECT id, fired_triggers FROM glue_trigger_chain WHERE id = ?',
    );
    this.#delete = database.prepare(
      'DELETE FROM glue_trigger_chain WHERE id = ?',
    );
    this.#ids = database.prepare('SELECT id FROM glue_trigger_chain');
  }

  put({ id, fired }: TriggerChain): void {
    this.#put.run(id, JSON.stringify(fired));
  }

  get(id: string): TriggerChain | undefined {
    const row = this.#get.get(id) as Row | undefined;
    return row && { id: row.id, fired: JSON.parse(row.fired_triggers) };
  }

  delete(id: string): void {
    this.#delete.run(id);
  }

  ids(): string[] {
    return this.#ids.all().map(row => (row as { id: string }).id);
  }
}
