import { CauseRule, documents } from './Cause';

/** What is written: the warehouse, and tables of open formats. */
export const TABLES: readonly CauseRule[] = [
  {
    id: 'load-errors',
    patterns: [
      /Load into table '([\w.]+)' failed/i,
      /stl_load_errors|sys_load_error_detail/i,
      /Spectrum Scan Error/i,
    ],
    explain: ([, table]) => ({
      title: `Redshift could not load a value${table ? ` into ${table}` : ''}.`,
      remedy:
        'Ask the warehouse for the file, line and column: SELECT * FROM sys_load_error_detail ORDER BY start_time DESC LIMIT 10. Then correct the value, or the type of the column.',
    }),
    documentation: documents.loads,
  },
  {
    id: 'value-too-long',
    patterns: [
      /value too long for type ([\w ]+\(\d+\))/i,
      /column (\w+) has a text of \d+ bytes/,
      /String length exceeds DDL length/i,
    ],
    explain: ([, type]) => ({
      title: `A text is longer than its column can hold${type ? ` (${type})` : ''}.`,
      remedy:
        'Make the column longer (at most VARCHAR(65535), counted in bytes), or shorten the text before it is loaded.',
    }),
    documentation: documents.loads,
  },
  {
    id: 'serializable',
    patterns: [/Serializable isolation violation on table/i],
    explain: () => ({
      title: 'Another transaction changed the same table at the same time.',
      remedy:
        'Start the run again. If it repeats, let the writers run one after the other, or use snapshot isolation for the database.',
    }),
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
    explain: ([, table]) => ({
      title: `Another writer changed ${table ?? 'the table'} first.`,
      remedy:
        'Start the run again: nothing of this write is in the table. If it repeats, let writers run one after the other, or write to different partitions.',
    }),
    documentation: documents.iceberg,
  },
  {
    id: 'warehouse-paused',
    patterns: [
      /cluster .*(?:is )?(?:paused|pausing|resuming)/i,
      /workgroup .* (?:is )?not available/i,
    ],
    explain: () => ({
      title: 'The warehouse is paused or not available.',
      remedy: 'Resume it, wait until it is available, and start the run again.',
    }),
  },
  {
    id: 'foreign-table',
    patterns: [
      /(\S+) exists and (?:belongs to the pipeline \S+|was not made by this pipeline)/,
    ],
    explain: ([, table]) => ({
      title: `The table ${table} belongs to somebody else.`,
      remedy:
        'Give warehouse.table or warehouse.schema another name, or have the owner of the table hand it over; the error has the statement.',
    }),
  },
];
