import type { Database } from 'better-sqlite3';
import { ResultColumn, ResultValue } from '../../warehouse/results';
import { ResultFiles, ResultWriter } from './ResultFile';

export type StatementStatus =
  'SUBMITTED' | 'PICKED' | 'STARTED' | 'FINISHED' | 'FAILED' | 'ABORTED';

export const endStates: readonly StatementStatus[] = [
  'FINISHED',
  'FAILED',
  'ABORTED',
];

/** One SQL statement, by itself or as part of a batch. */
export interface SubStatement {
  id: string;
  sql: string;
  status: StatementStatus;
  createdAt: number;
  /** Milliseconds since the epoch. */
  updatedAt: number;
  durationNanoseconds?: number;
  hasResultSet: boolean;
  /** -1 while unknown, as in the API. */
  resultRows: number;
  /** Bytes; -1 while unknown. */
  resultBytes: number;
  /** What system tables call it; 0 until it is stored. */
  queryId: number;
  error?: string;
}

/** What ExecuteStatement or BatchExecuteStatement was asked for, and what came of it. */
export interface Statement extends SubStatement {
  isBatch: boolean;
  name?: string;
  database: string;
  clusterIdentifier?: string;
  workgroupName?: string;
  dbUser?: string;
  secretArn?: string;
  parameters?: { name: string; value: string }[];
  resultFormat: 'JSON' | 'CSV';
  sessionId?: string;
  /** Of a batch. */
  executionMode?: 'TRANSACTION' | 'AUTO_COMMIT';
  withEvent: boolean;
  /** Of a batch; each has the id `<id>:<place>`, counted from 1. */
  subStatements: SubStatement[];
}

export interface ResultPage {
  columns: ResultColumn[];
  totalRows: number;
  records: ResultValue[][];
  hasNext: boolean;
}

/** The Data API keeps statements and results for 24 hours. */
export const retentionMs = 24 * 60 * 60 * 1000;

/** Places for the statements of a batch between the query ids of two statements. */
const queryIdsEach = 64;

/** Statements and their results, durable. */
export class StatementStore {
  private readonly files: ResultFiles;

  constructor(
    private readonly database: Database,
    dataDir: string,
  ) {
    this.files = new ResultFiles(dataDir);
    const known = database.prepare(
      'SELECT 1 FROM redshift_result_sets WHERE id = ?',
    );
    this.files.removeOthers(id => known.get(id) !== undefined);
  }

  /** Returns the statement that already has the token, if there is one. */
  findByToken(clientToken: string): Statement | undefined {
    return this.one('client_token = ?', clientToken);
  }

  get(id: string): Statement | undefined {
    return this.one('id = ?', id);
  }

  /** Latest first. */
  list(): Statement[] {
    const rows = this.database
      .prepare(
        'SELECT statement FROM redshift_statements ORDER BY created_at DESC, rowid DESC',
      )
      .all() as { statement: string }[];
    return rows.map(row => JSON.parse(row.statement) as Statement);
  }

  /** Statements that have not ended. */
  countActive(): number {
    const row = this.database
      .prepare(
        `SELECT count(*) AS count FROM redshift_statements WHERE status IN ('SUBMITTED', 'PICKED', 'STARTED')`,
      )
      .get() as { count: number };
    return row.count;
  }

  /** Gives the statement its query ids. Also forgets what is older than a day. */
  insert(statement: Statement, clientToken: string | undefined): void {
    const forgotten = this.database.transaction(() => {
      const results = this.database
        .prepare(
          'SELECT r.id FROM redshift_result_sets r JOIN redshift_statements s ON s.id = r.statement_id WHERE s.created_at < ?',
        )
        .all(Date.now() - retentionMs) as { id: string }[];
      this.database
        .prepare('DELETE FROM redshift_statements WHERE created_at < ?')
        .run(Date.now() - retentionMs);
      const { lastInsertRowid } = this.database
        .prepare(
          'INSERT INTO redshift_statements (id, created_at, updated_at, status, client_token, statement) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(
          statement.id,
          statement.createdAt,
          statement.updatedAt,
          statement.status,
          clientToken ?? null,
          '',
        );
      statement.queryId = Number(lastInsertRowid) * queryIdsEach;
      statement.subStatements.forEach((part, index) => {
        part.queryId = statement.queryId + index + 1;
      });
      this.update(statement);
      return results;
    })();
    for (const { id } of forgotten) this.files.remove(id);
  }

  update(statement: Statement): void {
    this.database
      .prepare(
        'UPDATE redshift_statements SET updated_at = ?, status = ?, statement = ? WHERE id = ?',
      )
      .run(
        statement.updatedAt,
        statement.status,
        JSON.stringify(statement),
        statement.id,
      );
  }

  /** Begins a result, which counts once `saveResult` has it. */
  createResult(resultId: string): Promise<ResultWriter> {
    return this.files.create(resultId);
  }

  /** Removes a result that was begun and does not count. */
  discardResult(resultId: string): void {
    this.files.remove(resultId);
  }

  /** Returns the result's size in bytes. */
  async saveResult(
    resultId: string,
    statementId: string,
    columns: readonly ResultColumn[],
    writer: ResultWriter,
  ): Promise<number> {
    const bytes = await writer.end();
    this.database
      .prepare(
        'INSERT INTO redshift_result_sets (id, statement_id, columns, total_rows, page_ends) VALUES (?, ?, ?, ?, ?)',
      )
      .run(
        resultId,
        statementId,
        JSON.stringify(columns),
        writer.rowCount,
        JSON.stringify(writer.ends),
      );
    return bytes;
  }

  /** Undefined when the statement has no result, or not so many pages. */
  async resultPage(
    resultId: string,
    page: number,
  ): Promise<ResultPage | undefined> {
    const set = this.database
      .prepare(
        'SELECT columns, total_rows AS totalRows, page_ends AS pageEnds FROM redshift_result_sets WHERE id = ?',
      )
      .get(resultId) as
      { columns: string; totalRows: number; pageEnds: string } | undefined;
    if (!set) return undefined;
    const ends = JSON.parse(set.pageEnds) as number[];
    if (page >= ends.length) return undefined;
    return {
      columns: JSON.parse(set.columns) as ResultColumn[],
      totalRows: set.totalRows,
      records: await this.files.readPage(
        resultId,
        ends[page - 1] ?? 0,
        ends[page],
      ),
      hasNext: page + 1 < ends.length,
    };
  }

  private one(condition: string, value: string): Statement | undefined {
    const row = this.database
      .prepare(`SELECT statement FROM redshift_statements WHERE ${condition}`)
      .get(value) as { statement: string } | undefined;
    return row && (JSON.parse(row.statement) as Statement);
  }
}
