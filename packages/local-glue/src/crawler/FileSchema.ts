import type { CsvSerde } from './CsvClassifier';
import { DataFormat, widerType } from './hiveTypes';

export interface FileColumn {
  /** As the file has it. */
  name: string;
  /** Its Hive type. */
  type: string;
}

/** What the crawler finds out about one file. */
export interface FileSchema {
  format: DataFormat;
  compression: 'none' | 'gzip';
  columns: FileColumn[];
  csv?: {
    delimiter: string;
    quote: string;
    isQuoted: boolean;
    hasHeader: boolean;
    /** Where a custom classifier says it. */
    serde?: CsvSerde;
  };
  /** Where the records are in JSON documents; absent for JSON lines. */
  json?: { path: string; isCustom: boolean };
}

/** The share of columns that two schemas must have in common to be one table's. */
const similarity = 0.7;

/**
 * Whether two files are of the same format: what "data compatibility" is in
 * "Creating a single schema for each Amazon S3 include path" (AWS Glue
 * Developer Guide).
 */
export function areCompatible(a: FileSchema, b: FileSchema): boolean {
  return (
    a === b ||
    (a.format === b.format &&
      a.compression === b.compression &&
      a.csv?.delimiter === b.csv?.delimiter &&
      a.csv?.hasHeader === b.csv?.hasHeader &&
      a.json?.path === b.json?.path)
  );
}

/**
 * Whether two files can belong to one table: of the same format, and with at
 * least 70 % of their columns in common (AWS Glue Developer Guide, "How a
 * crawler determines when to create partitions").
 */
export function areSimilar(a: FileSchema, b: FileSchema): boolean {
  if (a === b) return true;
  if (!areCompatible(a, b)) return false;
  const names = new Set(a.columns.map(({ name }) => name.toLowerCase()));
  const common = b.columns.filter(({ name }) => names.has(name.toLowerCase()));
  const most = Math.max(a.columns.length, b.columns.length);
  return common.length >= similarity * most;
}

/** One schema for all: every column once, in the order of its first appearance, as wide as needed. */
export function mergeSchemas(schemas: readonly FileSchema[]): FileSchema {
  const columns = new Map<string, FileColumn>();
  for (const schema of new Set(schemas)) {
    const seen = new Set<string>();
    for (const [index, column] of schema.columns.entries()) {
      // Two columns of one file that differ only in case are two columns.
      const lower = column.name.toLowerCase();
      const key = seen.has(lower) ? `${lower}\0${index}` : lower;
      seen.add(lower);
      const known = columns.get(key);
      columns.set(
        key,
        known
          ? { name: known.name, type: widerType(known.type, column.type) }
          : column,
      );
    }
  }
  const [first] = schemas;
  return {
    ...first,
    columns: [...columns.values()],
    csv: first.csv && {
      ...first.csv,
      isQuoted: schemas.some(({ csv }) => csv?.isQuoted),
    },
  };
}

/** Gives equal schemas one object, so that thousands of like files cost little. */
export class SchemaPool {
  readonly #schemas = new Map<string, FileSchema>();

  intern(schema: FileSchema): FileSchema {
    const key = JSON.stringify(schema);
    const known = this.#schemas.get(key);
    if (!known) this.#schemas.set(key, schema);
    return known ?? schema;
  }
}
