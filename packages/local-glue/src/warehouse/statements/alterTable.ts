import { randomBytes } from 'node:crypto';
import {
  ColumnDefinition,
  placeSql,
  readTable,
  TablePlace,
} from '../catalog/TableDefinition';
import { Session } from '../Session';
import { AlterTable } from '../sql/alterTable';
import { sqlName } from '../sql/tokenize';
import { makeTable } from './createTable';

/** Runs ALTER TABLE. Returns the number of rows that APPEND moved. */
export async function alterTable(
  session: Session,
  { table, change }: AlterTable,
): Promise<number> {
  const place = await session.place(table);
  const name = placeSql(place);
  const { connection } = session;
  switch (change.kind) {
    case 'rename-table':
      await connection.run(
        `ALTER TABLE ${name} RENAME TO ${sqlName(change.to)}`,
      );
      return 0;
    case 'rename-column':
      await connection.run(
        `ALTER TABLE ${name} RENAME COLUMN ${sqlName(change.column)} TO ${sqlName(change.to)}`,
      );
      return 0;
    case 'append':
      return append(session, place, change.source, change.extra);
    case 'add-column':
    case 'drop-column':
    case 'change-length': {
      const before = await readTable(connection, place);
      const after = changedColumns(before, change);
      await session.atomically(() => rebuild(session, place, before, after));
      return 0;
    }
    default:
      return 0;
  }
}

function changedColumns(
  columns: readonly ColumnDefinition[],
  change: Extract<
    AlterTable['change'],
    { kind: 'add-column' | 'drop-column' | 'change-length' }
  >,
): ColumnDefinition[] {
  const name =
    change.kind === 'add-column' ? change.column.name : change.column;
  const exists = columns.some(column => column.name === name);
  if (change.kind === 'add-column') {
    if (exists) throw new Error(`column "${name}" already exists`);
    const { column } = change;
    if (column.identity) {
      throw new Error('ALTER TABLE ADD COLUMN cannot add an IDENTITY column');
    }
    if (!column.isNullable && !column.defaultSql) {
      throw new Error(
        'ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression',
      );
    }
    return [...columns, column];
  }
  if (!exists) throw new Error(`column "${name}" does not exist`);
  if (change.kind === 'drop-column') {
    const rest = columns.filter(column => column.name !== name);
    if (rest.length === 0) {
      throw new Error(`cannot drop the only column "${name}" of a table`);
    }
    return rest;
  }
  return columns.map(column =>
    column.name === name ? { ...column, length: change.length } : column,
  );
}

/** DuckDB does not change tables with constraints: another table takes the rows and the name. */
async function rebuild(
  session: Session,
  place: TablePlace,
  before: readonly ColumnDefinition[],
  after: readonly ColumnDefinition[],
): Promise<void> {
  const { connection } = session;
  const name = placeSql(place);
  const next = { ...place, table: `rebuild_${randomBytes(8).toString('hex')}` };
  await makeTable(session, next, after);
  const kept = after
    .filter(column => before.some(other => other.name === column.name))
    .map(column => sqlName(column.name))
    .join(', ');
  await connection.run(
    `INSERT INTO ${placeSql(next)} (${kept}) SELECT ${kept} FROM ${name}`,
  );
  await connection.run(`DROP TABLE ${name}`);
  await connection.run(
    `ALTER TABLE ${placeSql(next)} RENAME TO ${sqlName(place.table)}`,
  );
}

/** Columns are found by their names (Amazon Redshift Database Developer Guide, "ALTER TABLE APPEND"). */
async function append(
  session: Session,
  place: TablePlace,
  sourceName: string[],
  extra: 'refuse' | 'ignore' | 'fill',
): Promise<number> {
  if (session.isInTransaction) {
    throw new Error('ALTER TABLE APPEND cannot run inside a transaction block');
  }
  const { connection } = session;
  const source = await session.place(sourceName);
  const from = await readTable(connection, source);
  const to = await readTable(connection, place);
  const names = (columns: readonly ColumnDefinition[]) =>
    columns.map(({ name }) => name);
  const onlyInSource = names(from).filter(name => !names(to).includes(name));
  const onlyInTarget = names(to).filter(name => !names(from).includes(name));
  if (onlyInSource.length > 0 && extra !== 'ignore') {
    throw new Error(
      `the source has columns that the target has not: ${onlyInSource.join(', ')} (IGNOREEXTRA leaves them out)`,
    );
  }
  if (onlyInTarget.length > 0 && extra !== 'fill') {
    throw new Error(
      `the target has columns that the source has not: ${onlyInTarget.join(', ')} (FILLTARGET fills them)`,
    );
  }
  const shared = names(to)
    .filter(name => names(from).includes(name))
    .map(sqlName)
    .join(', ');
  return session.atomically(async () => {
    const moved = await connection.run(
      `INSERT INTO ${placeSql(place)} (${shared}) SELECT ${shared} FROM ${placeSql(source)}`,
    );
    await connection.run(`DELETE FROM ${placeSql(source)}`);
    return moved.rowsChanged;
  });
}
