import { readTable } from '../catalog/TableDefinition';
import { Session } from '../Session';
import { InsertTarget } from '../sql/planStatement';

/** Throws Error when an INSERT gives a value to a column of IDENTITY (Amazon Redshift Database Developer Guide, "CREATE TABLE", IDENTITY). */
export async function checkIdentity(
  session: Session,
  { table, columns, values }: InsertTarget,
): Promise<void> {
  const place = await session.find(table);
  if (!place) return;
  const all = await readTable(session.connection, place);
  all.forEach(({ name, generated }, index) => {
    if (generated !== 'always') return;
    const at = columns ? columns.indexOf(name) : index;
    if (at === -1) return;
    const isDefault =
      values !== undefined && values.every(row => row[at] === 'default');
    if (isDefault) return;
    throw new Error(
      `cannot set an identity column to a value: column "${name}" is an identity column; leave it out of the list of columns`,
    );
  });
}
