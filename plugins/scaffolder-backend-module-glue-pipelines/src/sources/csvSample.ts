import { parse } from 'csv-parse/sync';
import type { PipelineDraft } from '@glue-pipelines/pipeline';
import { EmptySourceError, SourceError } from './SourceError';

export type CsvOptions = NonNullable<PipelineDraft['sources'][number]['csv']>;

const DELIMITER_NAMES: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '|': 'pipe',
  '\t': 'tab',
};

/** What the beginning of a CSV shows. */
export interface CsvSample {
  /** The names of the columns as the file has them. */
  header: string[];
  records: string[][];
  /** Whether a value holds a line break. */
  hasLineBreaks: boolean;
}

/** Up to the last line break that is not inside of quotes. */
function wholeRecords(text: string, { quote, escape }: CsvOptions): string {
  let end = text.lastIndexOf('\n');
  while (end >= 0 && quote !== 'none') {
    const before = text.slice(0, end);
    const plain = escape === 'backslash' ? before.replace(/\\./g, '') : before;
    if (plain.split(quote).length % 2 === 1) {
      break;
    }
    end = text.lastIndexOf('\n', end - 1);
  }
  return text.slice(0, end + 1);
}

function parseRecords(text: string, options: CsvOptions) {
  const quote = options.quote === 'none' ? null : options.quote;
  try {
    return parse(text, {
      bom: true,
      delimiter: options.delimiter,
      quote,
      escape: options.escape === 'backslash' ? '\\' : quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    throw new SourceError(
      `is not readable as CSV (${
        error instanceof Error ? error.message : error
      }): correct the file, or choose how it is written`,
      'format',
    );
  }
}

function refuseOtherDelimiter(first: string[], delimiter: string) {
  const other = Object.keys(DELIMITER_NAMES).find(
    candidate => candidate !== delimiter && first[0].includes(candidate),
  );
  if (first.length === 1 && other) {
    throw new SourceError(
      `is ${DELIMITER_NAMES[delimiter]}, and the first line has only one value with it but contains a ${DELIMITER_NAMES[other]}: choose the ${DELIMITER_NAMES[other]}`,
      'csv.delimiter',
    );
  }
}

/**
 * The records of a CSV from its beginning.
 *
 * @param text - the beginning of the file
 * @param complete - whether `text` is the whole file
 * @returns `undefined` where more text is needed to tell
 * @throws SourceError for a file without a single row, for a delimiter that is
 * evidently another one, and for records that do not all have as many values
 */
export function csvSample(
  text: string,
  complete: boolean,
  options: CsvOptions,
): CsvSample | undefined {
  const parsed = parseRecords(
    complete ? text : wholeRecords(text, options),
    options,
  );
  const needed = options.header ? 2 : 1;
  if (parsed.length < needed) {
    if (!complete) {
      return undefined;
    }
    throw new EmptySourceError(
      parsed.length === 0
        ? 'has no rows: name a file with data'
        : 'has a header but no rows: name a file with data, or set csv.header to false if the first line is data',
    );
  }
  const [{ record: first }] = parsed;
  refuseOtherDelimiter(first, options.delimiter);
  const ragged = parsed.find(({ record }) => record.length !== first.length);
  if (ragged) {
    throw new SourceError(
      `is csv, and line ${ragged.info.lines} of the file has ${ragged.record.length} value(s) where the first has ${first.length}: correct the file, or choose how its quotes and delimiters are written`,
      'format',
    );
  }
  const records = parsed.map(({ record }) => record);
  const rows = options.header ? records.slice(1) : records;
  return {
    header: options.header ? first : first.map((_, index) => `col${index}`),
    records: rows,
    hasLineBreaks: rows.some(row => row.some(value => /[\r\n]/.test(value))),
  };
}

/**
 * What stands before the decimals, by numbers that are written with a comma.
 * A comma before exactly three digits everywhere may as well part thousands.
 */
export function decimalMarkOf(
  columns: readonly (readonly string[])[],
): '.' | ',' {
  const isNumbers = (values: readonly string[], pattern: RegExp) =>
    values.length > 0 && values.every(value => pattern.test(value.trim()));
  const withComma = columns.filter(
    values =>
      isNumbers(values, /^[+-]?\d+(,\d+)?$/) &&
      values.some(value => value.includes(',')) &&
      !isNumbers(values, /^[+-]?\d{1,3},\d{3}$/),
  );
  const withPoint = columns.filter(
    values =>
      isNumbers(values, /^[+-]?\d+(\.\d+)?$/) &&
      values.some(value => value.includes('.')),
  );
  return withComma.length > 0 && withPoint.length === 0 ? ',' : '.';
}
