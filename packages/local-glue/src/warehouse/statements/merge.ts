import { placeSql, readTable } from '../catalog/TableDefinition';
import { Session } from '../Session';
import { Merge } from '../sql/parseMerge';
import { sqlName } from '../../base/sqlText';

/**
 * Runs MERGE. With REMOVE DUPLICATES the rows of the target that the source
 * matches go, and all rows of the source come (Amazon Redshift Database
 * Developer Guide, "MERGE"). Returns the number of rows changed.
 */
export async function merge(session: Session, command: Merge): Promise<number> {
  const { connection } = session;
  const { alias, condition, branches } = command;
  const target = await session.place(command.target);
  const source = await session.place(command.source);
  // The condition calls the target by its name, with or without the schema.
  const into = `${placeSql(target)} AS ${sqlName(target.table)}`;
  const from = `${placeSql(source)} AS ${alias}`;
  const on = withoutSchema(condition, command.target);
  if (branches === undefined) {
    const [inTarget, inSource] = [
      await readTable(connection, target),
      await readTable(connection, source),
    ];
    if (inTarget.length !== inSource.length) {
      throw new Error(
        'MERGE ... REMOVE DUPLICATES needs a target and a source with the same number of columns',
      );
    }
    return session.atomically(async () => {
      await connection.run(
        `DELETE FROM ${into} WHERE EXISTS (SELECT 1 FROM ${from} WHERE ${on})`,
      );
      const inserted = await connection.run(
        `INSERT INTO ${placeSql(target)} SELECT * FROM ${placeSql(source)}`,
      );
      return inserted.rowsChanged;
    });
  }
  return session.atomically(async () => {
    const twice = await connection.runAndReadAll(
      `SELECT 1 FROM ${into} JOIN ${from} ON ${on} GROUP BY ${sqlName(target.table)}.rowid HAVING count(*) > 1 LIMIT 1`,
    );
    if (twice.currentRowCount > 0) {
      throw new Error('Found multiple matches to update the same tuple.');
    }
    const merged = await connection.run(
      `MERGE INTO ${into} USING ${from} ON ${on} ${withoutSchema(branches, command.target)}`,
    );
    return merged.rowsChanged;
  });
}

/** `schema.table.column` is `table.column` where the table has an alias. */
function withoutSchema(sql: string, name: readonly string[]): string {
  if (name.length < 2) return sql;
  const part = (text: string) => `"?${text.replace(/[^a-z0-9_]/g, '\\$&')}"?`;
  const schema = name.slice(0, -1).map(part).join('\\s*\\.\\s*');
  const table = part(name[name.length - 1]);
  return sql.replace(
    new RegExp(`(?<![\\w."])${schema}\\s*\\.\\s*(?=${table}\\s*\\.)`, 'gi'),
    '',
  );
}
