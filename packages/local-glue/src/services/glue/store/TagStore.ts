import type { Database, Statement } from 'better-sqlite3';

/** Tags of resources, by ARN. */
export class TagStore {
  readonly #get: Statement;
  readonly #put: Statement;
  readonly #remove: Statement;
  readonly #clear: Statement;

  constructor(database: Database) {
    this.#get = database.prepare(
      'SELECT key, value FROM glue_tag WHERE arn = ? ORDER BY key',
    );
    this.#put = database.prepare(
      `INSERT INTO glue_tag (arn, key, value) VALUES (?, ?, ?)
       ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value`,
    );
    this.#remove = database.prepare(
      'DELETE FROM glue_tag WHERE arn = ? AND key = ?',
    );
    this.#clear = database.prepare('DELETE FROM glue_tag WHERE arn = ?');
  }

  get(arn: string): Record<string, string> {
    const rows = this.#get.all(arn) as { key: string; value: string }[];
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  }

  add(arn: string, tags: Record<string, string> | undefined): void {
    for (const [key, value] of Object.entries(tags ?? {})) {
      this.#put.run(arn, key, value);
    }
  }

  remove(arn: string, keys: string[]): void {
    for (const key of keys) this.#remove.run(arn, key);
  }

  /** To be called when the resource is deleted: its successor starts without tags. */
  clear(arn: string): void {
    this.#clear.run(arn);
  }
}
