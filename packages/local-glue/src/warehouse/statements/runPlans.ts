import { ResultColumn, ResultValue } from '../results';
import { Session } from '../Session';
import { Plan } from '../sql/planStatement';
import { Outcome, RowSink, runPlan } from './runPlan';

export interface StatementResult extends Outcome {
  /** Empty when the rows went to a sink. */
  rows: ResultValue[][];
  durationNanoseconds: number;
  /** What was accepted and has no effect here. */
  warnings: string[];
}

export interface RunOptions {
  /** All statements succeed together or leave nothing; otherwise each stands by itself. */
  transactional?: boolean;
  /** A session that goes on afterwards, which BEGIN and COMMIT need. */
  session?: object;
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

/** What CREATE DATABASE needs of a warehouse. */
interface Databases {
  hasDatabase(name: string): boolean;
  createDatabase(name: string): Promise<void>;
}

/** Runs plans one after the other. Rejects with what `toError` makes of the failure of the first that fails. */
export async function runPlans(
  databases: Databases,
  session: Session,
  plans: readonly Plan[],
  options: RunOptions,
  toError: (error: unknown, index: number) => Error,
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
      const result = await runOne(databases, session, plan, index, options);
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
    throw toError(error, Math.min(results.length, plans.length - 1));
  } finally {
    stop();
  }
}

async function runOne(
  databases: Databases,
  session: Session,
  plan: Plan,
  index: number,
  { session: handle, transactional, openSink }: RunOptions,
): Promise<StatementResult> {
  const started = process.hrtime.bigint();
  const rows: ResultValue[][] = [];
  const collect: RowSink = { write: block => void rows.push(...block) };
  let outcome: Outcome = { rowCount: 0 };
  if (plan.kind === 'create-database') {
    if (transactional || session.isInTransaction) {
      throw new Error('CREATE DATABASE cannot run inside a transaction block');
    }
    if (databases.hasDatabase(plan.name)) {
      throw new Error(`database "${plan.name}" already exists`);
    }
    await databases.createDatabase(plan.name);
  } else if (['begin', 'commit', 'rollback'].includes(plan.kind)) {
    if (handle && !transactional) await controlTransaction(session, plan.kind);
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
