/** A place of data that Glue itself names. */
export type DataPlace =
  | { kind: 'bucket'; bucket: string }
  /** `path` begins without a slash and is never empty. */
  | { kind: 'folder'; bucket: string; path: string }
  | { kind: 'database'; database: string }
  | { kind: 'table'; database: string; table: string }
  /** Of Redshift Serverless, by its name. */
  | { kind: 'workgroup'; workgroup: string };

/** What the jobs and crawlers of a workflow read and write, as far as Glue's definitions say so. */
export interface Lineage {
  reads: DataPlace[];
  writes: DataPlace[];
}

/** A workflow as it was discovered. */
export interface WorkflowFacts {
  arn: string;
  description?: string;
  tags: Record<string, string>;
  lineage: Lineage;
}
