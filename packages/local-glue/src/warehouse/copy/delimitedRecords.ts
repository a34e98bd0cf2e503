import { CopyCommand } from '../sql/parseCopy';
import { RowError } from './LoadError';

/** One line, or several when quotes hold their ends. */
export interface RawRecord {
  /** Of its beginning, from 1. */
  line: number;
  text: string;
}

/** The maximum size of a single input row from any source (Amazon Redshift Database Developer Guide, "COPY"). */
export const maxRecordBytes = 4 * 1024 ** 2;

/** Cuts a file's text into records, without those of IGNOREHEADER. Throws RowError for one that is too long. */
export async function* delimitedRecords(
  chunks: AsyncIterable<string>,
  command: CopyCommand,
): AsyncGenerator<RawRecord[]> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const cut = cutRecords(rest + chunk, line, command, false);
    ({ rest, line } = cut);
    if (rest.length > maxRecordBytes) {
      throw new RowError(
        1216,
        'Input line is not valid: it is longer than 4 MB',
      );
    }
    yield cut.records;
  }
  yield cutRecords(rest, line, command, true).records;
}

function cutRecords(
  text: string,
  firstLine: number,
  command: CopyCommand,
  isLast: boolean,
): { records: RawRecord[]; rest: string; line: number } {
  const records: RawRecord[] = [];
  let line = firstLine;
  let start = 0;
  while (start < text.length) {
    const { end, lines } = endOfRecord(text, start, command);
    if (end === -1 && !isLast) break;
    const record = text.slice(start, end === -1 ? undefined : end);
    if (line > command.ignoreHeader) {
      records.push({
        line,
        text: record.endsWith('\r') ? record.slice(0, -1) : record,
      });
    }
    line += lines;
    start = end === -1 ? text.length : end + 1;
  }
  return { records, rest: text.slice(start), line };
}

/** The place of the line end, or -1, and how many lines the record covers. */
function endOfRecord(
  text: string,
  start: number,
  { format, quote, escape }: CopyCommand,
): { end: number; lines: number } {
  let end = text.indexOf('\n', start);
  let lines = 1;
  if (format === 'csv') {
    let quotes = countOf(text, quote, start, end);
    while (end !== -1 && quotes % 2 === 1) {
      const next = text.indexOf('\n', end + 1);
      quotes += countOf(text, quote, end + 1, next);
      end = next;
      lines++;
    }
  } else if (escape) {
    while (end !== -1 && isEscaped(text, start, end)) {
      end = text.indexOf('\n', end + 1);
      lines++;
    }
  }
  return { end, lines };
}

function countOf(
  text: string,
  character: string,
  from: number,
  to: number,
): number {
  const stop = to === -1 ? text.length : to;
  let count = 0;
  for (
    let at = text.indexOf(character, from);
    at !== -1 && at < stop;
    at = text.indexOf(character, at + 1)
  ) {
    count++;
  }
  return count;
}

function isEscaped(text: string, start: number, at: number): boolean {
  let backslashes = 0;
  while (at - backslashes > start && text[at - backslashes - 1] === '\\')
    backslashes++;
  return backslashes % 2 === 1;
}

/** The fields of a record. Throws RowError for quotes that do not close. */
export function splitFields(record: string, command: CopyCommand): string[] {
  const { format, delimiter } = command;
  if (format === 'fixedwidth') return splitWidths(record, command.widths);
  if (format === 'csv') {
    return record.includes(command.quote)
      ? splitQuoted(record, delimiter, command.quote)
      : record.split(delimiter);
  }
  if (!command.escape && !command.removeQuotes) return record.split(delimiter);
  return splitEscaped(record, command);
}

function splitWidths(record: string, widths: readonly number[]): string[] {
  let at = 0;
  return widths.map(width => {
    const field = record.slice(at, at + width);
    at += width;
    return field;
  });
}

function splitQuoted(
  record: string,
  delimiter: string,
  quote: string,
): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = '';
    // Blanks in front of a quote are left out.
    const begin = /\S/.exec(record.slice(at, at + 64))?.index ?? 0;
    if (record[at + begin] === quote && delimiter !== record[at]) {
      at += begin + 1;
      for (;;) {
        const end = record.indexOf(quote, at);
        if (end === -1) {
          throw new RowError(1216, 'Invalid quote formatting for CSV');
        }
        field += record.slice(at, end);
        at = end + 1;
        if (record[at] !== quote) break;
        field += quote;
        at++;
      }
      const stop = record.indexOf(delimiter, at);
      const between = record.slice(at, stop === -1 ? undefined : stop);
      if (between.trim() !== '') {
        throw new RowError(1216, 'Invalid quote formatting for CSV');
      }
      at = stop === -1 ? record.length + 1 : stop + 1;
      fields.push(field);
      if (stop === -1) return fields;
    } else {
      const stop = record.indexOf(delimiter, at);
      fields.push(record.slice(at, stop === -1 ? undefined : stop));
      if (stop === -1) return fields;
      at = stop + 1;
    }
  }
}

/** ESCAPE takes a character behind a backslash for itself; REMOVEQUOTES takes the quotes around a field away. */
function splitEscaped(
  record: string,
  { delimiter, escape, removeQuotes }: CopyCommand,
): string[] {
  const fields: string[] = [];
  let field = '';
  let quote = '';
  for (let at = 0; at < record.length; at++) {
    const character = record[at];
    if (escape && character === '\\' && at + 1 < record.length) {
      const escaped = record[++at];
      // \N stands for NULL and stays as it is.
      field += escaped === 'N' ? '\\N' : escaped;
    } else if (quote && character === quote) {
      quote = '';
    } else if (
      removeQuotes &&
      field === '' &&
      !quote &&
      `"'`.includes(character)
    ) {
      quote = character;
    } else if (character === delimiter && !quote) {
      fields.push(field);
      field = '';
    } else {
      field += character;
    }
  }
  if (quote) throw new RowError(1216, 'Quotes are not closed');
  return [...fields, field];
}
