import { once } from 'node:events';
import { createWriteStream, WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { BucketStore } from '../../buckets/BucketStore';
import { ColumnDefinition } from '../catalog/TableDefinition';
import { CopyCommand } from '../sql/parseCopy';
import { convertField } from './convertField';
import { CopySource } from './copySources';
import { delimitedRecords, RawRecord, splitFields } from './delimitedRecords';
import { jsonFields } from './jsonFields';
import { jsonRecords } from './jsonRecords';
import { LoadError, RejectedRow, RowError } from './LoadError';
import { readText } from './readText';

export interface StagedRows {
  rowCount: number;
  rejected: RejectedRow[];
  /** Bytes of the longest row in the file. */
  longestRow: number;
}

/** Bytes that are written at once. */
const blockBytes = 64 * 1024;

/**
 * Reads the objects of a COPY from CSV, text or JSON and writes the rows that
 * the table takes into a CSV file at `path`, in the order of `columns`: values
 * in quotes, NULL as nothing. Throws LoadError as soon as more lines are
 * rejected than MAXERROR allows.
 */
export async function stageRows(
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  sources: readonly CopySource[],
  buckets: BucketStore,
  path: string,
  signal: AbortSignal | undefined,
): Promise<StagedRows> {
  const output = createWriteStream(path);
  // Told by `finished` or by the write that waits.
  output.on('error', () => {});
  const result: StagedRows = { rowCount: 0, rejected: [], longestRow: 0 };
  const toFields =
    command.format === 'json'
      ? await jsonFields(command, columns, buckets)
      : (record: string) => delimitedFields(command, columns, record);
  const reject = (uri: string, record: RawRecord, error: RowError) => {
    const { line, text } = record;
    result.rejected.push({ uri, line, rawLine: text, error });
    if (result.rejected.length > command.maxError) {
      throw new LoadError(
        command.table[command.table.length - 1],
        result.rejected,
      );
    }
  };
  try {
    for (const source of sources) {
      const chunks = readText(buckets, source, command.compression);
      const blocks =
        command.format === 'json'
          ? jsonRecords(chunks)
          : delimitedRecords(chunks, command);
      let line = 1;
      try {
        for await (const records of blocks) {
          signal?.throwIfAborted();
          let block = '';
          for (const record of records) {
            line = record.line;
            if (record.text === '' && command.ignoreBlankLines) continue;
            try {
              const row = stagedRow(command, columns, toFields(record.text));
              block += row;
              // A character has three bytes at most for each of its units.
              const bytes = row.length * 3;
              if (bytes > result.longestRow) result.longestRow = bytes;
              result.rowCount++;
            } catch (error) {
              if (!(error instanceof RowError)) throw error;
              reject(source.uri, record, error);
            }
            if (block.length > blockBytes) {
              await write(output, block);
              block = '';
            }
          }
          await write(output, block);
        }
      } catch (error) {
        if (!(error instanceof RowError)) throw error;
        // Of the file as a whole: a line without an end.
        throw new LoadError(
          command.table[command.table.length - 1],
          [
            ...result.rejected,
            { uri: source.uri, line, rawLine: '', error },
          ].reverse(),
        );
      }
    }
    output.end();
    await finished(output);
    return result;
  } finally {
    output.destroy();
  }
}

function delimitedFields(
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  record: string,
): (string | undefined)[] {
  if (record === '' && columns.length > 1) {
    throw new RowError(1211, 'Line contained no data');
  }
  const fields = splitFields(record, command);
  // A delimiter at the end of a line is allowed.
  const isEnded =
    fields.length === columns.length + 1 && fields[columns.length] === '';
  if (fields.length > columns.length && !isEnded) {
    throw new RowError(
      1202,
      `Extra column(s) found: the table has ${columns.length}, the line ${fields.length}`,
    );
  }
  if (fields.length < columns.length && !command.fillRecord) {
    throw new RowError(
      1214,
      `Delimiter not found: the table has ${columns.length} columns, the line ${fields.length}`,
      columns[fields.length - 1],
      fields[fields.length - 1],
    );
  }
  return fields;
}

function stagedRow(
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  fields: readonly (string | null | undefined)[],
): string {
  let row = '';
  for (let index = 0; index < columns.length; index++) {
    if (index > 0) row += ',';
    const value = convertField(command, columns[index], fields[index]);
    if (value !== null) {
      row += value.includes('"')
        ? `"${value.replaceAll('"', '""')}"`
        : `"${value}"`;
    }
  }
  return `${row}\n`;
}

async function write(output: WriteStream, block: string): Promise<void> {
  if (block === '') return;
  if (output.errored) throw output.errored;
  if (!output.write(block)) await once(output, 'drain');
}
