import type { CsvClassifier } from '../CsvClassifier';
import { detectDelimiter, isDelimitedBy, isHeader } from './csvDialect';
import { CsvDialect, CsvScan, CsvScanner } from './csvScan';
import type { Inspection } from './Inspection';
import { readChunks, TextFile } from './readChunks';

/** What Glue's own classifier is, seen as a custom one. */
const builtIn: CsvClassifier = {
  kind: 'csv',
  name: '',
  containsHeader: 'UNKNOWN',
  allowSingleColumn: false,
  disableValueTrimming: false,
};

/**
 * The columns of a CSV file by all of its lines, not by a sample: a type that
 * a later line contradicts would turn that line's values into nulls. The first
 * classifier that recognises the file decides, the built-in one last (AWS Glue
 * Developer Guide, "Defining and managing classifiers").
 */
export async function inspectCsv(
  file: TextFile,
  classifiers: readonly CsvClassifier[],
  signal: AbortSignal,
): Promise<Inspection> {
  for (const classifier of classifiers) {
    const { delimiter, quoteSymbol = '"' } = classifier;
    if (delimiter && !isDelimitedBy(file.head, delimiter, quoteSymbol)) {
      continue;
    }
    const scan = await scanAs(file, classifier, signal);
    if (isRecognised(classifier, scan.scan)) {
      return describe(file, classifier, scan);
    }
  }
  const scanned = await scanAs(file, builtIn, signal);
  checkBuiltIn(scanned.scan);
  return describe(file, builtIn, scanned);
}

interface Scanned {
  dialect: CsvDialect;
  scan: CsvScan;
}

async function scanAs(
  file: TextFile,
  { delimiter, quoteSymbol = '"', disableValueTrimming }: CsvClassifier,
  signal: AbortSignal,
): Promise<Scanned> {
  const dialect = {
    delimiter: delimiter ?? detectDelimiter(file.head),
    quote: quoteSymbol,
  };
  // A stray quote would swallow the rest of the file: then lines end fields.
  for (const isMultiline of [true, false]) {
    const scanner = new CsvScanner(dialect, {
      isMultiline,
      trims: !disableValueTrimming,
    });
    await readChunks(file, signal, chunk => scanner.write(chunk));
    const scan = scanner.end();
    if (scan) return { dialect, scan };
  }
  throw new Error('it cannot be read as lines');
}

function isRecognised(classifier: CsvClassifier, scan: CsvScan): boolean {
  const { header, allowSingleColumn } = classifier;
  const columns = scan.first.length;
  return (
    columns >= (allowSingleColumn ? 1 : 2) &&
    (!header || header.length === columns)
  );
}

/** AWS Glue Developer Guide, "Built-in CSV classifier"; a header counts as a row here. */
function checkBuiltIn({ first, records }: CsvScan): void {
  const remedy =
    'Name a CSV classifier in the crawler to have it read all the same.';
  if (first.length < 2) {
    throw new Error(
      `it is text of a single column, and Glue's built-in CSV classifier wants at least two. ${remedy.replace('classifier', 'classifier with AllowSingleColumn')}`,
    );
  }
  if (records < 2) {
    throw new Error(
      `it is text of a single line, and Glue's built-in CSV classifier wants at least two. ${remedy}`,
    );
  }
}

function describe(
  { compression }: TextFile,
  { header, containsHeader, serde }: CsvClassifier,
  { dialect, scan }: Scanned,
): Inspection {
  const { first, records, isQuoted } = scan;
  const hasHeader =
    containsHeader === 'UNKNOWN'
      ? isHeader(first, scan.typesBelow)
      : containsHeader === 'PRESENT';
  const types = hasHeader ? scan.typesBelow : scan.types;
  const names = header ?? (hasHeader ? first : []);
  return {
    schema: {
      format: 'csv',
      compression,
      columns: types.map((type, index) => ({
        name: names[index]?.trim() || `col${index}`,
        type,
      })),
      csv: { ...dialect, isQuoted, hasHeader, serde },
    },
    recordCount: hasHeader ? records - 1 : records,
  };
}
