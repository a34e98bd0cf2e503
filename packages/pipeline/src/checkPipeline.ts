import type { z } from 'zod';
import { WORKER_TYPES } from './compute';
import { checkColumns } from './columns/checkColumns';
import { checkSourceColumn } from './columns/columnFields';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';

/** Values that occur a second time, with their positions. */
function repeated(values: string[]): { value: string; index: number }[] {
  return values
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => values.indexOf(value) < index);
}

function checkSources({ sources }: PipelineDraft, report: Report) {
  for (const { value, index } of repeated(sources.map(({ name }) => name))) {
    report(
      ['sources', index, 'name'],
      `"${value}" is used by two sources: give each its own name`,
    );
  }
  sources.forEach((source, index) => {
    const at: Report = (path, message) =>
      report(['sources', index, ...path], message);
    const { format, csv } = source;
    if (csv && format !== 'csv') {
      at(
        ['csv'],
        `is only for the format csv, and the format is ${format}: remove it`,
      );
    }
    if (csv && csv.quote === 'none' && csv.multiLine) {
      at(
        ['csv', 'multiLine'],
        'needs quotes, and csv.quote is none: without them a line break ends a row',
      );
    }
    checkSourceColumns(source, at);
  });
}

function checkSourceColumns(
  { format, columns = [] }: PipelineDraft['sources'][number],
  report: Report,
) {
  for (const { value, index } of repeated(columns.map(({ name }) => name))) {
    report(
      ['columns', index, 'name'],
      `"${value}" occurs twice: remove one, or give the file other names`,
    );
  }
  columns.forEach((column, index) => {
    if (column.key !== undefined && format !== 'json') {
      report(
        ['columns', index, 'key'],
        `is only for the format json, and the format is ${format}: remove it`,
      );
    }
    checkSourceColumn(column, (path, message) =>
      report(['columns', index, ...path], message),
    );
  });
}

function checkJoins({ sources, transform }: PipelineDraft, report: Report) {
  const [first, ...others] = sources.map(({ name }) => name);
  if (others.includes(first) || repeated(others).length > 0) {
    // Which source a join means cannot be told before the names differ.
    return;
  }
  const joined = transform.joins.map(join => join.source);
  joined.forEach((name, index) => {
    const path = ['transform', 'joins', index, 'source'];
    if (name === first) {
      report(
        path,
        `"${name}" is the first source, which the others are joined onto: name another source`,
      );
    } else if (!others.includes(name)) {
      report(
        path,
        `no source is named "${name}": use one of ${
          others.join(', ') || '(there is only one source: remove the join)'
        }`,
      );
    } else if (joined.indexOf(name) < index) {
      report(path, `"${name}" is joined twice: join each source once`);
    }
  });
  const missing = others.filter(name => !joined.includes(name));
  if (missing.length > 0) {
    report(
      ['transform', 'joins'],
      `does not join ${missing.join(
        ', ',
      )}: add a join with its keys, or remove the source`,
    );
  }
}

function checkAggregate({ transform }: PipelineDraft, report: Report) {
  const { aggregate } = transform;
  if (!aggregate) {
    return;
  }
  aggregate.groupBy.forEach(({ column, expression, as }, index) => {
    const path = ['transform', 'aggregate', 'groupBy', index];
    if ((column === undefined) === (expression === undefined)) {
      report(path, 'needs either a column or an expression: give one of them');
    } else if (expression !== undefined && as === undefined) {
      report(
        [...path, 'as'],
        'is missing: name the column that the expression makes',
      );
    }
  });
  aggregate.measures.forEach((measure, index) => {
    if (measure.function !== 'count' && measure.column === undefined) {
      report(
        ['transform', 'aggregate', 'measures', index, 'column'],
        `is missing: name the column whose ${measure.function} is computed`,
      );
    }
  });
  const groups = aggregate.groupBy.map(({ column, as }) => as ?? column ?? '');
  const names = [...groups, ...aggregate.measures.map(({ as }) => as)];
  for (const { value, index } of repeated(names)) {
    report(
      index < groups.length
        ? ['transform', 'aggregate', 'groupBy', index]
        : ['transform', 'aggregate', 'measures', index - groups.length, 'as'],
      `makes a second column named "${value}": give each its own name`,
    );
  }
}

function checkColumnLists(
  { transform, output }: PipelineDraft,
  report: Report,
) {
  const lists: [string[], string[] | undefined][] = [
    [['transform', 'required'], transform.required],
    [['transform', 'deduplicateBy'], transform.deduplicateBy],
    [['transform', 'select'], transform.select],
    [['output', 'partitionBy'], output.partitionBy],
  ];
  for (const [path, columns] of lists) {
    for (const { value, index } of repeated(columns ?? [])) {
      report([...path, index], `"${value}" occurs twice: remove one`);
    }
  }
}

function checkCompute({ compute }: PipelineDraft, report: Report) {
  const { maxWorkers } = WORKER_TYPES[compute.workerType];
  if (compute.workers > maxWorkers) {
    report(
      ['compute', 'workers'],
      `is ${compute.workers}, and ${compute.workerType} allows 2 to ${maxWorkers}: use fewer or larger workers`,
    );
  }
}

/** What no single field can tell: how the parts of a pipeline fit together. */
export function checkPipeline(
  pipeline: PipelineDraft,
  context: z.RefinementCtx<unknown>,
): void {
  const report: Report = (path, message) =>
    context.addIssue({ code: 'custom', path, message });
  checkSources(pipeline, report);
  checkJoins(pipeline, report);
  checkAggregate(pipeline, report);
  checkColumnLists(pipeline, report);
  checkCompute(pipeline, report);
  // Which columns there are can be told only where the rest fits together.
  if (context.issues.length === 0) {
    checkColumns(pipeline, report);
  }
}
