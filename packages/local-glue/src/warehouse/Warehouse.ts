import {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBValue,
} from '@duckdb/node-api';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../server/context';
import type { BucketStore } from '../services/s3/BucketStore';
import {
  insertWarnings,
  loadErrorDetail,
  systemTables,
} from './catalog/SystemTables';
import { openEngine, temporaryFolders, viewStatements } from './engine';
import { ResultColumn, ResultValue, streamRows } from './results';
import { Session } from './Session';
import { Parameters } from './sql/bindParameters';
import { Plan, planStatement } from './sql/planStatement';
import { sqlName, sqlString } from './sql/tokenize';
import { StatementError, toStatementError } from './StatementError';
import { Outcome, RowSink, runPlan } from './statements/runPlan';
import { WriteQueue } from './WriteQueue';

export { StatementError } from './StatementError';
export type { RowSink } from './statements/runPlan';

export interface StatementResult extends Outcome {
  /** Empty when the rows went to a sink. */
  rows: ResultValue[][];
  durationNanoseconds: number;
  /** What was accepted and has no effect here. */
  warnings: string[];
}

export interface ExecuteOptions {
  parameters?: Parameters;
  /** All statements succeed together or leave nothing; otherwise each stands by itself. */
  transactional?: boolean;
  /** Runs in a session that `openSession` gave. */
  session?: WarehouseSession;
  /** Interrupts what runs. */
  signal?: AbortSignal;
  /** The numbers of the statements in system tables; 0 unless given. */
  queryIds?: readonly number[];
  /** Called before each statement. */
  onStart?(index: number): void;
  /** Where the rows of a statement go; without it they are in the result. */
  openSink?(index: number, columns: ResultColumn[]): RowSink;
  /** Called after each statement that succeeded. */
  onResult?(index: number, result: StatementResult): void | Promise<void>;
}

/** A session that goes on between statements, with its temporary tables, search path and transaction. */
export interface WarehouseSession {
  readonly database: string;
  /** Rolls an open transaction back and ends the session. */
  close(): void;
}

const databaseName = /^[a-z_][a-z0-9_$-]{0,63}$/;
/** Names that DuckDB has for itself. */
const reservedNames = ['main', 'memory', 'system', 'temp', 'template0'];
const extension = '.duckdb';

/**
 * A warehouse that speaks Redshift's SQL and keeps each database in a DuckDB
 * file below `<data>/warehouse`. Statements that change a database run one
 * batch after the other; reading goes on beside them and sees only what was
 * committed. SQL reaches no file outside the buckets, and no network.
 */
export class Warehouse {
  readonly stagingFolder: string;
  private readonly queues = new Map<string, WriteQueue>();
  private readonly running = new Map<DuckDBConnection, Promise<unknown>>();
  private readonly sessions = new Map<WarehouseSession, Session>();
  private isClosed = false;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly folder: string,
    readonly buckets: BucketStore,
    private readonly log: Log,
  ) {
    this.stagingFolder = join(folder, temporaryFolders.staging);
  }

  /** Opens every database in the folder, and `dev`, which always exists. Rejects with the file's name when one cannot be read. */
  static async open(
    dataDir: string,
    buckets: BucketStore,
    log: Log,
  ): Promise<Warehouse> {
    const folder = join(dataDir, 'warehouse');
    mkdirSync(folder, { recursive: true });
    const instance = await openEngine(folder, buckets.root);
    const warehouse = new Warehouse(instance, folder, buckets, log);
    try {
      const found = readdirSync(folder)
        .filter(name => name.endsWith(extension))
        .map(name => name.slice(0, -extension.length));
      for (const name of new Set(['dev', ...found])) {
        await warehouse.attach(name);
      }
      return warehouse;
    } catch (error) {
      instance.closeSync();
      throw error;
    }
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
    if (!databaseName.test(name) || reservedNames.includes(name)) {
      throw new Error(
        `"${name}" is not a valid database name: use 1 to 64 lower case letters, digits, "_", "$" and "-", beginning with a letter, and none of ${reservedNames.join(', ')}`,
      );
    }
    if (!this.queues.has(name)) await this.attach(name);
  }

  /** Throws a StatementError for a database that does not exist. */
  async openSession(database: string): Promise<WarehouseSession> {
    this.queue(database);
    const connection = await this.instance.connect();
    const session = new Session(this, connection, database);
    await session.enter();
    const handle: WarehouseSession = {
      database,
      close: () => {
        if (this.sessions.delete(handle)) connection.closeSync();
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
    const run = () =>
      open
        ? this.tracked(open.connection, () =>
            this.runPlans(open, plans, options),
          )
        : this.using(async connection => {
            const session = new Session(this, connection, database);
            await session.enter();
            return this.runPlans(session, plans, options);
          });
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
    this.instance.closeSync();
  }

  /** Gives a connection of its own to `action`, and waits for it on closing. */
  async using<T>(
    action: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    if (this.isClosed) throw new Error('The warehouse is closed');
    const connection = await this.instance.connect();
    try {
      return await this.tracked(connection, () => action(connection));
    } finally {
      connection.closeSync();
    }
  }

  private async tracked<T>(
    connection: DuckDBConnection,
    action: () => Promise<T>,
  ): Promise<T> {
    if (this.isClosed) throw new Error('The warehouse is closed');
    const result = action();
    this.running.set(connection, result);
    try {
      return await result;
    } finally {
      this.running.delete(connection);
    }
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
    });
    this.queues.set(name, new WriteQueue());
    this.log.info(`Warehouse database ${name} is ${path}`);
  }

  private async runPlans(
    session: Session,
    plans: readonly Plan[],
    options: ExecuteOptions,
  ): Promise<StatementResult[]> {
    const { transactional = false, signal, onStart, onResult } = options;
    const stop = session.interruptOn(signal);
    const results: StatementResult[] = [];
    const runAll = async () => {
      for (const plan of plans) {
        const index = results.length;
        if (signal?.aborted) throw new Error("cancelled on user's request");
        session.queryId = options.queryIds?.[index] ?? 0;
        onStart?.(index);
        const result = await this.runOne(session, plan, index, options);
        results.push(result);
        await onResult?.(index, result);
      }
      return results;
    };
    try {
      if (!transactional || session.isInTransaction) return await runAll();
      return await session.atomically(async () => {
        session.isInTransaction = true;
        try {
          return await runAll();
        } finally {
          session.isInTransaction = false;
        }
      });
    } catch (error) {
      const failed = Math.min(results.length, plans.length - 1);
      throw this.toError(error, failed, signal);
    } finally {
      stop();
    }
  }

  private async runOne(
    session: Session,
    plan: Plan,
    index: number,
    { session: handle, transactional, openSink }: ExecuteOptions,
  ): Promise<StatementResult> {
    const started = process.hrtime.bigint();
    const rows: ResultValue[][] = [];
    const collect: RowSink = { write: block => void rows.push(...block) };
    let outcome: Outcome = { rowCount: 0 };
    if (plan.kind === 'create-database') {
      if (this.hasDatabase(plan.name)) {
        throw new Error(`database "${plan.name}" already exists`);
      }
      await this.createDatabase(plan.name);
    } else if (['begin', 'commit', 'rollback'].includes(plan.kind)) {
      if (handle && !transactional)
        await controlTransaction(session, plan.kind);
      else if (plan.kind === 'rollback') {
        throw new Error(
          'ROLLBACK needs a session (SessionKeepAliveSeconds): a batch is one transaction, which is rolled back when a statement fails',
        );
      }
    } else {
      outcome = await runPlan(
        session,
        plan,
        columns => openSink?.(index, columns) ?? collect,
      );
    }
    return {
      ...outcome,
      rows,
      durationNanoseconds: Number(process.hrtime.bigint() - started),
      warnings: plan.warnings,
    };
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

async function controlTransaction(
  session: Session,
  kind: string,
): Promise<void> {
  const isBeginning = kind === 'begin';
  // Redshift warns where a transaction is begun or ended twice.
  if (isBeginning === session.isInTransaction) return;
  session.isInTransaction = isBeginning;
  await session.connection.run(
    isBeginning ? 'BEGIN TRANSACTION' : kind.toUpperCase(),
  );
}
