import type { z } from 'zod';
import { WORKER_TYPES } from './compute';
import type { Pipeline } from './pipelineFields';

/** Values that occur a second time, with their positions. */
function repeated(values: string[]): { value: string; index: number }[] {
  return values
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => values.indexOf(value) < index);
}

type Report = (path: (string | number)[], message: string) => void;

function checkSources({ sources }: Pipeline, report: Report) {
  for (const { value, index } of repeated(sources.map(({ name }) => name))) {
    report(
      ['sources', index, 'name'],
      `"${value}" is used by two sources: give each its own name`,
    );
  }
  sources.forEach(({ format, csv }, index) => {
    if (csv && format !== 'csv') {
      report(
        ['sources', index, 'csv'],
        `is only for the format csv, and the format is ${format}: remove it`,
      );
    }
  });
}

function checkJoins({ sources, transform }: Pipeline, report: Report) {
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

function checkAggregate({ transform }: Pipeline, report: Report) {
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
    } else if (column !== undefined && as !== undefined) {
      report(
        [...path, 'as'],
        'is only for expressions: remove it, or give the column as an expression',
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

/** The columns of the result, where the pipeline alone says them. */
export function declaredColumns({
  transform: { select, aggregate },
}: Pipeline): string[] | undefined {
  if (select) {
    return select;
  }
  return (
    aggregate && [
      ...aggregate.groupBy.map(({ column, as }) => as ?? column ?? ''),
      ...aggregate.measures.map(({ as }) => as),
    ]
  );
}

function checkColumnLists(pipeline: Pipeline, report: Report) {
  const { transform, output } = pipeline;
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
  const available = declaredColumns({
    ...pipeline,
    transform: { ...transform, select: undefined },
  });
  transform.select?.forEach((name, index) => {
    if (available && !available.includes(name)) {
      report(
        ['transform', 'select', index],
        `"${name}" is not a column of the aggregate: use one of ${available.join(
          ', ',
        )}`,
      );
    }
  });
  const result = declaredColumns(pipeline);
  output.partitionBy.forEach((name, index) => {
    if (result && !result.includes(name)) {
      report(
        ['output', 'partitionBy', index],
        `"${name}" is not a column of the result: use one of ${result.join(
          ', ',
        )}`,
      );
    }
  });
  if (
    result?.length &&
    result.every(name => output.partitionBy.includes(name))
  ) {
    report(
      ['output', 'partitionBy'],
      'names every column of the result, which leaves nothing for the files: leave out at least one',
    );
  }
}

function checkCompute({ compute }: Pipeline, report: Report) {
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
  pipeline: Pipeline,
  context: z.RefinementCtx<Pipeline>,
): void {
  const report: Report = (path, message) =>
    context.addIssue({ code: 'custom', path, message });
  checkSources(pipeline, report);
  checkJoins(pipeline, report);
  checkAggregate(pipeline, report);
  checkColumnLists(pipeline, report);
  checkCompute(pipeline, report);
}
