import type { WorkflowGraph } from './types';

/**
 * Something that is wrong with a form, at a field of it.
 *
 * @public
 */
export interface FormProblem {
  /** For example `uri` or `csv.delimiter`. */
  field: string;
  message: string;
}

/**
 * What a folder of a bucket holds, as far as it is listed.
 *
 * @public
 */
export interface BrowsedBucket {
  /** `s3://bucket/folder/` */
  folders: string[];
  files: { uri: string; bytes: number }[];
  /** Whether there is more than is listed. */
  more?: boolean;
}

/**
 * What the files of a source hold.
 *
 * @public
 */
export interface SourcePreview {
  /** How they are written, where that was asked. */
  detected?: {
    format: 'avro' | 'csv' | 'jdbc' | 'json' | 'orc' | 'parquet' | 'table';
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

/**
 * What one statement of a role's policies allows.
 *
 * @public
 */
export interface PlannedGrant {
  /** For example `s3:GetObject`. */
  actions: string[];
  /** What they may be done to, by name; `*` for all. */
  resources: string[];
  /** Under which conditions alone, e.g. `s3:prefix is orders/`. */
  conditions: string[];
}

/**
 * A role that a pipeline brings.
 *
 * @public
 */
export interface PlannedRole {
  name: string;
  /** The services that may take it on, e.g. `glue.amazonaws.com`. */
  assumedBy: string[];
  /** Policies of AWS that it has, by name. */
  policies: string[];
  grants: PlannedGrant[];
}

/**
 * About what a pipeline costs, in US dollars.
 *
 * @public
 */
export interface PlannedCost {
  items: { what: string; usd: number; reason: string }[];
  perRun: number;
  runsPerMonth: number;
  runsReason: string;
  perMonth: number;
  /** How long the parts of a run are taken to last, in minutes. */
  assumedMinutes: { prepare: number; transform: number; load: number };
}

/**
 * What becomes of a form: read from the repository that would be made of it, which has passed its checks.
 *
 * @public
 */
export interface PipelinePlan {
  /** Where it is wrong; nothing else is there then. */
  problems?: FormProblem[];
  name?: string;
  graph?: WorkflowGraph;
  /** What computes the rows, and why. */
  engine?: string;
  /** What is done to the rows, a sentence each. */
  steps?: string[];
  /** Paths of the repository. */
  files?: string[];
  roles?: PlannedRole[];
  cost?: PlannedCost;
  /** What a person should know: one sentence each. */
  warnings?: string[];
}

/** @public */
export interface FormColumn {
  name: string;
  /** Absent where only a run can tell it. */
  type?: string;
}

/**
 * The columns at a step of a form.
 *
 * @public
 */
export interface ColumnsAtFormStep {
  /** Absent where they are not known. */
  columns?: FormColumn[];
  /** False where a step before is not filled in yet. */
  isSure: boolean;
}

/**
 * A pair of columns by which a source may be joined.
 *
 * @public
 */
export interface SuggestedKey {
  left: string;
  right: string;
  /** How many values of the sample were compared, and how many of them match; absent without rows. */
  sample?: { compared: number; matching: number };
}

/**
 * What can be known of the steps of a form as far as it is filled in.
 *
 * @public
 */
export interface FormSteps {
  /** In the order of the form. */
  sources: { name: string; columns?: FormColumn[] }[];
  /** Before each step, and after the last one. */
  columns: ColumnsAtFormStep[];
  /** For each step, the most likely first; empty for all but joins. */
  keys: SuggestedKey[][];
  /** What is wrong with the steps. */
  problems: FormProblem[];
}

/**
 * A pipeline that a form may begin with.
 *
 * @public
 */
export interface FormExample {
  name: string;
  description: string;
}

/**
 * Values of a form that begins with a pipeline.
 *
 * @public
 */
export interface FormBeginning {
  form: Record<string, unknown>;
  /** The fields of the pipeline that no page of the form has. */
  leftOut: string[];
}
