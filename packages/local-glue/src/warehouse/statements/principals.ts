import { principalsTable } from '../catalog/SystemTables';
import { Session } from '../Session';
import { PrincipalChange } from '../sql/principals';
import { sqlName } from '../../base/sqlText';

/** Users and groups get the numbers from this on; the first user of a warehouse has it itself. */
const firstId = 100;

/**
 * Writes users and groups down in the session's database, in its
 * transaction; `pg_user` and `pg_group` show those of all databases, as they
 * belong to the whole warehouse. Throws Error for one that exists already,
 * or that does not.
 */
export async function changePrincipals(
  { connection, database }: Session,
  { action, kind, names, ifExists }: PrincipalChange,
): Promise<void> {
  const view = kind === 'user' ? 'pg_user' : 'pg_group';
  const [id, name] =
    kind === 'user' ? ['usesysid', 'usename'] : ['grosysid', 'groname'];
  const table = `${sqlName(database)}.main.${principalsTable}`;
  for (const each of names) {
    const found = await connection.runAndReadAll(
      `SELECT 1 FROM memory.main.${view} WHERE ${name} = $1`,
      [each],
    );
    const exists = found.currentRowCount > 0;
    if (action === 'create') {
      if (exists) throw new Error(`${kind} "${each}" already exists`);
      await connection.run(
        `INSERT INTO ${table} SELECT $1, coalesce(max(${id}), ${firstId}) + 1, $2 FROM memory.main.${view}`,
        [kind, each],
      );
    } else if (exists) {
      const deleted = await connection.run(
        `DELETE FROM ${table} WHERE kind = $1 AND name = $2`,
        [kind, each],
      );
      if (deleted.rowsChanged === 0) {
        throw new Error(
          `${kind} "${each}" was created in another database of this warehouse: drop it there`,
        );
      }
    } else if (!ifExists) {
      throw new Error(`${kind} "${each}" does not exist`);
    }
  }
}
