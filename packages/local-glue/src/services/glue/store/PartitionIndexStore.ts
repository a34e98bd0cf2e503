import type { Database, Statement } from 'better-sqlite3';
import type { StoredTable } from './definitions';

export interface StoredPartitionIndex {
  IndexName: string;
  /** Names of partition keys. */
  Keys: string[];
}

/** Partition indexes of tables. They make no reading faster here: SQLite's own index does. */
export class PartitionIndexStore {
  readonly #insert: Statement;
  readonly #delete: Statement;
  readonly #ofTable: Statement;

  constructor(database: Database) {
    this.#insert = database.prepare(
      `INSERT INTO glue_partition_index (database_name, table_name, name, keys)
       VALUES (?, ?, ?, ?)`,
    );
    this.#delete = database.prepare(
      `DELETE FROM glue_partition_index
       WHERE database_name = ? AND table_name = ? AND name = ?`,
    );
    this.#ofTable = database.prepare(
      `SELECT name, keys FROM glue_partition_index
       WHERE database_name = ? AND table_name = ? ORDER BY name`,
    );
  }

  /** In the order of names. */
  ofTable({ DatabaseName, Name }: TableName): StoredPartitionIndex[] {
    const rows = this.#ofTable.all(DatabaseName, Name) as {
      name: string;
      keys: string;
    }[];
    return rows.map(({ name, keys }) => ({
      IndexName: name,
      Keys: JSON.parse(keys),
    }));
  }

  /** There must be none of its name. */
  create({ DatabaseName, Name }: TableName, index: StoredPartitionIndex): void {
    const { IndexName, Keys } = index;
    this.#insert.run(DatabaseName, Name, IndexName, JSON.stringify(Keys));
  }

  /** Returns whether there was such an index. */
  delete({ DatabaseName, Name }: TableName, indexName: string): boolean {
    return this.#delete.run(DatabaseName, Name, indexName).changes > 0;
  }
}

type TableName = Pick<StoredTable, 'DatabaseName' | 'Name'>;
