/** A custom classifier for CSV (CsvClassifier, AWS Glue API reference). */
export interface CsvClassifier {
  kind: 'csv';
  name: string;
  /** One ASCII character; detected when not given. */
  delimiter?: string;
  /** One ASCII character; `"` when not given. */
  quoteSymbol?: string;
  containsHeader: 'UNKNOWN' | 'PRESENT' | 'ABSENT';
  /** The columns' names, instead of those in the file. */
  header?: string[];
  allowSingleColumn: boolean;
  /** Whether blanks around a value make it a text. */
  disableValueTrimming: boolean;
  /** Detected when not given. */
  serde?: CsvSerde;
}

export type CsvSerde = 'OpenCSVSerDe' | 'LazySimpleSerDe';
