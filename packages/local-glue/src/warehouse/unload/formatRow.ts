import type { Json } from '@duckdb/node-api';
import { ResultColumn } from '../results';
import { UnloadCommand } from '../sql/parseUnload';

/** The line of HEADER, or nothing. */
export function formatHeader(
  command: UnloadCommand,
  columns: readonly ResultColumn[],
): string {
  if (!command.hasHeader) return '';
  return `${columns.map(({ name }) => quoted(command, name)).join(command.delimiter)}\n`;
}

/**
 * A row as UNLOAD writes it: truths as `t` and `f`, NULL as NULL AS says
 * (Amazon Redshift Database Developer Guide, "UNLOAD").
 */
export function formatRow(
  command: UnloadCommand,
  columns: readonly ResultColumn[],
  row: readonly Json[],
): string {
  if (command.format === 'json') return `${jsonRow(columns, row)}\n`;
  const fields = row.map(value => {
    if (value === null) return command.nullString;
    return quoted(command, textOf(value));
  });
  return `${fields.join(command.delimiter)}\n`;
}

function textOf(value: Json): string {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(
  { format, delimiter, addQuotes, escape }: UnloadCommand,
  text: string,
): string {
  if (format === 'csv') {
    const needsQuotes =
      text.includes(delimiter) || /["\n\r]/.test(text) || text.trim() !== text;
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  }
  let result = text;
  if (escape) {
    const special = `\\\n\r"'${delimiter}`;
    result = [...result]
      .map(character =>
        special.includes(character) ? `\\${character}` : character,
      )
      .join('');
  }
  return addQuotes ? `"${result}"` : result;
}

/** Numbers keep their digits, which JSON has no limit for. */
function jsonRow(
  columns: readonly ResultColumn[],
  row: readonly Json[],
): string {
  const members = columns.map(({ name, typeName }, index) => {
    const value = row[index];
    const isDigits = /^(int8|numeric)$/.test(typeName) && value !== null;
    const isSuper = typeName === 'super' && typeof value === 'string';
    const text = isDigits || isSuper ? String(value) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}
