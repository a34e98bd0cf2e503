import {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBValue,
  ResultReturnType,
} from '@duckdb/node-api';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../server/context';
import type { BucketStore } from '../services/s3/BucketStore';
import { runCopy } from './copy/runCopy';
import { macros, typeAliases } from './macros';
import { readRows, ResultColumn, resultColumns, ResultValue } from './results';
import { Parameters } from './sql/bindParameters';
import { Plan, planStatement, searchPath } from './sql/planStatement';
import { sqlName, sqlString } from './sql/tokenize';
import { WriteQueue } from './WriteQueue';

export interface StatementResult {
  /** Undefined when the statement gives no rows, such as INSERT. */
  columns?: ResultColumn[];
  rows: ResultValue[][];
  /** Rows given, or rows changed. */
  rowCount: number;
  durationNanoseconds: number;
  /** What was accepted and has no effect here. */
  warnings: string[];
}

export interface ExecuteOptions {
  parameters?: Parameters;
  /** All statements succeed together or leave nothing; otherwise each stands by itself. */
  transactional?: boolean;
  /** Interrupts what runs. */
  signal?: AbortSignal;
  /** Called before each statement. */
  onStart?(index: number): void;
  /** Called after each statement that succeeded. */
  onResult?(index: number, result: StatementResult): void;
}

/** A statement that failed; `message` is for a person and begins with `ERROR: `. */
export class StatementError extends Error {
  constructor(
    message: string,
    /** Its place among the statements. */
    readonly index: number,
    /** Whether it was interrupted on request. */
    readonly isAborted: boolean,
  ) {
    super(message);
    this.name = 'StatementError';
  }
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
  private readonly queues = new Map<string, WriteQueue>();
  private readonly running = new Map<DuckDBConnection, Promise<unknown>>();
  private isClosed = false;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly folder: string,
    private readonly buckets: BucketStore,
    private readonly log: Log,
  ) {}

  /** Opens every database in the folder, and `dev`, which always exists. Rejects with the file's name when one cannot be read. */
  static async open(
    dataDir: string,
    buckets: BucketStore,
    log: Log,
  ): Promise<Warehouse> {
    const folder = join(dataDir, 'warehouse');
    mkdirSync(folder, { recursive: true });
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '1GB',
      threads: String(availableParallelism()),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const warehouse = new Warehouse(instance, folder, buckets, log);
    try {
      await warehouse.using(async connection => {
        const folders = [buckets.root, folder].map(path =>
          sqlString(path.endsWith('/') ? path : `${path}/`),
        );
        await connection.run(
          `SET temp_directory = ${sqlString(join(folder, 'tmp'))}`,
        );
        await connection.run(`SET allowed_directories = [${folders.join()}]`);
        await connection.run('SET enable_external_access = false');
      });
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
        throw this.toStatementError(error, index, options.signal);
      }
    });
    const run = () =>
      this.using(connection =>
        this.runPlans(connection, database, plans, options),
      );
    return plans.every(plan => plan.isReadOnly) ? run() : queue.run(run);
  }

  /** Rows of a query in DuckDB's own SQL, for what the server itself wants to know. */
  async inspect(
    database: string,
    sql: string,
    values: DuckDBValue[] = [],
  ): Promise<ResultValue[][]> {
    this.queue(database);
    return this.using(async connection => {
      await this.enter(connection, database);
      return readRows(await connection.stream(sql, values));
    });
  }

  /** Interrupts what runs and closes the files. Safe to call twice. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const connection of this.running.keys()) connection.interrupt();
    await Promise.allSettled(this.running.values());
    this.instance.closeSync();
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
      for (const macro of macros) {
        await connection.run(
          `CREATE OR REPLACE MACRO ${database}.main.${macro}`,
        );
      }
      for (const [alias, type] of typeAliases) {
        await connection.run(
          `CREATE TYPE IF NOT EXISTS ${database}.main.${alias} AS ${type}`,
        );
      }
    });
    this.queues.set(name, new WriteQueue());
    this.log.info(`Warehouse database ${name} is ${path}`);
  }

  /** Gives a connection of its own to `action`, and waits for it on closing. */
  private async using<T>(
    action: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    if (this.isClosed) throw new Error('The warehouse is closed');
    const connection = await this.instance.connect();
    const result = action(connection);
    this.running.set(connection, result);
    try {
      return await result;
    } finally {
      this.running.delete(connection);
      connection.closeSync();
    }
  }

  /** Makes the session what a session of Redshift is. */
  private async enter(
    connection: DuckDBConnection,
    database: string,
  ): Promise<void> {
    await this.setSearchPath(connection, database, []);
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run('SET integer_division = true');
  }

  private async setSearchPath(
    connection: DuckDBConnection,
    database: string,
    schemas: readonly string[],
  ): Promise<void> {
    const path = searchPath(database, schemas);
    await connection.run(`SET search_path = ${sqlString(path)}`);
  }

  private async runPlans(
    connection: DuckDBConnection,
    database: string,
    plans: readonly Plan[],
    options: ExecuteOptions,
  ): Promise<StatementResult[]> {
    const { transactional = false, signal, onStart, onResult } = options;
    // The engine forgets an interruption that comes before it has begun: it is told until it ends.
    let telling: NodeJS.Timeout | undefined;
    const interrupt = () => {
      connection.interrupt();
      telling = setInterval(() => connection.interrupt(), 50);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    const results: StatementResult[] = [];
    try {
      await this.enter(connection, database);
      if (transactional) await connection.run('BEGIN TRANSACTION');
      for (const plan of plans) {
        if (signal?.aborted) throw new Error("cancelled on user's request");
        onStart?.(results.length);
        const started = process.hrtime.bigint();
        const outcome = await this.runPlan(connection, database, plan);
        const result: StatementResult = {
          ...outcome,
          durationNanoseconds: Number(process.hrtime.bigint() - started),
          warnings: plan.warnings,
        };
        results.push(result);
        onResult?.(results.length - 1, result);
      }
      if (transactional) await connection.run('COMMIT');
      return results;
    } catch (error) {
      clearInterval(telling);
      if (transactional) await rollBack(connection);
      const failed = Math.min(results.length, plans.length - 1);
      throw this.toStatementError(error, failed, signal);
    } finally {
      clearInterval(telling);
      signal?.removeEventListener('abort', interrupt);
    }
  }

  private async runPlan(
    connection: DuckDBConnection,
    database: string,
    plan: Plan,
  ): Promise<Pick<StatementResult, 'columns' | 'rows' | 'rowCount'>> {
    const nothing = { rows: [], rowCount: 0 };
    switch (plan.kind) {
      case 'run': {
        const result = await connection.stream(plan.sql);
        const rows = await readRows(result);
        if (result.returnType === ResultReturnType.QUERY_RESULT) {
          return {
            columns: resultColumns(result),
            rows,
            rowCount: rows.length,
          };
        }
        return { rows: [], rowCount: changedRows(rows) };
      }
      case 'copy': {
        const { command } = plan;
        return {
          rows: [],
          rowCount: await runCopy(connection, command, this.buckets),
        };
      }
      case 'create-database':
        if (this.hasDatabase(plan.name)) {
          throw new Error(`database "${plan.name}" already exists`);
        }
        await this.createDatabase(plan.name);
        return nothing;
      case 'search-path':
        await this.setSearchPath(connection, database, plan.schemas);
        return nothing;
      default:
        return nothing;
    }
  }

  private toStatementError(
    error: unknown,
    index: number,
    signal: AbortSignal | undefined,
  ): StatementError {
    if (error instanceof StatementError) return error;
    if (signal?.aborted) {
      return new StatementError('Query aborted by user', index, true);
    }
    const { message = String(error) } = error as Partial<Error>;
    // Paths of this machine are objects to who wrote the statement.
    const named = message.replaceAll(`${this.buckets.root}/`, 's3://');
    return new StatementError(`ERROR: ${named}`, index, false);
  }
}

async function rollBack(connection: DuckDBConnection): Promise<void> {
  // A failed COMMIT has ended the transaction already.
  await connection.run('ROLLBACK').catch(() => {});
}

/** DuckDB tells how many rows it changed in a result of one row. */
function changedRows(rows: readonly ResultValue[][]): number {
  const count = Number(rows[0]?.[0] ?? 0);
  return rows.length === 1 && Number.isFinite(count) ? count : 0;
}
