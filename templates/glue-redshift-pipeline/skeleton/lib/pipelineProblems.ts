import type { Pipeline } from './pipeline';

type Problems = string[];

const repeated = (values: string[]) => [
  ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
];

/** Every text of the pipeline with the field that holds it. */
function textsOf(value: unknown, field = ''): [string, string][] {
  if (typeof value === 'string') {
    return [[field, value]];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsOf(item, `${field}[${index}]`));
  }
  return Object.entries(value ?? {}).flatMap(([key, item]) =>
    textsOf(item, field ? `${field}.${key}` : key),
  );
}

/** The CDK, CloudFormation and Spark would each evaluate `${`; CloudFormation also `{{`. */
function textProblems(pipeline: Pipeline): Problems {
  return textsOf(pipeline)
    .filter(([field]) => !field.endsWith('csv.delimiter'))
    .flatMap(([field, text]) => {
      if (/\p{Cc}/u.test(text)) {
        return [`${field}: must be one line without control characters`];
      }
      return /\$\{|\{\{/.test(text)
        ? [`${field}: contains "\${" or "{{", which later tools would evaluate`]
        : [];
    });
}

function sourceProblems({ sources }: Pipeline): Problems {
  return [
    ...repeated(sources.map(({ name }) => name)).map(
      name => `sources: ${name} is used by two sources: give each its own name`,
    ),
    ...sources.flatMap(({ uri, format, csv }, index) => {
      const field = `sources[${index}]`;
      const segments = uri.slice('s3://'.length).replace(/\/$/, '').split('/');
      const problems: Problems = [];
      if (segments.some(segment => ['', '.', '..'].includes(segment))) {
        problems.push(
          `${field}.uri: has an empty, "." or ".." segment: write the key as S3 stores it`,
        );
      }
      if (/[*?]/.test(uri)) {
        problems.push(
          `${field}.uri: contains a wildcard: name one object, or a prefix that ends in "/"`,
        );
      }
      if (csv && format !== 'csv') {
        problems.push(
          `${field}.csv: is only for the format csv, and the format is ${format}: remove it`,
        );
      }
      return problems;
    }),
  ];
}

function joinProblems({ sources, transform }: Pipeline): Problems {
  const [, ...others] = sources.map(({ name }) => name);
  const joined = transform.joins.map(({ source }) => source);
  return [
    ...joined.flatMap((name, index) =>
      others.includes(name)
        ? []
        : [
            `transform.joins[${index}].source: ${name} is no source after the first: use one of ${others.join(', ') || '(none: remove the join)'}`,
          ],
    ),
    ...repeated(joined).map(
      name => `transform.joins: ${name} is joined twice: join each source once`,
    ),
    ...others
      .filter(name => !joined.includes(name))
      .map(
        name =>
          `transform.joins: does not join ${name}: add a join with its keys, or remove the source`,
      ),
  ];
}

/** The columns that an aggregate makes; undefined without one. */
function aggregatedColumns({ transform: { aggregate } }: Pipeline) {
  return (
    aggregate && [
      ...aggregate.groupBy.map(({ column, as }) => as ?? column ?? ''),
      ...aggregate.measures.map(({ as }) => as),
    ]
  );
}

function aggregateProblems(pipeline: Pipeline): Problems {
  const { groupBy = [], measures = [] } = pipeline.transform.aggregate ?? {};
  return [
    ...groupBy.flatMap(({ column, expression, as }, index) =>
      (column === undefined) !== (expression === undefined) &&
      (expression === undefined) === (as === undefined)
        ? []
        : [
            `transform.aggregate.groupBy[${index}]: needs either a column, or an expression and "as"`,
          ],
    ),
    ...measures.flatMap((measure, index) =>
      measure.function === 'count' || measure.column !== undefined
        ? []
        : [
            `transform.aggregate.measures[${index}].column: is missing: name the column whose ${measure.function} is computed`,
          ],
    ),
    ...repeated(aggregatedColumns(pipeline) ?? []).map(
      name =>
        `transform.aggregate: makes two columns named ${name}: give each its own name`,
    ),
  ];
}

function columnProblems(pipeline: Pipeline): Problems {
  const { transform, output } = pipeline;
  const lists: [string, string[]][] = [
    ['transform.required', transform.required],
    ['transform.deduplicateBy', transform.deduplicateBy],
    ['transform.select', transform.select ?? []],
    ['output.partitionBy', output.partitionBy],
  ];
  const aggregated = aggregatedColumns(pipeline);
  const result = transform.select ?? aggregated;
  const unknown = (field: string, names: string[], known?: string[]) =>
    names
      .filter(name => known && !known.includes(name))
      .map(
        name =>
          `${field}: ${name} is not a column there: use one of ${known?.join(', ')}`,
      );
  return [
    ...lists.flatMap(([field, names]) =>
      repeated(names).map(name => `${field}: ${name} occurs twice: remove one`),
    ),
    ...unknown('transform.select', transform.select ?? [], aggregated),
    ...unknown('output.partitionBy', output.partitionBy, result),
    ...(result && output.partitionBy.length >= result.length
      ? ['output.partitionBy: names every column: leave one to be stored']
      : []),
  ];
}

function expressionProblems({ transform }: Pipeline): Problems {
  const expressions: [string, string | undefined][] = [
    ['transform.filter', transform.filter],
    ...(transform.aggregate?.groupBy ?? []).map(
      ({ expression }, index): [string, string | undefined] => [
        `transform.aggregate.groupBy[${index}].expression`,
        expression,
      ],
    ),
  ];
  return expressions
    .filter(([, text]) => text?.includes(';'))
    .map(([field]) => `${field}: contains ";": write one Spark SQL expression`);
}

function scheduleProblems({ schedule }: Pipeline): Problems {
  const fields = schedule?.cron.slice('cron('.length, -1).trim().split(/ +/);
  return fields && fields.length !== 6
    ? [
        'schedule.cron: needs six fields in UTC, minutes hours day-of-month month day-of-week year, for example cron(0 6 * * ? *)',
      ]
    : [];
}

/** What is wrong in how the fields of a pipeline fit together; each names its field and the remedy. */
export function pipelineProblems(pipeline: Pipeline): string[] {
  return [
    textProblems,
    sourceProblems,
    joinProblems,
    aggregateProblems,
    columnProblems,
    expressionProblems,
    scheduleProblems,
  ].flatMap(check => check(pipeline));
}
