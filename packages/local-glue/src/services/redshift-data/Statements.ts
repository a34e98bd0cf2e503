import type { RedshiftDataDependencies } from './dependencies';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { AwsError } from '../../base/AwsError';
import { ResultColumn } from '../../warehouse/results';
import {
  RowSink,
  StatementError,
  StatementResult,
  WarehouseSession,
} from '../../warehouse/Warehouse';
import { checkSql } from './checkSql';
import { ResultWriter } from './ResultFile';
import { Sessions } from './Sessions';
import { sendStatementEvent } from './statementEvent';
import {
  endStates,
  Statement,
  StatementStatus,
  StatementStore,
  SubStatement,
} from './StatementStore';
import { TargetInput, warehouseOf } from './target';

export interface Submission extends TargetInput {
  sqls: readonly string[];
  isBatch: boolean;
  Parameters?: { name: string; value: string }[];
  StatementName?: string;
  ClientToken?: string;
  ResultFormat?: 'JSON' | 'CSV';
  SessionId?: string;
  SessionKeepAliveSeconds?: number;
  ExecutionMode?: 'TRANSACTION' | 'AUTO_COMMIT';
  WaitTimeSeconds?: number;
  WithEvent?: boolean;
}

const retryMilliseconds = 5000;

/** Amazon Redshift Management Guide, "Considerations when calling the Amazon Redshift Data API". */
const mostActive = 500;

/** Runs statements of the Data API in the background, one object per server. */
export class Statements {
  readonly store: StatementStore;
  readonly sessions: Sessions;
  private readonly cancellations = new Map<string, AbortController>();
  private readonly ends = new EventEmitter().setMaxListeners(0);

  constructor(private readonly dependencies: RedshiftDataDependencies) {
    this.store = new StatementStore(
      dependencies.database,
      dependencies.dataDir,
    );
    this.sessions = new Sessions();
    this.settleInterrupted();
  }

  /**
   * Rejects with a ValidationException for SQL that is not one statement each,
   * ActiveStatementsExceededException, and what `Sessions` throws.
   */
  async submit(submission: Submission): Promise<Statement> {
    const { sqls, isBatch, ClientToken, SessionKeepAliveSeconds } = submission;
    const earlier = ClientToken && this.store.findByToken(ClientToken);
    if (earlier) return earlier;
    checkSql(sqls, submission.Parameters ?? []);
    if (this.store.countActive() >= mostActive) {
      throw new AwsError(
        'ActiveStatementsExceededException',
        `There are ${mostActive} active statements already.`,
      );
    }
    const id = randomUUID();
    const statement: Statement = {
      ...newStatement(id, isBatch ? '' : sqls[0]),
      isBatch,
      name: submission.StatementName,
      database: submission.Database ?? '',
      clusterIdentifier: submission.ClusterIdentifier,
      workgroupName: submission.WorkgroupName,
      dbUser: submission.DbUser,
      secretArn: submission.SecretArn,
      parameters: submission.Parameters,
      resultFormat: submission.ResultFormat ?? 'JSON',
      executionMode: isBatch
        ? (submission.ExecutionMode ?? 'TRANSACTION')
        : undefined,
      withEvent: submission.WithEvent ?? false,
      subStatements: isBatch
        ? sqls.map((sql, index) => newStatement(`${id}:${index + 1}`, sql))
        : [],
    };
    if (submission.SessionId) {
      this.sessions.find(submission.SessionId);
      statement.sessionId = submission.SessionId;
    } else if (SessionKeepAliveSeconds) {
      const session = await this.sessions.begin(
        await warehouseOf(submission, this.dependencies),
        statement,
        SessionKeepAliveSeconds,
      );
      statement.sessionId = session.id;
    }
    this.store.insert(statement, ClientToken);
    void this.run(statement, SessionKeepAliveSeconds);
    await this.wait(id, submission.WaitTimeSeconds);
    return this.store.get(id) ?? statement;
  }

  /** Waits for the end of a statement, or as many seconds. */
  async wait(id: string, seconds: number | undefined): Promise<void> {
    if (!seconds || !this.cancellations.has(id)) return;
    const timeout = AbortSignal.timeout(seconds * 1000);
    await once(this.ends, id, { signal: timeout }).catch(() => {});
  }

  /** Whether there was something to cancel. */
  cancel(id: string): boolean {
    const cancellation = this.cancellations.get(id);
    cancellation?.abort();
    return cancellation !== undefined;
  }

  /** Never rejects: what happens is written down with the statement. */
  private async run(
    statement: Statement,
    aliveSeconds: number | undefined,
  ): Promise<void> {
    const cancellation = new AbortController();
    this.cancellations.set(statement.id, cancellation);
    const parts = statement.isBatch ? statement.subStatements : [statement];
    const started = process.hrtime.bigint();
    const { sessionId } = statement;
    const session = sessionId
      ? this.sessions.occupy(sessionId, statement.id, aliveSeconds)
      : undefined;
    try {
      touch(statement, 'PICKED');
      this.store.update(statement);
      if (statement.executionMode === 'AUTO_COMMIT') {
        await this.runEach(statement, parts, cancellation, session);
      } else {
        await this.runParts(statement, parts, cancellation, session);
      }
      // A single statement is finished by its result, which was kept before.
      if (!endStates.includes(statement.status)) touch(statement, 'FINISHED');
    } catch (error) {
      this.fail(statement, parts, error);
    } finally {
      statement.durationNanoseconds = Number(process.hrtime.bigint() - started);
      this.cancellations.delete(statement.id);
      if (sessionId) this.sessions.release(sessionId);
      this.write(statement);
      this.ends.emit(statement.id);
    }
  }

  /** Each statement by itself; the first failure is told, and the others run (ExecutionMode AUTO_COMMIT). */
  private async runEach(
    statement: Statement,
    parts: readonly SubStatement[],
    cancellation: AbortController,
    session: WarehouseSession | undefined,
  ): Promise<void> {
    let failure: string | undefined;
    let isAborted = false;
    for (const [index, part] of parts.entries()) {
      if (isAborted) {
        touch(part, 'ABORTED');
        continue;
      }
      try {
        await this.runParts(statement, [part], cancellation, session);
      } catch (error) {
        isAborted = error instanceof StatementError && error.isAborted;
        part.error = (error as Error).message;
        touch(part, isAborted ? 'ABORTED' : 'FAILED');
        failure ??= `Query #${index + 1} failed with ${part.error}`;
      }
    }
    if (failure === undefined) return;
    statement.error = failure;
    touch(statement, isAborted ? 'ABORTED' : 'FAILED');
  }

  private async runParts(
    statement: Statement,
    parts: readonly SubStatement[],
    { signal }: AbortController,
    session: WarehouseSession | undefined,
  ): Promise<void> {
    const writers = new Map<number, Promise<ResultWriter>>();
    const given = statement.parameters ?? [];
    const warehouse =
      session?.warehouse ??
      (await warehouseOf(
        {
          ClusterIdentifier: statement.clusterIdentifier,
          WorkgroupName: statement.workgroupName,
        },
        this.dependencies,
      ));
    try {
      await warehouse.execute(
        statement.database,
        parts.map(part => part.sql),
        {
          session,
          signal,
          transactional: statement.executionMode === 'TRANSACTION',
          parameters: Object.fromEntries(
            given.map(({ name, value }) => [name, value]),
          ),
          queryIds: parts.map(part => part.queryId),
          onStart: index => {
            touch(parts[index], 'STARTED');
            if (statement.isBatch) touch(statement, 'STARTED');
            this.store.update(statement);
          },
          openSink: (index): RowSink => {
            const writer = this.store.createResult(parts[index].id);
            writers.set(index, writer);
            return { write: async rows => (await writer).write(rows) };
          },
          onResult: async (index, result) => {
            const writer = await writers.get(index);
            writers.delete(index);
            await this.keep(statement, parts[index], result, writer);
            await warehouse.keepWarnings(
              statement.database,
              parts[index].queryId,
              parts[index].id,
              result.warnings,
            );
          },
        },
      );
    } finally {
      for (const [index, writer] of writers) {
        await (await writer).destroy();
        this.store.discardResult(parts[index].id);
      }
    }
  }

  private async keep(
    statement: Statement,
    part: SubStatement,
    result: StatementResult,
    writer: ResultWriter | undefined,
  ): Promise<void> {
    const { columns, rowCount, warnings } = result;
    part.durationNanoseconds = result.durationNanoseconds;
    part.hasResultSet = columns !== undefined;
    part.resultRows = rowCount;
    part.resultBytes =
      columns && writer
        ? await this.store.saveResult(
            part.id,
            statement.id,
            columns as ResultColumn[],
            writer,
          )
        : 0;
    if (statement.isBatch) {
      touch(part, 'FINISHED');
      statement.hasResultSet ||= part.hasResultSet;
      this.store.update(statement);
    }
    for (const warning of warnings) {
      this.dependencies.log.warn(`Redshift statement ${part.id}: ${warning}`);
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
    if (!this.dependencies.database.open) return;
    try {
      this.store.update(statement);
    } catch (error) {
      // A full disk: nobody else would tell how it ended.
      this.dependencies.log.error(
        `Could not store how statement ${statement.id} ended: ${(error as Error).message}. Trying again in ${retryMilliseconds / 1000} s.`,
      );
      setTimeout(() => this.write(statement), retryMilliseconds).unref();
      return;
    }
    if (statement.withEvent) sendStatementEvent(this.dependencies, statement);
  }

  /**
   * A statement that a stopped server was running has been rolled back, or had
   * committed when the server had not yet written down that it had.
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
    queryId: 0,
  };
}

function touch(part: SubStatement, status: StatementStatus): void {
  part.status = status;
  part.updatedAt = Date.now();
}
