import type { Columns } from '../columns/Columns';
import { resultColumns, sourceColumns } from '../columns/resultColumns';
import { plainType } from '../columns/rowTypes';
import { enginesOf } from '../expressions/engines';
import { parseExpression } from '../expressions/parseExpression';
import { ExpressionError } from '../expressions/tokenize';
import type { PipelineDraft } from '../pipelineFields';
import { stepsOnRows, type StepOnRows } from '../transforms/steps';

/** Something of a pipeline that only Spark does. */
export interface SparkNeed {
  /** The path of its field. */
  path: (string | number)[];
  /** What it is, as part of a sentence. */
  what: string;
}

type Source = PipelineDraft['sources'][number];
type Column = Pick<
  NonNullable<Source['columns']>[number],
  'type' | 'format' | 'zone'
>;

/** Letters that are always as many digits, and what may stand between them. */
const FIXED_DIGITS = /^(?:yyyy|MM|dd|HH|mm|ss|'[^']*'|[^A-Za-z'[\]#{}])+$/;

function isFixed(format: string): boolean {
  const letters: string[] =
    format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? [];
  return (
    FIXED_DIGITS.test(format) &&
    ['yyyy', 'MM', 'dd'].every(part => letters.includes(part)) &&
    new Set(letters).size === letters.length
  );
}

/** How a column is written that DuckDB does not read as Spark does. */
function ofColumn(
  { type, format, zone }: Column,
  path: SparkNeed['path'],
): SparkNeed[] {
  const needs: SparkNeed[] = [];
  if (type === 'timestamp' && zone !== undefined && zone !== 'UTC') {
    needs.push({ path: [...path, 'zone'], what: `times of ${zone}` });
  }
  if (
    (type === 'timestamp' || type === 'date') &&
    format !== undefined &&
    !isFixed(format)
  ) {
    needs.push({ path: [...path, 'format'], what: `dates written ${format}` });
  }
  return needs;
}

/** What sources are that name no files. */
const OTHER_SOURCES: Partial<Record<Source['format'], string>> = {
  table: 'a table of the catalog',
  jdbc: 'a database',
};

function ofSource(source: Source, index: number): SparkNeed[] {
  const { uri, format, csv, json, columns = [] } = source;
  const at = (...path: string[]) => ['sources', index, ...path];
  const needs: SparkNeed[] = [];
  if (!['csv', 'json', 'parquet'].includes(format)) {
    needs.push({
      path: at('format'),
      what: OTHER_SOURCES[format] ?? `files of ${format}`,
    });
  }
  if (uri?.endsWith('.bz2')) {
    needs.push({ path: at('uri'), what: 'files compressed by bzip2' });
  }
  if (source.incremental === 'watermark') {
    needs.push({ path: at('incremental'), what: 'rows new by a watermark' });
  }
  if (source.incremental === 'partitions') {
    needs.push({ path: at('incremental'), what: 'new partitions' });
  }
  if (csv?.multiLine) {
    needs.push({
      path: at('csv', 'multiLine'),
      what: 'line breaks within values',
    });
  }
  if (csv?.escape === 'backslash') {
    needs.push({
      path: at('csv', 'escape'),
      what: 'backslashes before quotes',
    });
  }
  if (json) {
    needs.push({ path: at('json'), what: 'JSON that is one document' });
  }
  columns.forEach((column, position) =>
    needs.push(...ofColumn(column, [...at('columns'), position])),
  );
  return needs;
}

const ofExpression = (expression: string, path: SparkNeed['path']) => {
  try {
    return parseExpression(expression)
      .uses.filter(use => !enginesOf(use).includes('duckdb'))
      .map(use => ({
        path,
        what: /^\w/.test(use)
          ? `the function or operator ${use}`
          : `the operator ${use}`,
      }));
  } catch (error) {
    // What is no expression has been said where the field was read.
    if (error instanceof ExpressionError) {
      return [];
    }
    throw error;
  }
};

function ofStep(
  { step, engines, rows, expressions, measures }: StepOnRows,
  index: number,
): SparkNeed[] {
  const at = (path: SparkNeed['path']) => ['transform', index, ...path];
  if (!engines.includes('duckdb')) {
    return [{ path: at(['kind']), what: `the step ${step.kind}` }];
  }
  return [
    ...expressions.flatMap(({ expression, path }) =>
      ofExpression(expression, at(path)),
    ),
    ...measures
      .filter(
        ({ measure: { function: name, column } }) =>
          (name === 'sum' || name === 'avg') &&
          plainType(rows?.get(column ?? '')) === 'double',
      )
      .map(({ measure, path }) => ({
        path: at(path),
        // Rounding hangs on the order in which an engine adds.
        what: `${measure.function} of a double`,
      })),
    ...(step.kind === 'cast'
      ? step.columns.flatMap((column, position) =>
          ofColumn(column, at(['columns', position])),
        )
      : []),
  ];
}

function ofResult(
  { output }: Pick<PipelineDraft, 'output'>,
  result: Columns | undefined,
): SparkNeed[] {
  const moments = [...(result ?? [])]
    .filter(([, type]) => type === 'timestamp')
    .map(([name]) => ({
      path: ['transform'],
      what: `a result with the timestamp ${name}`,
    }));
  const doubles = output.partitionBy
    .map((name, index) => ({ name, path: ['output', 'partitionBy', index] }))
    .filter(({ name }) => result?.get(name) === 'double')
    .map(({ path }) => ({ path, what: 'folders of a double' }));
  const sizes =
    output.fileSizeMb === undefined
      ? []
      : [{ path: ['output', 'fileSizeMb'], what: 'files of a size' }];
  return [...moments, ...doubles, ...sizes];
}

/**
 * What of a pipeline only Spark does, as far as `pipeline.yaml` tells. A run
 * on DuckDB finds out the rest, and leaves itself to Spark.
 */
export function sparkNeeds(
  pipeline: Pick<PipelineDraft, 'sources' | 'transform' | 'quality' | 'output'>,
): SparkNeed[] {
  const { sources, transform, quality } = pipeline;
  const source = sourceColumns(sources);
  return [
    ...sources.flatMap(ofSource),
    ...stepsOnRows(transform, source(sources[0].name), source).flatMap(ofStep),
    ...(quality.length > 0
      ? [{ path: ['quality'], what: 'rules of quality' }]
      : []),
    ...ofResult(
      pipeline,
      resultColumns(pipeline, () => {}),
    ),
  ];
}
