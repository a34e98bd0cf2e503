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
    isQuoted: boolean;
    hasHeader: boolean;
  };
}

/** The share of columns that two schemas must have in common to be one table's. */
const similarity = 0.7;

/**
 * Whether two files can belong to one table: of the same format, and with at
 * least 70 % of their columns in common (AWS Glue Developer Guide, "How a
 * crawler determines when to create partitions").
 */
export function areSimilar(a: FileSchema, b: FileSchema): boolean {
  const isSameFormat =
    a.format === b.format &&
    a.compression === b.compression &&
    a.csv?.delimiter === b.csv?.delimiter &&
    a.csv?.hasHeader === b.csv?.hasHeader;
  if (!isSameFormat) return false;
  const names = new Set(a.columns.map(({ name }) => name.toLowerCase()));
  const common = b.columns.filter(({ name }) => names.has(name.toLowerCase()));
  const most = Math.max(a.columns.length, b.columns.length);
  return common.length >= similarity * most;
}

/** One schema for all: every column once, in the order of its first appearance, as wide as needed. */
export function mergeSchemas(schemas: readonly FileSchema[]): FileSchema {
  const columns = new Map<string, FileColumn>();
  for (const schema of schemas) {
    for (const [index, column] of schema.columns.entries()) {
      // Two columns of one file that differ only in case are two columns.
      const lower = column.name.toLowerCase();
      const isRepeated = schema.columns
        .slice(0, index)
        .some(({ name }) => name.toLowerCase() === lower);
      const key = isRepeated ? `${lower}\0${index}` : lower;
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
