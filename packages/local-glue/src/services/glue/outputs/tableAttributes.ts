import type { Table, TableAttributes } from '@aws-sdk/client-glue';
import type { StoredTable } from '../store/definitions';

/**
 * A table with what AttributesToGet asks for: all of it unless only its name
 * or type is asked for.
 */
export function tableAttributes(
  table: StoredTable,
  attributes: readonly TableAttributes[] = ['DEFAULT'],
): Table {
  const isBrief = attributes.every(
    attribute => attribute === 'NAME' || attribute === 'TABLE_TYPE',
  );
  if (!isBrief) return table;
  return {
    Name: table.Name,
    DatabaseName: table.DatabaseName,
    TableType: attributes.includes('TABLE_TYPE') ? table.TableType : undefined,
  };
}
