import type { Database, Statement } from 'better-sqlite3';
import { StoredPartition, StoredTable } from './definitions';
import { decode, encode } from './json';

/**
 * The Data Catalog folds names of databases and tables to lower case, for the
 * sake of Hive (DatabaseInput and TableInput, AWS Glue API reference).
 */
export function catalogName(name: string): string {
  return name.toLowerCase();
}

/** Tables and partitions of the Data Catalog. Names are lower case already. */
export class CatalogStore {
  readonly #getTable: Statement;
  readonly #putTable: Statement;
  readonly #deleteTable: Statement;
  readonly #pageTables: Statement;
  readonly #getPartition: Statement;
  readonly #putPartition: Statement;
  readonly #deletePartition: Statement;
  readonly #pagePartitions: Statement;

  constructor(database: Database) {
    this.#getTable = database.prepare(
      'SELECT definition FROM glue_table WHERE database_name = ? AND name = ?',
    );
    // Not REPLACE: that would delete the row, and its partitions with it.
    this.#putTable = database.prepare(
      `INSERT INTO glue_table (database_name, name, definition) VALUES (?, ?, ?)
       ON CONFLICT (database_name, name) DO UPDATE SET definition = excluded.definition`,
    );
    this.#deleteTable = database.prepare(
      'DELETE FROM glue_table WHERE database_name = ? AND name = ?',
    );
    this.#pageTables = database.prepare(
      `SELECT definition FROM glue_table
       WHERE database_name = ? AND name > ? ORDER BY name LIMIT ?`,
    );
    this.#getPartition = database.prepare(
      `SELECT definition FROM glue_partition
       WHERE database_name = ? AND table_name = ? AND partition_values = ?`,
    );
    this.#putPartition = database.prepare(
      `INSERT INTO glue_partition (database_name, table_name, partition_values, definition)
       VALUES (?, ?, ?, ?)
       ON CONFLICT (database_name, table_name, partition_values)
       DO UPDATE SET definition = excluded.definition`,
    );
    this.#deletePartition = database.prepare(
      `DELETE FROM glue_partition
       WHERE database_name = ? AND table_name = ? AND partition_values = ?`,
    );
    this.#pagePartitions = database.prepare(
      `SELECT definition FROM glue_partition
       WHERE database_name = ? AND table_name = ? AND partition_values > ?
       ORDER BY partition_values LIMIT ?`,
    );
  }

  table(databaseName: string, name: string): StoredTable | undefined {
    return definitionOf<StoredTable>(this.#getTable.get(databaseName, name));
  }

  putTable(table: StoredTable): void {
    this.#putTable.run(table.DatabaseName, table.Name, encode(table));
  }

  /** Deletes the table's partitions too. Returns whether there was such a table. */
  deleteTable(databaseName: string, name: string): boolean {
    return this.#deleteTable.run(databaseName, name).changes > 0;
  }

  /** In the order of names, those after `after`. */
  tables(
    databaseName: string,
    after?: string | number,
    limit: number = -1,
  ): StoredTable[] {
    return this.#pageTables
      .all(databaseName, after ?? '', limit)
      .map(row => definitionOf<StoredTable>(row)!);
  }

  partition(
    databaseName: string,
    tableName: string,
    values: string[],
  ): StoredPartition | undefined {
    return definitionOf<StoredPartition>(
      this.#getPartition.get(databaseName, tableName, partitionKey(values)),
    );
  }

  putPartition(partition: StoredPartition): void {
    this.#putPartition.run(
      partition.DatabaseName,
      partition.TableName,
      partitionKey(partition.Values),
      encode(partition),
    );
  }

  /** Returns whether there was such a partition. */
  deletePartition(
    databaseName: string,
    tableName: string,
    values: string[],
  ): boolean {
    return (
      this.#deletePartition.run(databaseName, tableName, partitionKey(values))
        .changes > 0
    );
  }

  /** In the order of `partitionKey`, those after `after`. */
  partitions(
    databaseName: string,
    tableName: string,
    after?: string | number,
    limit: number = -1,
  ): StoredPartition[] {
    return this.#pagePartitions
      .all(databaseName, tableName, after ?? '', limit)
      .map(row => definitionOf<StoredPartition>(row)!);
  }
}

/** What identifies a partition within its table. */
export function partitionKey(values: string[]): string {
  return JSON.stringify(values);
}

function definitionOf<T>(row: unknown): T | undefined {
  return row
    ? decode<T>((row as { definition: string }).definition)
    : undefined;
}
