import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ColumnDefinition,
  placeSql,
  readLength,
  readTable,
  TablePlace,
} from '../catalog/TableDefinition';
import { Session } from '../Session';
import { CopyCommand } from '../sql/parseCopy';
import { sqlName } from '../../base/sqlText';
import { findTooLong, literalPath, parquetQuery } from './copyParquet';
import { CopySource, copySources } from './copySources';
import { LoadError } from './LoadError';
import { stageRows } from './stageRows';

/**
 * Runs COPY in a session, inside its transaction if it has one. Returns the
 * number of rows loaded, which `sys_load_history` has then. Rows that were
 * rejected are in `stl_load_errors` afterwards, whatever becomes of the
 * transaction. Throws Error that names the object at fault.
 */
export async function runCopy(
  session: Session,
  command: CopyCommand,
): Promise<number> {
  const startedAt = new Date();
  const place = await session.place(command.table);
  const found = await copySources(command, session.buckets);
  const sources = found.filter(({ size }) => size > 0);
  const rows = await copyRows(session, command, place, sources);
  if (!command.noLoad) {
    await session.keepLoad(place, {
      startedAt,
      source: command.source,
      format: command.format,
      rows,
      files: found.length,
      bytes: sources.reduce((total, { size }) => total + size, 0),
    });
  }
  return rows;
}

async function copyRows(
  session: Session,
  command: CopyCommand,
  place: TablePlace,
  sources: readonly CopySource[],
): Promise<number> {
  const all = await readTable(session.connection, place);
  const columns = loadedColumns(command, all);
  if (sources.length === 0) return 0;
  const names = columns.map(({ name }) => sqlName(name)).join(', ');
  const insert = `INSERT INTO ${placeSql(place)} (${names})`;
  if (command.format === 'parquet') {
    return copyParquet(session, command, columns, sources, insert);
  }

  const path = join(session.stagingFolder, `${randomUUID()}.csv`);
  try {
    const { rowCount, rejected, longestRow } = await stageRows(
      command,
      columns,
      sources,
      session.buckets,
      path,
      session.signal,
    );
    await session.keepRejected(place, rejected);
    if (rowCount === 0 || command.noLoad) return 0;
    const result = await session.connection.run(
      `${insert} ${stagedQuery(columns, path, longestRow)}`,
    );
    return result.rowsChanged;
  } catch (error) {
    if (error instanceof LoadError) {
      await session.keepRejected(place, error.rejected);
    }
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

async function copyParquet(
  session: Session,
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  sources: readonly CopySource[],
  insert: string,
): Promise<number> {
  const { connection } = session;
  const query = await parquetQuery(connection, command, columns, sources);
  try {
    if (command.noLoad) return 0;
    return (await connection.run(`${insert} ${query}`)).rowsChanged;
  } catch (error) {
    const isTooLong = readLength((error as Error).message) !== undefined;
    const reason =
      isTooLong &&
      (await session.aside(other => findTooLong(other, columns, sources)));
    throw reason ? new Error(reason) : error;
  }
}

/**
 * Without a list these are all columns but those of IDENTITY, unless
 * EXPLICIT_IDS (Amazon Redshift Database Developer Guide, "Column mapping
 * options" and "EXPLICIT_IDS").
 */
function loadedColumns(
  command: CopyCommand,
  all: readonly ColumnDefinition[],
): ColumnDefinition[] {
  const { columns, explicitIds } = command;
  const table = command.table.join('.');
  if (!columns) {
    return all.filter(({ generated }) => explicitIds || generated !== 'always');
  }
  return columns.map(name => {
    const column = all.find(candidate => candidate.name === name);
    if (!column) {
      throw new Error(`column "${name}" of ${table} does not exist`);
    }
    if (column.generated === 'always' && !explicitIds) {
      throw new Error(
        `cannot set an identity column to a value: "${name}" needs EXPLICIT_IDS`,
      );
    }
    return column;
  });
}

function stagedQuery(
  columns: readonly ColumnDefinition[],
  path: string,
  longestRow: number,
): string {
  const line = Math.max(longestRow, 2 * 1024 ** 2);
  const fields = columns.map((_, index) => `'f${index}': 'VARCHAR'`).join(', ');
  const values = columns.map(({ type }, index) =>
    type === 'BLOB' ? `unhex(f${index})` : `CAST(f${index} AS ${type})`,
  );
  return `SELECT ${values.join(', ')} FROM read_csv(${literalPath(path)}, auto_detect = false, header = false, columns = {${fields}}, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, parallel = false, max_line_size = ${line}, buffer_size = ${2 * line})`;
}
