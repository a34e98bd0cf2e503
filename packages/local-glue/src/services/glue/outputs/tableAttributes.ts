import type { Table, TableAttributes } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import type { StoredTable } from '../store/definitions';

/**
 * A table with what AttributesToGet asks for: all of it unless only its name
 * or type is asked for.
 *
 * @throws AwsError InvalidInputException
 */
export function tableAttributes(
  table: StoredTable,
  attributes: readonly TableAttributes[] = ['DEFAULT'],
): Table {
  if (attributes.includes('LATEST_ICEBERG_METADATA')) {
    throw invalidInput(
      'local-glue reads no metadata of Iceberg tables (AttributesToGet, LATEST_ICEBERG_METADATA). Ask for DEFAULT.',
    );
  }
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
