import type { Database } from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { ServerContext } from '../../server/context';
import { splitStatements } from '../../warehouse/sql/tokenize';
import { StatementError, StatementResult } from '../../warehouse/Warehouse';
import { validationError } from './errors';
import {
  Statement,
  StatementStatus,
  StatementStore,
  SubStatement,
} from './StatementStore';
import { TargetInput } from './target';

export interface Submission extends TargetInput {
  sqls: readonly string[];
  isBatch: boolean;
  parameters?: { name: string; value: string }[];
  statementName?: string;
  clientToken?: string;
}

const endStates: readonly StatementStatus[] = ['FINISHED', 'FAILED', 'ABORTED'];

/** Runs statements of the Data API in the background, one object per server. */
export class Statements {
  readonly store: StatementStore;
  private readonly cancellations = new Map<string, AbortController>();

  constructor(private readonly context: ServerContext) {
    this.store = new StatementStore(context.database);
    this.settleInterrupted();
  }

  /** Throws a ValidationException for SQL that is not one statement each. */
  submit(submission: Submission): Statement {
    const { sqls, isBatch, clientToken } = submission;
    const earlier = clientToken && this.store.findByToken(clientToken);
    if (earlier) return earlier;
    sqls.forEach(checkSingle);
    const id = randomUUID();
    const statement: Statement = {
      ...newStatement(id, isBatch ? '' : sqls[0]),
      isBatch,
      name: submission.statementName,
      database: submission.Database ?? '',
      clusterIdentifier: submission.ClusterIdentifier,
      workgroupName: submission.WorkgroupName,
      dbUser: submission.DbUser,
      secretArn: submission.SecretArn,
      parameters: submission.parameters,
      subStatements: isBatch
        ? sqls.map((sql, index) => newStatement(`${id}:${index + 1}`, sql))
        : [],
    };
    this.store.insert(statement, clientToken);
    void this.run(statement);
    return statement;
  }

  /** Whether there was something to cancel. */
  cancel(id: string): boolean {
    const cancellation = this.cancellations.get(id);
    cancellation?.abort();
    return cancellation !== undefined;
  }

  /** Never rejects: what happens is written down with the statement. */
  private async run(statement: Statement): Promise<void> {
    const cancellation = new AbortController();
    this.cancellations.set(statement.id, cancellation);
    const parts = statement.isBatch ? statement.subStatements : [statement];
    const started = process.hrtime.bigint();
    try {
      await this.context.warehouse.execute(
        statement.database,
        parts.map(part => part.sql),
        {
          transactional: statement.isBatch,
          signal: cancellation.signal,
          parameters: Object.fromEntries(
            (statement.parameters ?? []).map(({ name, value }) => [
              name,
              value,
            ]),
          ),
          onStart: index => {
            touch(parts[index], 'STARTED');
            if (statement.isBatch) touch(statement, 'STARTED');
            this.store.update(statement);
          },
          onResult: (index, result) =>
            this.keep(statement, parts[index], result),
        },
      );
      // A single statement is finished by its result, which was kept before.
      touch(statement, 'FINISHED');
    } catch (error) {
      this.fail(statement, parts, error);
    } finally {
      this.cancellations.delete(statement.id);
      statement.durationNanoseconds = Number(process.hrtime.bigint() - started);
      this.write(statement);
    }
  }

  private keep(
    statement: Statement,
    part: SubStatement,
    result: StatementResult,
  ): void {
    const { columns, rows, rowCount, warnings } = result;
    part.durationNanoseconds = result.durationNanoseconds;
    part.hasResultSet = columns !== undefined;
    part.resultRows = rowCount;
    part.resultBytes = columns
      ? this.store.saveResult(part.id, statement.id, columns, rows)
      : 0;
    if (statement.isBatch) {
      touch(part, 'FINISHED');
      statement.hasResultSet ||= part.hasResultSet;
      this.store.update(statement);
    }
    for (const warning of warnings) {
      this.context.log.warn(`Redshift statement ${part.id}: ${warning}`);
    }
  }

  private fail(
    statement: Statement,
    parts: readonly SubStatement[],
    error: unknown,
  ): void {
    const { message = String(error) } = error as Partial<Error>;
    const isAborted = error instanceof StatementError && error.isAborted;
    const failed = error instanceof StatementError ? error.index : 0;
    const status = isAborted ? 'ABORTED' : 'FAILED';
    parts.forEach((part, index) => {
      if (index === failed) {
        touch(part, status);
        part.error = message;
      } else if (index > failed) {
        touch(part, 'ABORTED');
      }
    });
    touch(statement, status);
    statement.error = statement.isBatch
      ? `Query #${failed + 1} failed with ${message}`
      : message;
  }

  private write(statement: Statement): void {
    // A server that is closing has closed the database; the next start settles it.
    if (this.context.database.open) this.store.update(statement);
  }

  /**
   * A statement that a stopped server was running has been rolled back, or
   * else had committed when the server had not yet written down that it had.
   */
  private settleInterrupted(): void {
    for (const statement of this.store.list()) {
      if (endStates.includes(statement.status)) continue;
      for (const part of [statement, ...statement.subStatements]) {
        if (part.status !== 'FINISHED') touch(part, 'FAILED');
      }
      statement.error =
        'local-glue was stopped while this statement ran: it took effect as a whole or not at all.';
      this.store.update(statement);
    }
  }
}

function newStatement(id: string, sql: string): SubStatement {
  const now = Date.now();
  return {
    id,
    sql,
    status: 'SUBMITTED',
    createdAt: now,
    updatedAt: now,
    hasResultSet: false,
    resultRows: -1,
    resultBytes: -1,
  };
}

function touch(part: SubStatement, status: StatementStatus): void {
  part.status = status;
  part.updatedAt = Date.now();
}

function checkSingle(sql: string): void {
  let count: number;
  try {
    count = splitStatements(sql).length;
  } catch (error) {
    throw validationError(
      `The SQL cannot be read: ${(error as Error).message}.`,
    );
  }
  if (count === 1) return;
  throw validationError(
    count === 0
      ? 'The SQL contains no statement.'
      : `The SQL contains ${count} statements where one is allowed; give each to BatchExecuteStatement as a member of its own.`,
  );
}

const perDatabase = new WeakMap<Database, Statements>();

/** The server's statements, the same object for every operation. */
export function statementsOf(context: ServerContext): Statements {
  let statements = perDatabase.get(context.database);
  if (!statements) {
    statements = new Statements(context);
    perDatabase.set(context.database, statements);
  }
  return statements;
}
