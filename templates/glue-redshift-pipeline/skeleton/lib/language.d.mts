// Generated from the language of pipelines (@glue-pipelines/pipeline), so that this repository
// refuses exactly what the developer portal refuses, with the same words. Do not edit.

/** `pipeline.yaml` with its defaults filled in; `pipeline.schema.json` says what each field means. */
export type Pipeline = {
  apiVersion: 'glue-pipelines.io/v2';
  name: string;
  description: string;
  owner: string;
  tags: string[];
  sources: {
    columns: {
      name: string;
      type:
        | 'string'
        | 'bigint'
        | 'boolean'
        | 'int'
        | 'date'
        | 'double'
        | 'decimal'
        | 'timestamp';
      nullable: boolean;
      key?: string | undefined;
      precision?: number | undefined;
      scale?: number | undefined;
      format?: string | undefined;
      zone?: string | undefined;
    }[];
    onInvalid: 'fail' | 'setAside';
    name: string;
    format: 'avro' | 'csv' | 'jdbc' | 'json' | 'orc' | 'parquet' | 'table';
    copy: boolean;
    incremental?: 'partitions' | 'files' | 'watermark' | undefined;
    watermark?: { column: string; lookback?: number | undefined } | undefined;
    uri?: string | undefined;
    csv?:
      | {
          header: boolean;
          delimiter: ',' | ';' | '|' | '\t';
          quote: '"' | "'" | 'none';
          escape: 'doubled' | 'backslash';
          multiLine: boolean;
          encoding: 'UTF-8' | 'ISO-8859-1' | 'windows-1252' | 'UTF-16';
          decimalMark: ',' | '.';
          nullWords: string[];
        }
      | undefined;
    json?: { path: string } | undefined;
    table?:
      | { database: string; name: string; where?: string | undefined }
      | undefined;
    jdbc?:
      | {
          connection: string;
          secret?: string | undefined;
          table?: string | undefined;
          query?: string | undefined;
          partitions?:
            | {
                column: string;
                lowerBound: number;
                upperBound: number;
                count: number;
              }
            | undefined;
        }
      | undefined;
  }[];
  transform: (
    | {
        kind: 'aggregate';
        groupBy: {
          column?: string | undefined;
          expression?: string | undefined;
          as?: string | undefined;
        }[];
        measures: {
          function: 'count' | 'sum' | 'avg' | 'min' | 'max';
          as: string;
          column?: string | undefined;
        }[];
      }
    | {
        kind: 'cast';
        columns: {
          column: string;
          type:
            | 'string'
            | 'bigint'
            | 'boolean'
            | 'int'
            | 'date'
            | 'double'
            | 'decimal'
            | 'timestamp';
          precision?: number | undefined;
          scale?: number | undefined;
          format?: string | undefined;
          zone?: string | undefined;
        }[];
        onInvalid: 'fail' | 'setNull';
      }
    | {
        kind: 'deduplicate';
        columns: string[];
        orderBy: { column: string; direction: 'ascending' | 'descending' }[];
      }
    | { kind: 'derive'; columns: { as: string; expression: string }[] }
    | { kind: 'dropIncomplete'; columns: string[] }
    | { kind: 'fill'; columns: { column: string; value: string }[] }
    | { kind: 'filter'; condition: string }
    | {
        kind: 'join';
        source: string;
        type: 'inner' | 'left' | 'right' | 'full' | 'semi' | 'anti';
        keys: { left: string; right: string }[];
      }
    | {
        kind: 'mask';
        columns: {
          column: string;
          method: 'hash' | 'redact' | 'keepLast';
          salt?: string | undefined;
          keep?: number | undefined;
        }[];
      }
    | {
        kind: 'pivot';
        columns: string[];
        column: string;
        values: { value: string; as: string }[];
        measure: {
          function: 'count' | 'sum' | 'avg' | 'min' | 'max';
          column?: string | undefined;
        };
      }
    | { kind: 'rename'; columns: { column: string; as: string }[] }
    | { kind: 'sample'; fraction: number; seed: number }
    | {
        kind: 'script';
        function: string;
        sources: string[];
        columns: {
          name: string;
          type:
            | 'string'
            | 'bigint'
            | 'boolean'
            | 'int'
            | 'date'
            | 'double'
            | 'decimal'
            | 'timestamp';
          precision?: number | undefined;
          scale?: number | undefined;
        }[];
      }
    | { kind: 'select'; columns: string[] }
    | { kind: 'union'; source: string }
    | {
        kind: 'window';
        partitionBy: string[];
        orderBy: { column: string; direction: 'ascending' | 'descending' }[];
        measures: {
          function:
            | 'count'
            | 'sum'
            | 'avg'
            | 'min'
            | 'max'
            | 'row_number'
            | 'rank'
            | 'dense_rank'
            | 'lag'
            | 'lead';
          as: string;
          column?: string | undefined;
          offset?: number | undefined;
        }[];
      }
  )[];
  quality: (
    | {
        kind: 'completeness';
        column: string;
        atLeast: number;
        onFailure: 'stop' | 'quarantine' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'freshness';
        column: string;
        atMost: number;
        unit: 'hours' | 'days';
        onFailure: 'stop' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'pattern';
        column: string;
        regex: string;
        onFailure: 'stop' | 'quarantine' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'range';
        column: string;
        onFailure: 'stop' | 'quarantine' | 'warn';
        min?: string | undefined;
        max?: string | undefined;
        name?: string | undefined;
      }
    | {
        kind: 'referential';
        column: string;
        source: string;
        sourceColumn: string;
        onFailure: 'stop' | 'quarantine' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'rowCount';
        onFailure: 'stop' | 'warn';
        min?: number | undefined;
        max?: number | undefined;
        name?: string | undefined;
      }
    | {
        kind: 'rowCountChange';
        percent: number;
        last: number;
        onFailure: 'stop' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'sql';
        condition: string;
        onFailure: 'stop' | 'quarantine' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'unique';
        columns: string[];
        onFailure: 'stop' | 'warn';
        name?: string | undefined;
      }
    | {
        kind: 'values';
        column: string;
        values: string[];
        onFailure: 'stop' | 'quarantine' | 'warn';
        name?: string | undefined;
      }
  )[];
  output: {
    partitionBy: string[];
    whenEmpty: 'fail' | 'load';
    fileSizeMb?: number | undefined;
  };
  catalog: {
    tables: 'declared' | 'crawled';
    crawler?:
      | {
          onChange: 'update' | 'log';
          onDelete: 'log' | 'remove' | 'deprecate';
          recrawl: 'all' | 'newFolders';
        }
      | undefined;
  };
  warehouse: {
    database: string;
    schema: string;
    table: string;
    evolution: 'fail' | 'add-columns' | 'replace';
    load: {
      mode: 'replace' | 'append' | 'merge' | 'history';
      keys?: string[] | undefined;
      changedAt?: string | undefined;
    };
    shared?: string | undefined;
    existing?:
      | {
          copyRole: string;
          adminSecret: string;
          workgroup?: string | undefined;
          workgroupArn?: string | undefined;
          cluster?: string | undefined;
        }
      | undefined;
    network?: { subnets: string[]; securityGroups: string[] } | undefined;
    capacity?: { base: number; max: number } | undefined;
    distribution?:
      | { style: 'key' | 'all' | 'auto' | 'even'; column?: string | undefined }
      | undefined;
    sortBy?: string[] | undefined;
    grants?: { to: 'role' | 'user' | 'group'; name: string }[] | undefined;
  };
  compute: {
    engine: 'spark' | 'duckdb' | 'auto';
    glueVersion: '5.0' | '5.1';
    workerType:
      | 'G.1X'
      | 'G.2X'
      | 'G.4X'
      | 'G.8X'
      | 'G.12X'
      | 'G.16X'
      | 'R.1X'
      | 'R.2X'
      | 'R.4X'
      | 'R.8X';
    workers: number;
    autoScaling: boolean;
    executionClass: 'STANDARD' | 'FLEX';
    timeoutMinutes: number;
    maxRetries: number;
    jobQueuing: boolean;
    sparkConf?: Record<string, string> | undefined;
  };
  start?:
    | {
        cron?: string | undefined;
        onNewFiles?:
          | { sources: string[]; batchSize: number; batchWindow: number }
          | undefined;
        after?: string | undefined;
        condition?:
          | {
              newFiles?: number | undefined;
              newPartitions?: number | undefined;
            }
          | undefined;
      }
    | undefined;
  promises?:
    | {
        by?: { time: string; timezone: string } | undefined;
        every?: { hours: number } | undefined;
        freshHours?: number | undefined;
        longestMinutes?: number | undefined;
      }
    | undefined;
  alerts?:
    | {
        emails?: string[] | undefined;
        slackSecret?: string | undefined;
        topicArn?: string | undefined;
        dpuHours?: number | undefined;
      }
    | undefined;
  defaultRunProperties?: Record<string, string> | undefined;
};

/** `warehouse.yaml` of a shared warehouse with its defaults filled in. */
export type SharedWarehouse = {
  apiVersion: 'glue-pipelines.io/warehouse/v1';
  name: string;
  description: string;
  owner: string;
  tags: string[];
  capacity: { base: number; max: number };
  network?: { subnets: string[]; securityGroups: string[] } | undefined;
};

/** Thrown for what is not valid. Its message lists every problem, one a line, each with its field. */
export declare class InvalidPipelineError extends Error {
  readonly problems: { field: string; message: string }[];
}

/**
 * Checks a pipeline and fills in its defaults.
 *
 * @param input - the content of `pipeline.yaml`, parsed; it is not changed
 * @throws InvalidPipelineError
 */
export declare function parsePipeline(input: unknown): Pipeline;

/**
 * Checks a shared warehouse and fills in its defaults.
 *
 * @param input - the content of `warehouse.yaml`, parsed; it is not changed
 * @throws InvalidPipelineError
 */
export declare function parseSharedWarehouse(input: unknown): SharedWarehouse;

/** The capacity of a warehouse of the pipeline's own, unless it says otherwise. */
export declare const DEFAULT_CAPACITY: { base: number; max: number };

/** The warehouse that a pipeline loads, by its own name; that is the pipeline's where it brings one. */
export declare function warehouseOf(
  pipeline: Pick<Pipeline, 'name' | 'warehouse'>,
): {
  kind: 'workgroup' | 'cluster';
  name: string;
};

/**
 * The rules of the result as a ruleset of Glue Data Quality, in DQDL; `undefined` where none can
 * be said. `unsaid` has the indexes of those that cannot.
 */
export declare function dataQualityRuleset(
  pipeline: Pick<Pipeline, 'sources' | 'transform' | 'quality'>,
): { ruleset: string | undefined; unsaid: number[] };

/**
 * The files that the steps `script` of a pipeline need, by their paths in its repository: a
 * function each, ready to run, and its test.
 */
export declare function scriptFiles(
  pipeline: Pick<Pipeline, 'sources' | 'transform'>,
): Record<string, string>;

/** What `estimateCost` assumes unless told otherwise: minutes, and US dollars an hour. */
export declare const COST_ASSUMPTIONS: CostAssumptions;

export interface CostAssumptions {
  prepareMinutes: number;
  transformMinutes: number;
  loadMinutes: number;
  /** Default: as the schedule says, else one run a day. */
  runsPerMonth?: number;
  prices: { dpuHour: number; flexDpuHour: number; rpuHour: number };
}

/** Amounts of US dollars, and the parts of a run that they are made of. */
export interface CostEstimate {
  items: {
    what: string;
    amount: number;
    unit: string;
    usd: number;
    reason: string;
  }[];
  perRun: number;
  runsPerMonth: number;
  runsReason: string;
  perMonth: number;
}

/** About what a pipeline costs. */
export declare function estimateCost(
  pipeline: Pipeline,
  assumptions?: CostAssumptions,
): CostEstimate;

/** An estimate in words, a line each. */
export declare function costWords(estimate: CostEstimate): string[];

/** A contract of Open Data Contract Standard v3, as far as changes of it are told. */
export interface DataContract {
  servers: { server: string; database: string; schema: string }[];
  schema: {
    physicalName: string;
    properties: {
      name: string;
      logicalType?: string;
      physicalType?: string;
      required: boolean;
    }[];
  }[];
}

/** A pipeline as a flowchart of Mermaid. */
export declare function pipelineDiagram(pipeline: Pipeline): string;

/** The contract of the table that a pipeline loads. */
export declare function dataContract(pipeline: Pipeline): DataContract;

/** What became of a column between two versions of a contract. */
export interface ContractChange {
  column: string;
  kind: 'removed' | 'retyped' | 'narrowed' | 'widened' | 'optional' | 'added';
  /** Whether it may break those who read the table. */
  breaks: boolean;
  words: string;
}

/** What changes for those who read the table, the breaking first. */
export declare function contractChanges(
  before: DataContract,
  after: DataContract,
): ContractChange[];

/** The changes as Markdown, for a comment on a pull request. */
export declare function contractMarkdown(changes: ContractChange[]): string;

/** Where the sample of a source lies: a JSON object a line, by the names of its columns. */
export declare function sampleFile(source: string): string;

/** The bucket that the samples of a pipeline are put into. */
export declare function sampleBucket(pipeline: Pick<Pipeline, 'name'>): string;

/** The pipeline as it runs on one machine: with a warehouse of its own, started by hand. */
export declare function localPipeline(pipeline: Pipeline): Pipeline;

/** The same on the sample of each source, where rules keep no row back. */
export declare function samplePipeline(pipeline: Pipeline): Pipeline;

/** Thrown for a range that is none; `field` is which of its fields is wrong. */
export declare class InvalidRangeError extends Error {
  readonly field: 'from' | 'to' | undefined;
}

/**
 * The hours, days or months from one date to another, both included, in UTC.
 *
 * @throws InvalidRangeError
 */
export declare function rangeValues(range: {
  from: string;
  to: string;
  every: 'hour' | 'day' | 'month';
}): string[];

/** What computes the rows of a pipeline, and why. */
export declare function engineOf(
  pipeline: Pick<
    Pipeline,
    'sources' | 'transform' | 'quality' | 'output' | 'compute'
  >,
): { engine: 'spark' | 'duckdb'; reason: string };

/** The schedule of a start trigger that is never to fire by itself. */
export declare const NEVER: 'cron(0 0 1 1 ? 2199)';

/** Splits `s3://bucket/key`; the key of a folder ends in `/`. */
export declare function parseS3Uri(uri: string): {
  bucket: string;
  key: string;
};
