import { parseExpression } from '../expressions/parseExpression';
import { ExpressionError } from '../expressions/tokenize';
import type { PipelineDraft } from '../pipelineFields';

function columnsOf(expression: string | undefined): string[] {
  if (expression === undefined) {
    return [];
  }
  try {
    return parseExpression(expression).columns.map(name => name.toLowerCase());
  } catch (error) {
    if (error instanceof ExpressionError) {
      return [];
    }
    throw error;
  }
}

/**
 * Every column that a pipeline names somewhere, whatever source it is of. After
 * a join it may be named `<source>_<column>`.
 */
export function namedColumns({
  transform,
  output,
}: Pick<PipelineDraft, 'transform' | 'output'>): Set<string> {
  const { joins, filter, required, deduplicateBy, aggregate, select } =
    transform;
  return new Set([
    ...joins.flatMap(({ keys }) =>
      keys.flatMap(({ left, right }) => [left, right]),
    ),
    ...columnsOf(filter),
    ...required,
    ...deduplicateBy,
    ...(aggregate?.groupBy ?? []).flatMap(({ column, expression }) => [
      ...(column === undefined ? [] : [column]),
      ...columnsOf(expression),
    ]),
    ...(aggregate?.measures ?? []).flatMap(({ column }) =>
      column === undefined ? [] : [column],
    ),
    ...(select ?? []),
    ...output.partitionBy,
  ]);
}
