import { DuckDBConnection } from '@duckdb/node-api';
import type { BucketStore } from '../buckets/BucketStore';
import {
  CompletedLoad,
  insertLoad,
  insertLoadErrors,
} from './catalog/SystemTables';
import { TablePlace } from './catalog/TableDefinition';
import { RejectedRow } from './copy/LoadError';
import { sqlName, sqlString } from '../base/sqlText';

/** What a session has of the warehouse that it is in. */
export interface SessionHost {
  readonly buckets: BucketStore;
  /** A folder for files that live as long as their statement. */
  readonly stagingFolder: string;
  /** Gives another connection to `action`. */
  using<T>(action: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
}

/** A connection to one database, with what a session of Redshift remembers. */
export class Session {
  /** Of the batch that runs. */
  signal?: AbortSignal;
  /** Of the statement that runs. */
  queryId = 0;
  isInTransaction = false;
  private schemas: string[] = [];
  private telling?: NodeJS.Timeout;

  constructor(
    private readonly host: SessionHost,
    readonly connection: DuckDBConnection,
    readonly database: string,
  ) {}

  get buckets(): BucketStore {
    return this.host.buckets;
  }

  get stagingFolder(): string {
    return this.host.stagingFolder;
  }

  /** Makes the connection what a session of Redshift is. */
  async enter(): Promise<void> {
    await this.setSearchPath([]);
    await this.connection.run("SET TimeZone = 'UTC'");
    await this.connection.run('SET integer_division = true');
  }

  /** Macros come before what an older version has put into the database. */
  async setSearchPath(schemas: readonly string[]): Promise<void> {
    this.schemas = [...schemas];
    const path = [...schemas, 'public']
      .map(schema => [this.database, schema])
      .concat([
        ['memory', 'main'],
        [this.database, 'main'],
      ])
      .map(names => names.map(sqlName).join('.'))
      .join(',');
    await this.connection.run(`SET search_path = ${sqlString(path)}`);
  }

  /** Interrupts what runs when `signal` says so. Returns what ends that. */
  interruptOn(signal: AbortSignal | undefined): () => void {
    this.signal = signal;
    // The engine forgets an interruption that comes before it has begun: it is told until it ends.
    const interrupt = () => {
      this.connection.interrupt();
      this.telling = setInterval(() => this.connection.interrupt(), 50);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    return () => {
      clearInterval(this.telling);
      signal?.removeEventListener('abort', interrupt);
    };
  }

  /** Runs `action` in the transaction that there is, or in one of its own. */
  async atomically<T>(action: () => Promise<T>): Promise<T> {
    if (this.isInTransaction) return action();
    await this.connection.run('BEGIN TRANSACTION');
    try {
      const result = await action();
      await this.connection.run('COMMIT');
      return result;
    } catch (error) {
      clearInterval(this.telling);
      // A failed COMMIT has ended the transaction already.
      await this.connection.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  /** Where a new table goes that is called so. */
  newPlace(name: readonly string[], isTemporary: boolean): TablePlace {
    const [table, schema, database] = [...name].reverse();
    if (isTemporary) return { database: 'temp', schema: 'main', table };
    return {
      database: database ?? this.database,
      schema: schema ?? this.schemas[0] ?? 'public',
      table,
    };
  }

  /** Where a table is that is called so, or undefined. */
  async find(name: readonly string[]): Promise<TablePlace | undefined> {
    const [table, schema, database] = [...name].reverse();
    const places = schema
      ? [[database ?? this.database, schema]]
      : [
          ['temp', 'main'],
          ...[...this.schemas, 'public', 'main'].map(each => [
            this.database,
            each,
          ]),
        ];
    for (const [inDatabase, inSchema] of places) {
      const found = await this.connection.runAndReadAll(
        'SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $1 AND lower(schema_name) = $2 AND lower(table_name) = $3',
        [inDatabase, inSchema, table],
      );
      const [row] = found.getRows();
      if (row) {
        return {
          database: inDatabase,
          schema: String(row[0]),
          table: String(row[1]),
        };
      }
    }
    return undefined;
  }

  /** Throws Error when there is no such table. */
  async place(name: readonly string[]): Promise<TablePlace> {
    const place = await this.find(name);
    if (place) return place;
    throw new Error(`table ${name.join('.')} does not exist`);
  }

  /** Runs queries beside the session, whose transaction may have failed. */
  aside<T>(action: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.host.using(action);
  }

  /** Writes a COPY down; it is undone with the session's transaction. */
  keepLoad(
    place: TablePlace,
    load: Omit<CompletedLoad, 'query' | 'database' | 'table'>,
  ): Promise<void> {
    return insertLoad(this.connection, {
      ...load,
      // Temporary tables are in none of the databases that stay.
      database: place.database === 'temp' ? this.database : place.database,
      table: place.table,
      query: this.queryId,
    });
  }

  /** Writes rejected rows down, whatever becomes of the session's transaction. */
  async keepRejected(
    place: TablePlace,
    rejected: readonly RejectedRow[],
  ): Promise<void> {
    if (rejected.length === 0) return;
    await this.host.using(connection =>
      insertLoadErrors(
        connection,
        this.database,
        this.queryId,
        place,
        rejected,
      ),
    );
  }
}
