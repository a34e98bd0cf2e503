/** `pipeline.yaml` with its defaults filled in; `pipeline.schema.json` says what each field means. */
export interface Pipeline {
  apiVersion: 'glue-pipelines.io/v1';
  name: string;
  description: string;
  owner: string;
  tags: string[];
  sources: Source[];
  transform: Transform;
  output: { partitionBy: string[] };
  warehouse: { database: string; schema: string; table: string };
  schedule?: { cron: string };
  compute: Compute;
}

export interface Source {
  name: string;
  /** `s3://bucket/key` of one object, or `s3://bucket/prefix/` of many. */
  uri: string;
  format: 'csv' | 'json' | 'parquet';
  csv?: { header: boolean; delimiter: string };
}

export interface Transform {
  joins: {
    source: string;
    type: 'inner' | 'left';
    keys: { left: string; right: string }[];
  }[];
  filter?: string;
  required: string[];
  deduplicateBy: string[];
  aggregate?: {
    groupBy: { column?: string; expression?: string; as?: string }[];
    measures: {
      function: 'count' | 'sum' | 'avg' | 'min' | 'max';
      column?: string;
      as: string;
    }[];
  };
  select?: string[];
}

export interface Compute {
  glueVersion: '5.0' | '5.1';
  workerType: string;
  workers: number;
  autoScaling: boolean;
  timeoutMinutes: number;
  maxRetries: number;
}
