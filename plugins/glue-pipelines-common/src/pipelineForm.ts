/** Something that is wrong with a form, at a field of it. */
export interface FormProblem {
  /** For example `uri` or `csv.delimiter`. */
  field: string;
  message: string;
}

/** What a folder of a bucket holds, as far as it is listed. */
export interface BrowsedBucket {
  /** `s3://bucket/folder/` */
  folders: string[];
  files: { uri: string; bytes: number }[];
  /** Whether there is more than is listed. */
  more?: boolean;
}

/** What the files of a source hold. */
export interface SourcePreview {
  /** How they are written, where that was asked. */
  detected?: {
    format: 'avro' | 'csv' | 'json' | 'orc' | 'parquet' | 'table';
    csv?: Record<string, unknown>;
    json?: { path: string };
  };
  /** Why they cannot be read, or what is filled in wrongly, at fields of the source. */
  problems: FormProblem[];
  columns?: { name: string; type: string }[];
  /** The first rows, in the order of the columns; absent where they are not shown. */
  rows?: (string | null)[][];
  /** What a person should know: one sentence each. */
  notes?: string[];
  /** The files that were looked into, `s3://bucket/key`. */
  files?: string[];
}
