import { randomBytes } from 'node:crypto';
import {
  ColumnDefinition,
  placeSql,
  readTable,
  TablePlace,
} from '../catalog/TableDefinition';
import { readComments } from '../catalog/readComments';
import { Session } from '../Session';
import { AlterTable } from '../sql/alterTable';
import { sqlName, sqlString } from '../../base/sqlText';
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
      await renameColumn(session, place, change.column, change.to);
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

/** The check of a text's length names its column: the table is made anew, that it names the right one. */
async function renameColumn(
  session: Session,
  place: TablePlace,
  column: string,
  to: string,
): Promise<void> {
  const { connection } = session;
  const before = await readTable(connection, place);
  const hasLength = before.some(
    ({ name, length }) => name === column && length,
  );
  if (!hasLength) {
    await connection.run(
      `ALTER TABLE ${placeSql(place)} RENAME COLUMN ${sqlName(column)} TO ${sqlName(to)}`,
    );
    return;
  }
  if (before.some(({ name }) => name === to)) {
    throw new Error(
      `column "${to}" of relation "${place.table}" already exists`,
    );
  }
  const after = before.map(each =>
    each.name === column ? { ...each, name: to } : each,
  );
  await session.atomically(() =>
    rebuild(session, place, before, after, name =>
      name === to ? column : name,
    ),
  );
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
  formerName = (name: string) => name,
): Promise<void> {
  const { connection } = session;
  const name = placeSql(place);
  const next = { ...place, table: `rebuild_${randomBytes(8).toString('hex')}` };
  await makeTable(session, next, after);
  const kept = after
    .map(column => ({ to: column.name, from: formerName(column.name) }))
    .filter(({ from }) => before.some(column => column.name === from));
  const names = (side: 'from' | 'to') =>
    kept.map(pair => sqlName(pair[side])).join(', ');
  await connection.run(
    `INSERT INTO ${placeSql(next)} (${names('to')}) SELECT ${names('from')} FROM ${name}`,
  );
  const comments = await readComments(connection, place);
  await connection.run(`DROP TABLE ${name}`);
  await connection.run(
    `ALTER TABLE ${placeSql(next)} RENAME TO ${sqlName(place.table)}`,
  );
  for (const { column, comment } of comments) {
    const now = kept.find(({ from }) => from === column)?.to;
    if (column !== undefined && now === undefined) continue;
    const object =
      now === undefined ? `TABLE ${name}` : `COLUMN ${name}.${sqlName(now)}`;
    await connection.run(`COMMENT ON ${object} IS ${sqlString(comment)}`);
  }
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
