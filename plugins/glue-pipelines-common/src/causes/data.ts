import { CauseRule, documents } from './Cause';

/** What was read, and what it was taken for. */
export const DATA: readonly CauseRule[] = [
  {
    id: 'quality',
    patterns: [
      // What the jobs say of a result that does not meet its rules; the first rule is told.
      /QualityError: quality\[\d+\] \(([^\n]{1,320}?)\): ([^;\n]+); /,
    ],
    explain: ([, rule, found]) => ({
      title: `The result does not meet the rule ${rule}: ${found}.`,
      remedy:
        'Nothing was loaded, and the table keeps its rows. Correct the sources, or the rule in pipeline.yaml, and start a run again.',
    }),
  },
  {
    id: 'pipeline',
    patterns: [
      // The jobs say what is wrong, then what to do; Glue adds the file and the line.
      /(?:PipelineError|PrepareError|SourceError|ResultError): ((?:sources|transform|quality|output|catalog|warehouse)[^:]*): ([^;\n]+?)(?:; ([^\n]+?))?(?: \([\w.-]+\.py, line \d+\))?(?:\n|$)/,
    ],
    explain: ([, field, problem, advice]) => ({
      title: `${field}: ${problem}.`,
      remedy: `${
        advice ? `${advice[0].toUpperCase()}${advice.slice(1)}. ` : ''
      }Correct pipeline.yaml or the files, and start a run again. The table keeps its rows.`,
    }),
  },
  {
    id: 'source-changed',
    patterns: [/SourceError: (s3:\/\/\S+): changed while it was read/],
    explain: ([, file]) => ({
      title: `The file ${file} changed while it was read.`,
      remedy:
        'Start a run again: it reads the file as it is now. If this happens often, let copy: true of the source in pipeline.yaml copy the files first. The table keeps its rows.',
    }),
  },
  {
    id: 'source-rewritten',
    patterns: [/SourceError: (s3:\/\/\S+): was rewritten after its rows were/],
    explain: ([, file]) => ({
      title: `The file ${file} was rewritten after its rows were appended.`,
      remedy:
        'Nobody can tell the rows that it had before from others. Put the old content back and new rows into a file of their own, or set warehouse.load.mode: merge. The table keeps its rows.',
    }),
  },
  {
    id: 'missing-column',
    patterns: [
      /\[UNRESOLVED_COLUMN[^\]]*\] A column[^`]*`([^`]+)`/,
      /cannot resolve '`?([^'`]+)`?'/,
      /KeyError: '([^']+)'/,
      /no column ([^;\n]+); (?:the|its) columns/,
    ],
    explain: ([, column]) => ({
      title: `There is no column ${column}.`,
      remedy:
        'A source lost or renamed it, or the script misspells it: compare with the columns that the error lists, and with the table in the catalog.',
    }),
    documentation: documents.sparkErrors,
  },
  {
    id: 'schema-changed',
    patterns: [
      /Parquet column cannot be converted in file (\S+?)\. Column: \[([^\]]+)\]/,
      /has other columns than the result and keeps its rows: ([^\n.]+)/,
      /HIVE_PARTITION_SCHEMA_MISMATCH/,
      /incompatible Parquet schema for column '?([\w.:/-]+)/,
      /(?:UnsupportedOperationException: org\.apache\.parquet\.column\.values)/,
    ],
    explain: ([, first, second]) => ({
      title:
        second !== undefined
          ? `The file ${first} has another type for ${second} than the table.`
          : `The columns have changed${first ? `: ${first}` : ''}.`,
      remedy:
        'Decide which is right: correct what writes the file, or change the table, by a crawl, a migration or a rename. Files of both kinds cannot be read together.',
    }),
  },
  {
    id: 'table-not-found',
    patterns: [
      /\[TABLE_OR_VIEW_NOT_FOUND\][^`]*(`[^`]+`(?:\.`[^`]+`)*)/,
      /(?:EntityNotFoundException)[^\n]*?(?:Table|Database) (\S+) (?:is )?not found/i,
      /relation "([\w.]+)" does not exist/,
      /Table or view not found: (\S+?);?(?:\s|$)/,
    ],
    explain: ([, table]) => ({
      title: `There is no table ${table.replace(/`/g, '')}.`,
      remedy:
        'Crawl or create it first, or correct its name or database. With Lake Formation a table that the role may not see is missing, too.',
    }),
  },
  {
    id: 'source-missing',
    patterns: [
      /NoSuchBucket/,
      /NoSuchKey/,
      /\[PATH_NOT_FOUND\] Path does not exist: (\S+?)\.?(?:\s|$)/,
      /Path does not exist: (\S+?);?(?:\s|$)/,
      /there is no (?:object|bucket) (\S+?)[;,]/,
    ],
    explain: ([, path]) => ({
      title: `What the job reads is not there${path ? `: ${path}` : ''}.`,
      remedy:
        'Check that it was delivered, and the bucket and path. If it comes later than the run starts, start by event or later.',
    }),
  },
  {
    id: 'source-empty',
    patterns: [
      /Unable to infer schema for (?:Parquet|JSON|CSV|ORC|AVRO)/i,
      /holds no data; check the URI/,
      /no row is left, so nothing is loaded/,
      /EmptyDataError: No columns to parse from file/,
    ],
    explain: () => ({
      title: 'There is nothing to read, or no row is left of it.',
      remedy:
        'Check that the source was delivered and the conditions of filters and joins. With job bookmarks on, files that an earlier run has read are left out.',
    }),
  },
  {
    id: 'value-invalid',
    patterns: [
      /\[(CAST_INVALID_INPUT|CANNOT_PARSE_TIMESTAMP|CAST_OVERFLOW|NUMERIC_VALUE_OUT_OF_RANGE)/,
      /\[(DIVIDE_BY_ZERO)\]/,
      /\[(ARITHMETIC_OVERFLOW)\]/,
      /NumberFormatException: For input string/,
    ],
    explain: ([, kind]) => ({
      title:
        {
          DIVIDE_BY_ZERO: 'A number is divided by zero.',
          ARITHMETIC_OVERFLOW: 'A number became too large for its type.',
        }[kind] ?? 'A value is not of the type that it is taken for.',
      remedy:
        'Correct the source or the expression, or allow for such values: try_cast, try_divide, nullif, a wider type.',
    }),
    documentation: documents.ansi,
  },
  {
    id: 'malformed-records',
    patterns: [
      /Malformed (?:records?|CSV record|JSON)/i,
      /MALFORMED_RECORD_IN_PARSING/,
      /is not a Parquet file/,
      /incorrect header check|Not a gzipped file/i,
    ],
    explain: () => ({
      title: 'A file is broken, or not of the format that it is read as.',
      remedy:
        'Look at the file that the error or the log names; deliver it again, or correct the format, delimiter, quotes or encoding of the source.',
    }),
  },
  {
    id: 'bookmark',
    patterns: [
      /VersionMismatchException/,
      /Continuation update failed due to version mismatch/i,
    ],
    explain: () => ({
      title: 'Two runs of the job updated its bookmark at once.',
      remedy:
        'Let only one run at a time use bookmarks (MaxConcurrentRuns 1), start the run again, and compare rows: files may have been read twice.',
    }),
    documentation: documents.bookmarks,
  },
];
