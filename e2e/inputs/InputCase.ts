import type { PipelineDraft, PipelineInput } from '@glue-pipelines/pipeline';

/** A Parquet file that DuckDB writes of a query. */
export interface ParquetOf {
  query: string;
  /** Default: snappy. */
  codec?: 'zstd';
}

/** Objects by their keys below the folder of a case; `null` removes one. */
export type Files = Record<string, string | Buffer | ParquetOf | null>;

/** A value of the table: numbers, dates and booleans as text, `null` for none. */
export type Row = readonly (string | null)[];

/** The rows that are right, in any order. Worked out by hand or by other means than the pipeline's. */
export interface Right {
  rows: readonly Row[];
  /** `name type` of each column of the table, in Redshift's words, where the types matter. */
  columns?: readonly string[];
  /** What the run tells of each rule of `quality`, in order, where that matters. */
  outcomes?: readonly string[];
}

/** A refusal, and the words that name the fault. */
export interface Refused {
  /** Before anything is published, or by the run, which then leaves the table as it was. */
  by: 'form' | 'run';
  says: RegExp;
}

export type Outcome = { right: Right } | { refused: Refused };

/** A source as a person fills it in: its place is the folder of the case, unless `key` names one object. */
export type CaseSource = Partial<
  Omit<PipelineInput['sources'][number], 'uri' | 'csv'>
> & {
  key?: string;
  csv?: Partial<NonNullable<PipelineDraft['sources'][number]['csv']>>;
};

/** One awkward input and what must come of it. */
export interface InputCase {
  /** What is awkward. */
  name: string;
  /** What lies there when the pipeline is made. */
  files: Files;
  /** One source named `rows`, format csv, unless given. */
  sources?: readonly CaseSource[];
  transform?: PipelineInput['transform'];
  /** What people wrote into functions of steps `script`, by the function; the others stay as they are made. */
  scripts?: Record<string, string>;
  quality?: PipelineInput['quality'];
  output?: PipelineInput['output'];
  catalog?: PipelineInput['catalog'];
  load?: PipelineInput['warehouse']['load'];
  /** What changes between the making of the pipeline and its first run. */
  later?: Files;
  /** What comes of the first run, or of the form. */
  expect: Outcome;
  /** What changes after a run, and what comes of the next one. */
  then?: readonly { files: Files; expect: Outcome }[];
}

/** Lines of a text file, each ended by a line feed. */
export const lines = (...texts: string[]) =>
  texts.map(text => `${text}\n`).join('');

export const right = (
  rows: readonly Row[],
  columns?: readonly string[],
): Outcome => ({ right: { rows, ...(columns ? { columns } : {}) } });

export const refused = (by: Refused['by'], says: RegExp): Outcome => ({
  refused: { by, says },
});
