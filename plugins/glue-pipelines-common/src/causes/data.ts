import { CauseText, documents, KnownRule } from './Cause';
import { CauseTitle } from './texts';

/** By the condition of Spark's error. */
const TITLES_OF_VALUES = new Map<string, CauseTitle>([
  ['DIVIDE_BY_ZERO', 'value-invalid-zero'],
  ['ARITHMETIC_OVERFLOW', 'value-invalid-overflow'],
]);

/** What was read, and what it was taken for. */
export const DATA: readonly KnownRule[] = [
  {
    id: 'quality',
    patterns: [
      // What the jobs say of a result that does not meet its rules; the first rule is told.
      /QualityError: quality\[\d+\] \(([^\n]{1,320}?)\): ([^;\n]+); /,
    ],
    explain: ([, rule, found]) => ({ values: { rule, found } }),
  },
  {
    id: 'pipeline',
    patterns: [
      // The jobs say what is wrong, then what to do; Glue adds the file and the line.
      /(?:PipelineError|PrepareError|SourceError|ResultError): ((?:sources|transform|quality|output|catalog|warehouse)[^:]*): ([^;\n]+?)(?:; ([^\n]+?))?(?: \([\w.-]+\.py, line \d+\))?(?:\n|$)/,
    ],
    explain: ([, field, problem, advice]) => ({
      values: {
        field,
        problem,
        ...(advice && {
          advice: `${advice[0].toUpperCase()}${advice.slice(1)}`,
        }),
      },
      ...(advice && { remedy: 'pipeline-advice' as const }),
    }),
  },
  {
    id: 'source-changed',
    patterns: [/SourceError: (s3:\/\/\S+): changed while it was read/],
    explain: ([, file]) => ({ values: { file } }),
  },
  {
    id: 'source-rewritten',
    patterns: [/SourceError: (s3:\/\/\S+): was rewritten after its rows were/],
    explain: ([, file]) => ({ values: { file } }),
  },
  {
    id: 'missing-column',
    patterns: [
      /\[UNRESOLVED_COLUMN[^\]]*\] A column[^`]*`([^`]+)`/,
      /cannot resolve '`?([^'`]+)`?'/,
      /KeyError: '([^']+)'/,
      /no column ([^;\n]+); (?:the|its) columns/,
    ],
    explain: ([, column]) => ({ values: { column } }),
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
    explain: ([, first, column]): Partial<CauseText> => {
      if (column !== undefined) {
        return {
          title: 'schema-changed-file',
          values: { file: first, column },
        };
      }
      return first
        ? { title: 'schema-changed-columns', values: { columns: first } }
        : {};
    },
  },
  {
    id: 'table-not-found',
    patterns: [
      /\[TABLE_OR_VIEW_NOT_FOUND\][^`]*(`[^`]+`(?:\.`[^`]+`)*)/,
      /(?:EntityNotFoundException)[^\n]*?(?:Table|Database) (\S+) (?:is )?not found/i,
      /relation "([\w.]+)" does not exist/,
      /Table or view not found: (\S+?);?(?:\s|$)/,
    ],
    explain: ([, table]) => ({ values: { table: table.replace(/`/g, '') } }),
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
    explain: ([, path]) =>
      path ? { title: 'source-missing-path', values: { path } } : {},
  },
  {
    id: 'source-empty',
    patterns: [
      /Unable to infer schema for (?:Parquet|JSON|CSV|ORC|AVRO)/i,
      /holds no data; check the URI/,
      /no row is left, so nothing is loaded/,
      /EmptyDataError: No columns to parse from file/,
    ],
  },
  {
    id: 'value-invalid',
    patterns: [
      /\[(CAST_INVALID_INPUT|CANNOT_PARSE_TIMESTAMP|CAST_OVERFLOW|NUMERIC_VALUE_OUT_OF_RANGE)/,
      /\[(DIVIDE_BY_ZERO)\]/,
      /\[(ARITHMETIC_OVERFLOW)\]/,
      /NumberFormatException: For input string/,
    ],
    explain: ([, kind]) => ({ title: TITLES_OF_VALUES.get(kind) }),
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
  },
  {
    id: 'bookmark',
    patterns: [
      /VersionMismatchException/,
      /Continuation update failed due to version mismatch/i,
    ],
    documentation: documents.bookmarks,
  },
];
