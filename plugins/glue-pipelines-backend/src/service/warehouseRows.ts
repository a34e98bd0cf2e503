import { WarehouseRow } from '../aws/WarehouseApi';
import { VALUE_LENGTH } from './warehouseQueries';

/** Columns whose values are shown. */
export const MOST_COLUMNS = 200;
/** Bytes of all values together: what a page can show, and not what a table has. */
const MOST_BYTES = 256 * 1024;

/**
 * The rows that are shown of those that were read: `limit` of them, values no
 * longer than VALUE_LENGTH, and all together MOST_BYTES at most.
 */
export function boundedRows(
  read: WarehouseRow[],
  limit: number,
): { rows: WarehouseRow[]; moreRows: boolean; shortened: boolean } {
  const rows: WarehouseRow[] = [];
  let bytes = 0;
  for (const row of read.slice(0, limit).map(shortenedRow)) {
    bytes += Buffer.byteLength(JSON.stringify(row));
    if (bytes > MOST_BYTES) {
      break;
    }
    rows.push(row);
  }
  const shortened = rows.some((row, i) =>
    row.some((value, j) => value !== read[i][j]),
  );
  return { rows, moreRows: read.length > rows.length, shortened };
}

function shortenedRow(row: WarehouseRow): WarehouseRow {
  return row.map(value => {
    const characters = [...(value ?? '')];
    return value === null || characters.length <= VALUE_LENGTH
      ? value
      : `${characters.slice(0, VALUE_LENGTH).join('')}…`;
  });
}

/** A time as Redshift writes it, in UTC and without a zone, as ISO 8601. */
export function toInstant(time: string | null): string {
  const instant = new Date(`${(time ?? '').trim().replace(' ', 'T')}Z`);
  return Number.isNaN(instant.getTime())
    ? new Date(0).toISOString()
    : instant.toISOString();
}
