import type { SourceColumn } from '@glue-pipelines/pipeline';
import type { CsvOptions } from './csvSample';

/** A column as `pipeline.yaml` declares it; what has a default may be absent. */
export type DeclaredColumn = Omit<SourceColumn, 'nullable'>;

/** What the files of a source hold. */
export interface SourceColumns {
  columns: DeclaredColumn[];
  /** How CSV is written, as far as the files tell. */
  csv?: Partial<CsvOptions>;
  /** What a person should know: one sentence each. */
  notes: string[];
  /** The first rows, in the order of the columns, where the sample of the files holds them. */
  rows?: (string | null)[][];
}
