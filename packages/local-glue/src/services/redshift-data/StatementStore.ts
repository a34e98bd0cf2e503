import type { Database } from 'better-sqlite3';
import { ResultColumn, ResultValue } from '../../warehouse/results';

export type StatementStatus =
  'SUBMITTED' | 'STARTED' | 'FINISHED' | 'FAILED' | 'ABORTED';

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
  /** Of a batch; each has the id `<id>:<place>`, counted from 1. */
  subStatements: SubStatement[];
}

export interface ResultPage {
  columns: ResultColumn[];
  totalRows: number;
  records: ResultValue[][];
  hasNext: boolean;
}

/** Rows of one page of a result; a page also ends at about 1 MB. */
const pageRows = 1000;
const pageBytes = 1024 ** 2;
/** The Data API keeps statements and results for 24 hours. */
const retentionMs = 24 * 60 * 60 * 1000;

/** Statements and their results, durable. */
export class StatementStore {
  constructor(private readonly database: Database) {}

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

  /** Also forgets what is older than a day. */
  insert(statement: Statement, clientToken: string | undefined): void {
    this.database.transaction(() => {
      this.database
        .prepare('DELETE FROM redshift_statements WHERE created_at < ?')
        .run(Date.now() - retentionMs);
      this.database
        .prepare(
          'INSERT INTO redshift_statements (id, created_at, updated_at, status, client_token, statement) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(
          statement.id,
          statement.createdAt,
          statement.updatedAt,
          statement.status,
          clientToken ?? null,
          JSON.stringify(statement),
        );
    })();
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

  /** Keeps a result in pages. Returns its size in bytes. */
  saveResult(
    resultId: string,
    statementId: string,
    columns: readonly ResultColumn[],
    rows: readonly ResultValue[][],
  ): number {
    let bytes = 0;
    this.database.transaction(() => {
      this.database
        .prepare(
          'INSERT INTO redshift_result_sets (id, statement_id, columns, total_rows) VALUES (?, ?, ?, ?)',
        )
        .run(resultId, statementId, JSON.stringify(columns), rows.length);
      const insert = this.database.prepare(
        'INSERT INTO redshift_result_pages (result_id, page, records) VALUES (?, ?, ?)',
      );
      let page = 0;
      for (const records of pagesOf(rows)) {
        insert.run(resultId, page++, records);
        bytes += records.length;
      }
    })();
    return bytes;
  }

  /** Undefined when the statement has no result, or not so many pages. */
  resultPage(resultId: string, page: number): ResultPage | undefined {
    const set = this.database
      .prepare(
        'SELECT columns, total_rows AS totalRows FROM redshift_result_sets WHERE id = ?',
      )
      .get(resultId) as { columns: string; totalRows: number } | undefined;
    if (!set) return undefined;
    const [current, next] = this.database
      .prepare(
        'SELECT records FROM redshift_result_pages WHERE result_id = ? AND page IN (?, ?) ORDER BY page',
      )
      .all(resultId, page, page + 1) as { records: string }[];
    if (!current) return undefined;
    return {
      columns: JSON.parse(set.columns) as ResultColumn[],
      totalRows: set.totalRows,
      records: JSON.parse(current.records) as ResultValue[][],
      hasNext: next !== undefined,
    };
  }

  private one(condition: string, value: string): Statement | undefined {
    const row = this.database
      .prepare(`SELECT statement FROM redshift_statements WHERE ${condition}`)
      .get(value) as { statement: string } | undefined;
    return row && (JSON.parse(row.statement) as Statement);
  }
}

/** At least one page, so that an empty result has its columns. */
function* pagesOf(rows: readonly ResultValue[][]): Generator<string> {
  let page: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const record = JSON.stringify(row);
    page.push(record);
    bytes += record.length;
    if (page.length === pageRows || bytes >= pageBytes) {
      yield `[${page.join(',')}]`;
      page = [];
      bytes = 0;
    }
  }
  if (page.length > 0 || rows.length === 0) yield `[${page.join(',')}]`;
}
