import type {
  Pipeline,
  PipelineProblem,
} from '@glue-pipelines/pipeline';

/**
 * The crawled columns of each source by its name. A source is absent where its
 * columns could not be read beforehand (say, bzip2): nothing is then said
 * about columns that could come from it.
 */
export type ColumnsBySource = ReadonlyMap<string, readonly string[]>;

type Join = Pipeline['transform']['joins'][number];

/**
 * The columns after a join, named as the transform job names them: a key of
 * the joined source that has its partner's name is dropped, any other column
 * whose name is taken becomes `<source>_<column>`.
 */
export function joinedColumns(
  rows: readonly string[],
  other: readonly string[],
  join: Pick<Join, 'source' | 'keys'>,
): string[] {
  const redundant = new Set(
    join.keys
      .filter(({ left, right }) => left === right)
      .map(({ right }) => right),
  );
  return [
    ...rows,
    ...other
      .filter(name => !redundant.has(name))
      .map(name => (rows.includes(name) ? `${join.source}_${name}` : name)),
  ];
}

/** Checks every column that the pipeline names against the columns there are. */
export function checkColumns(
  pipeline: Pipeline,
  sources: ColumnsBySource,
): PipelineProblem[] {
  const problems: PipelineProblem[] = [];
  const expectColumn = (
    field: string,
    name: string | undefined,
    available: readonly string[] | undefined,
    where: string,
  ) => {
    if (name !== undefined && available && !available.includes(name)) {
      problems.push({
        field,
        message: `${where} have no column "${name}": use one of ${available.join(
          ', ',
        )}`,
      });
    }
  };
  const { transform, output } = pipeline;

  let rows = sources.get(pipeline.sources[0].name);
  transform.joins.forEach((join, index) => {
    const field = `transform.joins[${index}]`;
    const other = sources.get(join.source);
    join.keys.forEach((key, position) => {
      expectColumn(
        `${field}.keys[${position}].left`,
        key.left,
        rows,
        'the rows so far',
      );
      expectColumn(
        `${field}.keys[${position}].right`,
        key.right,
        other,
        `the rows of ${join.source}`,
      );
    });
    const next = rows && other && joinedColumns(rows, other, join);
    const clash = next?.find((name, at) => next.indexOf(name) < at);
    if (clash) {
      problems.push({
        field: `${field}.source`,
        message: `"${join.source}" brings a second column "${clash}": name the source otherwise`,
      });
    }
    rows = next;
  });

  const joined = rows;
  const lists: [string, string[]][] = [
    ['transform.required', transform.required],
    ['transform.deduplicateBy', transform.deduplicateBy],
  ];
  for (const [field, names] of lists) {
    names.forEach((name, index) =>
      expectColumn(`${field}[${index}]`, name, joined, 'the joined rows'),
    );
  }

  const { aggregate } = transform;
  if (aggregate) {
    aggregate.groupBy.forEach(({ column }, index) =>
      expectColumn(
        `transform.aggregate.groupBy[${index}].column`,
        column,
        joined,
        'the joined rows',
      ),
    );
    aggregate.measures.forEach(({ column }, index) =>
      expectColumn(
        `transform.aggregate.measures[${index}].column`,
        column,
        joined,
        'the joined rows',
      ),
    );
    // From here on the schema itself knows the columns and has checked them.
    return problems;
  }

  transform.select?.forEach((name, index) =>
    expectColumn(`transform.select[${index}]`, name, joined, 'the joined rows'),
  );
  output.partitionBy.forEach((name, index) =>
    expectColumn(
      `output.partitionBy[${index}]`,
      name,
      transform.select ?? joined,
      'the resulting rows',
    ),
  );
  return problems;
}
