import { ResultReturnType } from '@duckdb/node-api';
import { runCopy } from '../copy/runCopy';
import {
  ResultColumn,
  resultColumns,
  ResultValue,
  streamRows,
} from '../results';
import { Session } from '../Session';
import { Plan } from '../sql/planStatement';
import { runUnload } from '../unload/runUnload';
import { alterTable } from './alterTable';
import { createTable, dropUnusedSequences } from './createTable';
import { checkIdentity } from './insert';
import { merge } from './merge';
import { changePrincipals } from './principals';

/** Takes the rows of a result, a block at a time. */
export interface RowSink {
  write(rows: ResultValue[][]): void | Promise<void>;
}

export interface Outcome {
  /** Undefined when the statement gives no rows, such as INSERT. */
  columns?: ResultColumn[];
  /** Rows given, or rows changed. */
  rowCount: number;
}

/** Runs a plan in a session; its rows go to the sink that `open` gives. */
export async function runPlan(
  session: Session,
  plan: Exclude<Plan, { kind: 'create-database' }>,
  open: (columns: ResultColumn[]) => RowSink,
): Promise<Outcome> {
  const { connection } = session;
  switch (plan.kind) {
    case 'run': {
      if (plan.insert) await checkIdentity(session, plan.insert);
      const result = await connection.stream(plan.sql);
      if (result.returnType === ResultReturnType.QUERY_RESULT) {
        const columns = resultColumns(result);
        return { columns, rowCount: await streamRows(result, open(columns)) };
      }
      return { rowCount: await changedRows(result) };
    }
    case 'create-table':
      return { rowCount: await createTable(session, plan.create) };
    case 'alter-table':
      return { rowCount: await alterTable(session, plan.alter) };
    case 'drop':
      await session.atomically(async () => {
        for (const sql of plan.sqls) await connection.run(sql);
        await dropUnusedSequences(session);
      });
      return { rowCount: 0 };
    case 'merge':
      return { rowCount: await merge(session, plan.merge) };
    case 'copy':
      return { rowCount: await runCopy(session, plan.command) };
    case 'unload':
      return { rowCount: await runUnload(session, plan.command) };
    case 'principals':
      await changePrincipals(session, plan.change);
      return { rowCount: 0 };
    case 'search-path':
      await session.setSearchPath(plan.schemas);
      return { rowCount: 0 };
    default:
      return { rowCount: 0 };
  }
}

/** DuckDB tells how many rows it changed in a result of one row. */
async function changedRows(
  result: Parameters<typeof streamRows>[0],
): Promise<number> {
  const rows: ResultValue[][] = [];
  await streamRows(result, { write: block => void rows.push(...block) });
  const count = Number(rows[0]?.[0] ?? 0);
  return rows.length === 1 && Number.isFinite(count) ? count : 0;
}
