import type { Database, Statement } from 'better-sqlite3';
import { StoredPartition, StoredTable } from './definitions';
import { decode, encode } from './json';
import { PartitionIndexStore } from './PartitionIndexStore';

/**
 * The Data Catalog folds names of databases and tables to lower case, for the
 * sake of Hive (DatabaseInput and TableInput, AWS Glue API reference).
 */
export function catalogName(name: string): string {
  return name.toLowerCase();
}

/** Tables, their versions and partitions. Names are lower case already. */
export class CatalogStore {
  readonly partitionIndexes: PartitionIndexStore;
  readonly #getTable: Statement;
  readonly #createTable: Statement;
  readonly #updateTable: Statement;
  readonly #deleteTable: Statement;
  readonly #pageTables: Statement;
  readonly #allTables: Statement;
  readonly #archiveTable: Statement;
  readonly #getVersion: Statement;
  readonly #deleteVersion: Statement;
  readonly #pageVersions: Statement;
  readonly #getPartition: Statement;
  readonly #putPartition: Statement;
  readonly #deletePartition: Statement;
  readonly #pagePartitions: Statement;
  readonly #partitionKeys: Statement;

  constructor(database: Database) {
    this.partitionIndexes = new PartitionIndexStore(database);
    this.#getTable = database.prepare(
      'SELECT definition FROM glue_table WHERE database_name = ? AND name = ?',
    );
    this.#createTable = database.prepare(
      'INSERT INTO glue_table (database_name, name, definition) VALUES (?, ?, ?)',
    );
    this.#updateTable = database.prepare(
      'UPDATE glue_table SET definition = ? WHERE database_name = ? AND name = ?',
    );
    this.#deleteTable = database.prepare(
      'DELETE FROM glue_table WHERE database_name = ? AND name = ?',
    );
    this.#pageTables = database.prepare(
      `SELECT definition FROM glue_table
       WHERE database_name = ? AND name > ? ORDER BY name LIMIT ?`,
    );
    this.#allTables = database.prepare(
      'SELECT definition FROM glue_table ORDER BY database_name, name',
    );
    this.#archiveTable = database.prepare(
      `INSERT INTO glue_table_version (database_name, table_name, version, definition)
       SELECT database_name, name, ?, definition FROM glue_table
       WHERE database_name = ? AND name = ?`,
    );
    this.#getVersion = database.prepare(
      `SELECT definition FROM glue_table_version
       WHERE database_name = ? AND table_name = ? AND version = ?`,
    );
    this.#deleteVersion = database.prepare(
      `DELETE FROM glue_table_version
       WHERE database_name = ? AND table_name = ? AND version = ?`,
    );
    this.#pageVersions = database.prepare(
      `SELECT definition FROM glue_table_version
       WHERE database_name = ? AND table_name = ? AND version < ?
       ORDER BY version DESC LIMIT ?`,
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
    this.#partitionKeys = database
      .prepare(
        `SELECT partition_values FROM glue_partition
         WHERE database_name = ? AND table_name = ? AND partition_values > ?
         ORDER BY partition_values`,
      )
      .pluck();
  }

  table(databaseName: string, name: string): StoredTable | undefined {
    return definitionOf<StoredTable>(this.#getTable.get(databaseName, name));
  }

  /** Its first version is "0". There must be none of its name. */
  createTable(table: Omit<StoredTable, 'VersionId'>): void {
    const created = { ...table, VersionId: '0' };
    this.#createTable.run(table.DatabaseName, table.Name, encode(created));
  }

  /**
   * Inside a transaction: replaces a table's definition, under the next
   * version id, and keeps the definition that it had among its versions, unless
   * told otherwise (UpdateTable, AWS Glue API reference).
   */
  updateTable(
    table: Omit<StoredTable, 'VersionId'>,
    { skipArchive = false }: { skipArchive?: boolean } = {},
  ): void {
    const { DatabaseName, Name } = table;
    const before = this.table(DatabaseName, Name);
    if (!before) throw new Error(`There is no table ${DatabaseName}.${Name}`);
    const version = Number(before.VersionId);
    if (!skipArchive) this.#archiveTable.run(version, DatabaseName, Name);
    this.#updateTable.run(
      encode({ ...table, VersionId: String(version + 1) }),
      DatabaseName,
      Name,
    );
  }

  /** Deletes its versions and partitions too. Returns whether there was such a table. */
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

  /** In the order of databases, and of names within each. */
  allTables(): StoredTable[] {
    return this.#allTables.all().map(row => definitionOf<StoredTable>(row)!);
  }

  /** What a table was at an earlier version. */
  archivedVersion(
    { DatabaseName, Name }: StoredTable,
    version: number,
  ): StoredTable | undefined {
    return definitionOf<StoredTable>(
      this.#getVersion.get(DatabaseName, Name, version),
    );
  }

  /** Newest first, those older than `before`. The current version is not among them. */
  archivedVersions(
    { DatabaseName, Name }: StoredTable,
    before: number,
    limit: number,
  ): StoredTable[] {
    return this.#pageVersions
      .all(DatabaseName, Name, before, limit)
      .map(row => definitionOf<StoredTable>(row)!);
  }

  /** Returns whether there was such a version. */
  deleteArchivedVersion(
    { DatabaseName, Name }: StoredTable,
    version: number,
  ): boolean {
    return this.#deleteVersion.run(DatabaseName, Name, version).changes > 0;
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

  /**
   * As `partitions`, but only those whose values are accepted. Definitions of
   * the others, which are a hundred times as long as their values, are not read.
   */
  partitionsWhere(
    databaseName: string,
    tableName: string,
    accepts: (values: string[]) => boolean,
    after: string | number | undefined,
    limit: number,
  ): StoredPartition[] {
    const accepted: string[] = [];
    for (const key of this.#partitionKeys.iterate(
      databaseName,
      tableName,
      after ?? '',
    )) {
      if (!accepts(JSON.parse(key as string))) continue;
      accepted.push(key as string);
      if (accepted.length === limit) break;
    }
    return accepted.map(key =>
      definitionOf<StoredPartition>(
        this.#getPartition.get(databaseName, tableName, key),
      )!,
    );
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
