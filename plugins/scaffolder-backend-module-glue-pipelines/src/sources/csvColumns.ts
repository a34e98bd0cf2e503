import { parse } from 'csv-parse/sync';
import { EmptySourceError, SourceError } from './SourceError';

const DELIMITER_NAMES: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '|': 'pipe',
  '\t': 'tab',
};

export interface CsvOptions {
  /** Whether the first line names the columns. */
  header: boolean;
  delimiter: string;
}

/**
 * The columns of a CSV file from its beginning.
 *
 * @param text - the beginning of the file
 * @param complete - whether `text` is the whole file
 * @returns the columns as the file writes them; `undefined` where more text is
 * needed to tell
 * @throws SourceError for a file without a single row, and for a delimiter
 * that is evidently another one
 */
export function csvColumns(
  text: string,
  complete: boolean,
  { header, delimiter }: CsvOptions,
): string[] | undefined {
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 2,
    });
  } catch (error) {
    if (!complete) {
      return undefined;
    }
    throw new SourceError(
      `is not readable as CSV (${
        error instanceof Error ? error.message : error
      }): correct the file or choose its format`,
      'format',
    );
  }
  const needed = header ? 2 : 1;
  if (records.length < needed) {
    if (!complete) {
      return undefined;
    }
    throw new EmptySourceError(
      records.length === 0
        ? 'has no rows: name a file with data'
        : 'has a header but no rows: name a file with data, or set csv.header to false if the first line is data',
    );
  }
  const [first] = records;
  if (first.length === 1) {
    const other = Object.keys(DELIMITER_NAMES).find(
      candidate => candidate !== delimiter && first[0].includes(candidate),
    );
    if (other) {
      throw new SourceError(
        `is ${DELIMITER_NAMES[delimiter]}, and the first line has only one value with it but contains a ${DELIMITER_NAMES[other]}: choose the ${DELIMITER_NAMES[other]}`,
        'csv.delimiter',
      );
    }
  }
  return header ? first : first.map((_, index) => `col${index}`);
}
