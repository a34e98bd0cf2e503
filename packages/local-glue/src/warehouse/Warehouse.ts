import {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBValue,
} from '@duckdb/node-api';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';
import {
  insertWarnings,
  loadErrorDetail,
  principalViews,
  systemTables,
} from './catalog/SystemTables';
import {
  engineMemory,
  limitMemory,
  openEngine,
  temporaryFolders,
  viewStatements,
} from './engine';
import { ResultValue, streamRows } from './results';
import { Session } from './Session';
import { Parameters } from './sql/bindParameters';
import { planStatement } from './sql/planStatement';
import { sqlName, sqlString } from '../base/sqlText';
import { StatementError, toStatementError } from './StatementError';
import { RunOptions, runPlans, StatementResult } from './statements/runPlans';
import { Worker, WorkPlaces } from './WorkPlaces';
import { WriteQueue } from './WriteQueue';

export { StatementError } from './StatementError';
export type { RowSink } from './statements/runPlan';
export type { StatementResult } from './statements/runPlans';

export interface ExecuteOptions extends RunOptions {
  parameters?: Parameters;
  /** Runs in a session that `openSession` gave. */
  session?: WarehouseSession;
}

/** A session that goes on between statements, with its temporary tables, search path and transaction. */
export interface WarehouseSession {
  readonly warehouse: Warehouse;
  readonly database: string;
  /** Whether it has ended, perhaps together with its warehouse. */
  readonly isClosed: boolean;
  /** Rolls an open transaction back and ends the session. */
  close(): void;
}

/** What the warehouses of a server share. */
export interface WarehouseHost {
  readonly buckets: BucketStore;
  readonly log: Log;
  readonly workPlaces: WorkPlaces;
}

const databaseName = /^[a-z_][a-z0-9_$-]{0,63}$/;
/** Names that DuckDB has for itself. */
const reservedNames = ['main', 'memory', 'system', 'temp', 'template0'];
const extension = '.duckdb';

/** Every warehouse has it, to begin at: whoever makes another database connects to it. */
export const everyDatabase = 'dev';

/**
 * A warehouse that speaks Redshift's SQL and keeps each database in a DuckDB
 * file in its folder. Statements that change a database run one batch after
 * the other; reading goes on beside them and sees only what was committed.
 * SQL reaches no file outside the buckets, no other warehouse and no network.
 */
export class Warehouse implements Worker {
  readonly stagingFolder: string;
  readonly buckets: BucketStore;
  private readonly queues = new Map<string, WriteQueue>();
  private readonly running = new Map<DuckDBConnection, Promise<unknown>>();
  private readonly sessions = new Map<WarehouseSession, Session>();
  private memory: Promise<void> = Promise.resolve();
  private isClosed = false;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly folder: string,
    /** The one that it was made with, which always exists. */
    readonly firstDatabase: string,
    private readonly host: WarehouseHost,
  ) {
    this.buckets = host.buckets;
    this.stagingFolder = join(folder, temporaryFolders.staging);
  }

  /** Opens every database in the folder, `dev`, and the first one. Rejects with the file's name when one cannot be read. */
  static async open(
    folder: string,
    firstDatabase: string,
    host: WarehouseHost,
  ): Promise<Warehouse> {
    checkDatabaseName(firstDatabase);
    mkdirSync(folder, { recursive: true });
    const instance = await openEngine(folder, host.buckets.root);
    const warehouse = new Warehouse(instance, folder, firstDatabase, host);
    try {
      const found = databasesIn(folder);
      for (const name of new Set([everyDatabase, firstDatabase, ...found])) {
        await warehouse.attach(name);
      }
      return warehouse;
    } catch (error) {
      await warehouse.close();
      throw error;
    }
  }

  wake(): Promise<void> {
    return this.setMemory(engineMemory.working);
  }

  /** What cannot be given back, such as a row that is being written, is kept. */
  rest(): Promise<void> {
    return this.setMemory(engineMemory.resting).catch(() => {});
  }

  /** The names of all databases, sorted. */
  databases(): string[] {
    return [...this.queues.keys()].sort();
  }

  hasDatabase(name: string): boolean {
    return this.queues.has(name);
  }

  /** Makes the database unless it exists. Rejects with an Error for a name that Redshift would not take. */
  async createDatabase(name: string): Promise<void> {
    checkDatabaseName(name);
    if (!this.queues.has(name)) await this.attach(name);
  }

  /** Throws a StatementError for a database that does not exist. */
  async openSession(database: string): Promise<WarehouseSession> {
    this.queue(database);
    const connection = await this.instance.connect();
    const session = new Session(this, connection, database);
    await this.tracked(connection, () => session.enter());
    const { sessions } = this;
    const handle: WarehouseSession = {
      warehouse: this,
      database,
      get isClosed() {
        return !sessions.has(handle);
      },
      close: () => {
        if (sessions.delete(handle)) connection.closeSync();
      },
    };
    this.sessions.set(handle, session);
    return handle;
  }

  /**
   * Runs statements in Redshift's SQL. Rejects with a StatementError at the
   * first that fails; `onResult` has had the ones before it.
   */
  async execute(
    database: string,
    statements: readonly string[],
    options: ExecuteOptions = {},
  ): Promise<StatementResult[]> {
    const queue = this.queue(database);
    const plans = statements.map((sql, index) => {
      try {
        return planStatement(sql, options.parameters);
      } catch (error) {
        throw this.toError(error, index, options.signal);
      }
    });
    const open = options.session && this.sessions.get(options.session);
    if (options.session && !open) throw new Error('The session is closed');
    const runIn = (session: Session) =>
      runPlans(this, session, plans, options, (error, index) =>
        this.toError(error, index, options.signal),
      );
    const run = async () => {
      try {
        return await (open
          ? this.tracked(open.connection, () => runIn(open), options.signal)
          : this.using(async connection => {
              const session = new Session(this, connection, database);
              await session.enter();
              return runIn(session);
            }, options.signal));
      } catch (error) {
        throw this.toError(error, 0, options.signal);
      }
    };
    // A transaction that a session has open must not wait for others, which may wait for it.
    const isReading = plans.every(plan => plan.isReadOnly);
    return isReading || open?.isInTransaction ? run() : queue.run(run);
  }

  /** Rows of a query in DuckDB's own SQL, for what the server itself wants to know. */
  async inspect(
    database: string,
    sql: string,
    values: DuckDBValue[] = [],
  ): Promise<ResultValue[][]> {
    this.queue(database);
    return this.using(async connection => {
      await new Session(this, connection, database).enter();
      const rows: ResultValue[][] = [];
      await streamRows(await connection.stream(sql, values), {
        write: block => void rows.push(...block),
      });
      return rows;
    });
  }

  /** Writes down what statements said had no effect. */
  async keepWarnings(
    database: string,
    query: number,
    statementId: string,
    warnings: readonly string[],
  ): Promise<void> {
    if (warnings.length === 0) return;
    await this.using(connection =>
      insertWarnings(connection, database, query, statementId, warnings),
    );
  }

  /** Interrupts what runs and closes the files. Safe to call twice. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const interrupt = () => {
      for (const connection of this.running.keys()) connection.interrupt();
    };
    interrupt();
    const telling = setInterval(interrupt, 50);
    await Promise.allSettled(this.running.values());
    clearInterval(telling);
    for (const session of [...this.sessions.keys()]) session.close();
    await this.memory.catch(() => {});
    this.instance.closeSync();
    this.host.workPlaces.leave(this);
  }

  /** Gives a connection of its own to `action`, and waits for it on closing. */
  async using<T>(
    action: (connection: DuckDBConnection) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    this.checkOpen();
    const connection = await this.instance.connect();
    try {
      return await this.tracked(connection, () => action(connection), signal);
    } finally {
      if (!this.isClosed) connection.closeSync();
    }
  }

  private tracked<T>(
    connection: DuckDBConnection,
    action: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const track = async () => {
      this.checkOpen();
      const result = action();
      this.running.set(connection, result);
      try {
        return await result;
      } finally {
        this.running.delete(connection);
      }
    };
    return this.host.workPlaces.run(this, track, signal);
  }

  private checkOpen(): void {
    if (this.isClosed) throw new Error('The warehouse is closed');
  }

  /** One after the other: who comes last has the last word. */
  private setMemory(limit: string): Promise<void> {
    this.memory = this.memory
      .catch(() => {})
      .then(() => {
        this.checkOpen();
        return limitMemory(this.instance, limit);
      });
    return this.memory;
  }

  private queue(database: string): WriteQueue {
    const queue = this.queues.get(database);
    if (queue) return queue;
    throw new StatementError(
      `FATAL: database "${database}" does not exist; there are ${this.databases().join(', ')}`,
      0,
      false,
    );
  }

  private async attach(name: string): Promise<void> {
    const path = join(this.folder, `${name}${extension}`);
    const database = sqlName(name);
    await this.using(async connection => {
      try {
        await connection.run(`ATTACH ${sqlString(path)} AS ${database}`);
      } catch (error) {
        throw new Error(
          `The warehouse's file ${path} cannot be opened: ${(error as Error).message}`,
        );
      }
      await connection.run(`CREATE SCHEMA IF NOT EXISTS ${database}.public`);
      for (const table of systemTables) {
        await connection.run(
          `CREATE TABLE IF NOT EXISTS ${database}.main.${table}`,
        );
      }
      await connection.run(
        `CREATE OR REPLACE VIEW ${database}.main.${loadErrorDetail} FROM ${database}.main.stl_load_errors`,
      );
      await connection.run(`USE ${database}.main`);
      for (const view of viewStatements) await connection.run(view);
      for (const view of principalViews([...this.queues.keys(), name])) {
        await connection.run(`CREATE OR REPLACE VIEW memory.main.${view}`);
      }
    });
    this.queues.set(name, new WriteQueue());
    this.host.log.info(`Warehouse database ${name} is ${path}`);
  }

  private toError(
    error: unknown,
    index: number,
    signal: AbortSignal | undefined,
  ): StatementError {
    const isAborted = signal?.aborted ?? false;
    return toStatementError(error, index, isAborted, this.buckets.root);
  }
}

/** The names of the databases that a warehouse's folder has, sorted. */
export function databasesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => name.slice(0, -extension.length))
    .sort();
}

/** Throws Error for a name that Redshift would not take. */
function checkDatabaseName(name: string): void {
  if (databaseName.test(name) && !reservedNames.includes(name)) return;
  throw new Error(
    `"${name}" is not a valid database name: use 1 to 64 lower case letters, digits, "_", "$" and "-", beginning with a letter, and none of ${reservedNames.join(', ')}`,
  );
}
