import { Result, Value } from '../warehouseQuery';
import { formatTable } from './table';

const numberTypes = /^(int|float|numeric|decimal|double|bigint|smallint|real)/;

/** A table for a person; a statement without rows says that it is done. */
export function formatResult({ columns, rows, hasRows }: Result): string[] {
  if (!hasRows) return ['done'];
  const alignRight = columns
    .map(({ typeName = '' }, index) =>
      numberTypes.test(typeName) ? index : -1,
    )
    .filter(index => index >= 0);
  return [
    ...formatTable(
      columns.map(({ name }) => name),
      rows.map(row => row.map(asCell)),
      { alignRight },
    ),
    `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`,
  ];
}

function asCell(value: Value): string {
  // A line break inside a cell would tear the table apart.
  return value === null ? 'null' : String(value).replace(/\r?\n/g, '\\n');
}

/** RFC 4180, with headings; null is empty. */
export function formatCsv({ columns, rows, hasRows }: Result): string[] {
  if (!hasRows) return [];
  return [columns.map(({ name }) => name), ...rows].map(row =>
    row.map(csvField).join(','),
  );
}

function csvField(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  // An empty text is quoted, so that it differs from null.
  return text === '' || /[",\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** One array of objects, one line. */
export function formatJson({ columns, rows }: Result): string[] {
  const objects = rows.map(row =>
    Object.fromEntries(row.map((value, index) => [columns[index].name, value])),
  );
  return [JSON.stringify(objects)];
}
