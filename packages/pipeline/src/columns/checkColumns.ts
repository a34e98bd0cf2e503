import type { Report } from '../report';
import { parseExpression } from '../expressions/parseExpression';
import { ExpressionError } from '../expressions/tokenize';
import { nearest } from '../expressions/nearest';
import type { Pipeline, PipelineDraft } from '../pipelineFields';
import type { ColumnType } from './columnFields';

/**
 * Columns by their names, in order. The type is `undefined` where only a run
 * can tell it, as of an expression.
 */
export type Columns = ReadonlyMap<string, ColumnType | undefined>;

type Join = Pipeline['transform']['joins'][number];
type Aggregate = NonNullable<Pipeline['transform']['aggregate']>;
type Path = (string | number)[];

const NUMBERS: readonly (ColumnType | undefined)[] = [
  'int',
  'bigint',
  'double',
  'decimal',
];

const listed = (columns: Columns) => [...columns.keys()].join(', ');

/**
 * The columns after a join, named as the transform job names them: a key of
 * the joined source that has its partner's name is dropped, any other column
 * whose name is taken becomes `<source>_<column>`.
 *
 * @returns the columns and, if the join makes a name twice, that name
 */
export function joinedColumns(
  rows: Columns,
  other: Columns,
  { source, keys }: Pick<Join, 'source' | 'keys'>,
): { columns: Columns; clash?: string } {
  const redundant = new Set(
    keys.filter(({ left, right }) => left === right).map(key => key.right),
  );
  const columns = new Map(rows);
  let clash: string | undefined;
  for (const [name, type] of other) {
    if (!redundant.has(name)) {
      const renamed = rows.has(name) ? `${source}_${name}` : name;
      clash ??= columns.has(renamed) ? renamed : undefined;
      columns.set(renamed, type);
    }
  }
  return { columns, ...(clash === undefined ? {} : { clash }) };
}

/** Says which column is missing, and which may have been meant. */
function expectColumn(
  path: Path,
  name: string,
  columns: Columns,
  where: string,
  report: Report,
): boolean {
  if (columns.has(name)) {
    return true;
  }
  const near = nearest(name, [...columns.keys()]);
  report(
    path,
    `${where} have no column "${name}": use ${
      near === undefined ? '' : `"${near}", or another `
    }one of ${listed(columns)}`,
  );
  return false;
}

function checkExpression(
  path: Path,
  text: string,
  columns: Columns,
  where: string,
  report: Report,
) {
  const named = new Map([...columns].map(([name]) => [name, undefined]));
  try {
    for (const name of parseExpression(text).columns) {
      // Spark tells names apart without their case.
      expectColumn(path, name.toLowerCase(), named, where, report);
    }
  } catch (error) {
    // What is no expression has been said where the field was read.
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
  }
}

/** Whether values of two types can be equal without one of them being changed first. */
const comparable = (a: ColumnType | undefined, b: ColumnType | undefined) =>
  a === undefined ||
  b === undefined ||
  a === b ||
  (NUMBERS.includes(a) && NUMBERS.includes(b));

function checkJoin(
  join: Join,
  path: Path,
  rows: Columns,
  other: Columns,
  report: Report,
) {
  join.keys.forEach(({ left, right }, index) => {
    const key = [...path, 'keys', index];
    const known = [
      expectColumn([...key, 'left'], left, rows, 'the rows so far', report),
      expectColumn(
        [...key, 'right'],
        right,
        other,
        `the rows of ${join.source}`,
        report,
      ),
    ];
    const types = [rows.get(left), other.get(right)] as const;
    if (known.every(Boolean) && !comparable(...types)) {
      report(
        key,
        `compares "${left}", a ${types[0]}, with "${right}", a ${types[1]}: give both columns one type in sources`,
      );
    }
  });
}

/** The columns after all joins; `undefined` where a source's columns are not known. */
function columnsAfterJoins(
  { sources, transform }: PipelineDraft,
  report: Report,
): Columns | undefined {
  const bySource = new Map(
    sources.map(({ name, columns }) => [
      name,
      columns &&
        new Map(columns.map(column => [column.name, column.type] as const)),
    ]),
  );
  let rows: Columns | undefined = bySource.get(sources[0].name);
  transform.joins.forEach((join, index) => {
    const other = bySource.get(join.source);
    if (!rows || !other) {
      rows = undefined;
      return;
    }
    const path = ['transform', 'joins', index];
    checkJoin(join, path, rows, other, report);
    const { columns, clash } = joinedColumns(rows, other, join);
    if (clash !== undefined) {
      report(
        [...path, 'source'],
        `"${join.source}" brings a second column "${clash}": name the source otherwise`,
      );
    }
    rows = columns;
  });
  return rows;
}

const JOINED = 'the joined rows';

function checkAggregate(
  { groupBy, measures }: Aggregate,
  rows: Columns,
  report: Report,
) {
  const path = ['transform', 'aggregate'];
  groupBy.forEach(({ column, expression }, index) => {
    if (column !== undefined) {
      expectColumn(
        [...path, 'groupBy', index, 'column'],
        column,
        rows,
        JOINED,
        report,
      );
    }
    if (expression !== undefined) {
      checkExpression(
        [...path, 'groupBy', index, 'expression'],
        expression,
        rows,
        JOINED,
        report,
      );
    }
  });
  measures.forEach(({ function: name, column }, index) => {
    const field = [...path, 'measures', index, 'column'];
    if (
      column !== undefined &&
      expectColumn(field, column, rows, JOINED, report) &&
      (name === 'sum' || name === 'avg') &&
      rows.get(column) !== undefined &&
      !NUMBERS.includes(rows.get(column))
    ) {
      report(
        field,
        `"${column}" is a ${rows.get(column)}, and ${name} needs a number: give the column the type of a number in sources, or choose another function`,
      );
    }
  });
}

/** The columns that an aggregate makes. */
const aggregated = ({ groupBy, measures }: Aggregate): Columns =>
  new Map([
    ...groupBy.map(
      ({ column, as }) => [as ?? column ?? '', undefined] as const,
    ),
    ...measures.map(({ as }) => [as, undefined] as const),
  ]);

/** Checks every column that a pipeline names against the columns there are at that place. */
export function checkColumns(pipeline: PipelineDraft, report: Report) {
  const { transform, output } = pipeline;
  const joined = columnsAfterJoins(pipeline, report);
  if (joined) {
    if (transform.filter !== undefined) {
      checkExpression(
        ['transform', 'filter'],
        transform.filter,
        joined,
        JOINED,
        report,
      );
    }
    for (const field of ['required', 'deduplicateBy'] as const) {
      transform[field].forEach((name, index) =>
        expectColumn(['transform', field, index], name, joined, JOINED, report),
      );
    }
    if (transform.aggregate) {
      checkAggregate(transform.aggregate, joined, report);
    }
  }
  const rows = transform.aggregate ? aggregated(transform.aggregate) : joined;
  const where = transform.aggregate ? 'the aggregated rows' : JOINED;
  if (rows) {
    transform.select?.forEach((name, index) =>
      expectColumn(['transform', 'select', index], name, rows, where, report),
    );
  }
  const result =
    transform.select && rows
      ? new Map(transform.select.map(name => [name, undefined]))
      : rows;
  if (result) {
    checkPartitions(output.partitionBy, result, report);
  }
}

function checkPartitions(
  partitionBy: string[],
  result: Columns,
  report: Report,
) {
  const path = ['output', 'partitionBy'];
  partitionBy.forEach((name, index) =>
    expectColumn([...path, index], name, result, 'the resulting rows', report),
  );
  if ([...result.keys()].every(name => partitionBy.includes(name))) {
    report(
      path,
      'names every column of the result, which leaves nothing for the files: leave out at least one',
    );
  }
}
