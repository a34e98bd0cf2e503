import { documents, KnownRule } from './Cause';

/** What is written: the warehouse, and tables of open formats. */
export const TABLES: readonly KnownRule[] = [
  {
    id: 'load-errors',
    patterns: [
      /Load into table '([\w.]+)' failed/i,
      /stl_load_errors|sys_load_error_detail/i,
      /Spectrum Scan Error/i,
    ],
    explain: ([, table]) =>
      table ? { title: 'load-errors-table', values: { table } } : {},
    documentation: documents.loads,
  },
  {
    id: 'value-too-long',
    patterns: [
      /value too long for type ([\w ]+\(\d+\))/i,
      /column (\w+) has a text of \d+ bytes/,
      /String length exceeds DDL length/i,
    ],
    explain: ([, type]) =>
      type ? { title: 'value-too-long-type', values: { type } } : {},
    documentation: documents.loads,
  },
  {
    id: 'serializable',
    patterns: [/Serializable isolation violation on table/i],
    documentation: documents.serializable,
  },
  {
    id: 'commit-conflict',
    patterns: [
      /Cannot commit (\S+) because Glue detected concurrent update/,
      /CommitFailedException/,
      /ValidationException: Found conflicting files/,
      /Concurrent(?:Append|DeleteRead|DeleteDelete|Transaction|Write)Exception/,
    ],
    explain: ([, table]) =>
      table ? { title: 'commit-conflict-table', values: { table } } : {},
    documentation: documents.iceberg,
  },
  {
    id: 'warehouse-paused',
    patterns: [
      /cluster .*(?:is )?(?:paused|pausing|resuming)/i,
      /workgroup .* (?:is )?not available/i,
    ],
  },
  {
    id: 'foreign-table',
    patterns: [
      /(\S+) exists and (?:belongs to the pipeline \S+|was not made by this pipeline)/,
    ],
    explain: ([, table]) => ({ values: { table } }),
  },
];
