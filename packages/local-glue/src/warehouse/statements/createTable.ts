import { randomBytes } from 'node:crypto';
import {
  ColumnDefinition,
  columnSql,
  identitySequence,
  placeSql,
  readTable,
  TablePlace,
} from '../catalog/TableDefinition';
import { Session } from '../Session';
import { CreateTable } from '../sql/createTable';
import { sqlName } from '../../base/sqlText';

/** Runs CREATE TABLE, LIKE and AS. Returns the number of rows that AS put into it. */
export async function createTable(
  session: Session,
  create: CreateTable,
): Promise<number> {
  const { content, isTemporary, ifNotExists } = create;
  const place = session.newPlace(create.name, isTemporary);
  const name = placeSql(place);
  if (content.kind === 'query') {
    const columns = content.names.map(sqlName).join(', ');
    const result = await session.connection.runAndReadAll(
      `CREATE ${temporary(place)}TABLE ${name}${columns && `(${columns})`} AS ${content.sql}`,
    );
    return Number(result.getRows()[0]?.[0] ?? 0);
  }
  if (await session.find([place.database, place.schema, place.table])) {
    if (ifNotExists) return 0;
    throw new Error(`Relation "${place.table}" already exists`);
  }
  const columns =
    content.kind === 'columns'
      ? content.columns
      : await columnsLike(session, content.source, content.includesDefaults);
  await session.atomically(() => makeTable(session, place, columns));
  return 0;
}

/** Makes a table and what counts its identity columns. */
export async function makeTable(
  session: Session,
  place: TablePlace,
  columns: readonly ColumnDefinition[],
): Promise<void> {
  const elements: string[] = [];
  for (const column of columns) {
    let sequence: string | undefined;
    if (column.identity) {
      const { seed, step } = column.identity;
      const id = randomBytes(8).toString('hex');
      sequence = placeSql({
        database: place.database,
        schema: 'main',
        table: identitySequence(column.identity, id),
      });
      const bounds =
        step > 0
          ? `MINVALUE ${seed}`
          : `MINVALUE -9223372036854775808 MAXVALUE ${seed}`;
      await session.connection.run(
        `CREATE ${temporary(place)}SEQUENCE ${sequence} START ${seed} INCREMENT ${step} ${bounds}`,
      );
    }
    elements.push(columnSql(column, sequence));
  }
  await session.connection.run(
    `CREATE ${temporary(place)}TABLE ${placeSql(place)} (${elements.join(', ')})`,
  );
}

function temporary({ database }: TablePlace): string {
  return database === 'temp' ? 'TEMP ' : '';
}

/**
 * LIKE takes names, types, lengths and NOT NULL over, and defaults if it is
 * told to; a column of IDENTITY becomes an ordinary one (Amazon Redshift
 * Database Developer Guide, "CREATE TABLE").
 */
async function columnsLike(
  session: Session,
  source: string[],
  includesDefaults: boolean,
): Promise<ColumnDefinition[]> {
  const columns = await readTable(
    session.connection,
    await session.place(source),
  );
  return columns.map(column => ({
    ...column,
    generated: undefined,
    defaultSql:
      includesDefaults && !column.generated ? column.defaultSql : undefined,
  }));
}

/** Drops what counted the identity columns of tables that are gone. */
export async function dropUnusedSequences(session: Session): Promise<void> {
  const { connection, database } = session;
  const unused = await connection.runAndReadAll(
    `SELECT sequence_name FROM duckdb_sequences() s WHERE database_name = $1 AND schema_name = 'main' AND sequence_name LIKE 'identity_%' AND NOT EXISTS (SELECT 1 FROM duckdb_columns() c WHERE c.database_name = $1 AND contains(c.column_default, s.sequence_name))`,
    [database],
  );
  for (const [name] of unused.getRows()) {
    await connection.run(
      `DROP SEQUENCE ${placeSql({ database, schema: 'main', table: String(name) })}`,
    );
  }
}
