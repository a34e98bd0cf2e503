import type { Database, Statement } from 'better-sqlite3';
import { decode, encode } from './json';

/** Tables whose rows are a name and the definition that the API returns, as JSON. */
type DefinitionTable =
  | 'glue_classifier'
  | 'glue_connection'
  | 'glue_crawler'
  | 'glue_database'
  | 'glue_job'
  | 'glue_security_configuration'
  | 'glue_trigger'
  | 'glue_workflow';

/** Resources of one kind, by name: the definitions that the API returns. */
export class DefinitionStore<Definition extends { Name: string }> {
  readonly #get: Statement;
  readonly #put: Statement;
  readonly #delete: Statement;
  readonly #page: Statement;
  readonly #names: Statement;

  constructor(database: Database, table: DefinitionTable) {
    this.#get = database.prepare(
      `SELECT definition FROM ${table} WHERE name = ?`,
    );
    this.#put = database.prepare(
      `INSERT INTO ${table} (name, definition) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
    );
    this.#delete = database.prepare(`DELETE FROM ${table} WHERE name = ?`);
    this.#page = database.prepare(
      `SELECT definition FROM ${table} WHERE name > ? ORDER BY name LIMIT ?`,
    );
    this.#names = database
      .prepare(`SELECT name FROM ${table} WHERE name > ? ORDER BY name LIMIT ?`)
      .pluck();
  }

  get(name: string): Definition | undefined {
    return decodeRow<Definition>(this.#get.get(name));
  }

  /** Creates or replaces. */
  put(definition: Definition): void {
    this.#put.run(definition.Name, encode(definition));
  }

  /** Returns whether there was such a resource. */
  delete(name: string): boolean {
    return this.#delete.run(name).changes > 0;
  }

  /** In the order of names, those after `after`. */
  page(after: string | number | undefined, limit: number): Definition[] {
    return this.#page
      .all(after ?? '', limit)
      .map(row => decodeRow<Definition>(row)!);
  }

  /** As `page`, without reading the definitions. */
  names(after: string | number | undefined, limit: number): string[] {
    return this.#names.all(after ?? '', limit) as string[];
  }

  all(): Definition[] {
    return this.page(undefined, -1);
  }
}

function decodeRow<T>(row: unknown): T | undefined {
  return row
    ? decode<T>((row as { definition: string }).definition)
    : undefined;
}
