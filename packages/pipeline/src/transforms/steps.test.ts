import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePipeline } from '../parsePipeline';
import type { PipelineInput } from '../pipelineFields';
import { columnsOf, joinedPipeline } from '../testing/pipelines';
import { KIND_NAMES, stepWords } from './steps';

type Steps = NonNullable<PipelineInput['transform']>;

const JOIN: Steps[number] = {
  kind: 'join',
  source: 'hiring',
  keys: [{ left: 'date', right: 'post_date' }],
};

/** The problems of a pipeline of two sources, as `field: message`. */
function check(
  transform: Steps,
  {
    partitionBy = [] as string[],
    cases = ['date', 'iso_code', 'new_cases'],
  } = {},
): string[] {
  try {
    parsePipeline({
      apiVersion: 'glue-pipelines.io/v2',
      name: 'covid-hiring',
      description: 'Cases and hiring',
      owner: 'group:default/data-engineering',
      sources: [
        {
          name: 'cases',
          uri: 's3://data/cases.csv',
          format: 'csv',
          columns: columnsOf('bigint', ...cases),
        },
        {
          name: 'hiring',
          uri: 's3://data/hiring.csv',
          format: 'csv',
          columns: columnsOf('bigint', 'post_date', 'date', 'postings'),
        },
      ],
      transform,
      output: { partitionBy },
      warehouse: { table: 'covid_hiring' },
    });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('the columns that steps name', () => {
  it('are all there', () => {
    expect(
      check(
        [
          JOIN,
          { kind: 'dropIncomplete', columns: ['new_cases'] },
          { kind: 'deduplicate', columns: ['date'] },
          { kind: 'select', columns: ['date', 'postings', 'hiring_date'] },
        ],
        { partitionBy: ['date'] },
      ),
    ).toEqual([]);
  });

  it.each<[string, Steps, string[]]>([
    [
      'left key',
      [{ ...JOIN, keys: [{ left: 'day', right: 'post_date' }] }],
      [
        'transform[0].keys[0].left: the rows so far have no column "day": use one of date, iso_code, new_cases',
      ],
    ],
    [
      'right key',
      [{ ...JOIN, keys: [{ left: 'date', right: 'day' }] }],
      [
        'transform[0].keys[0].right: the rows of hiring have no column "day": use one of post_date, date, postings',
      ],
    ],
    [
      'column that needs a value',
      [JOIN, { kind: 'dropIncomplete', columns: ['date', 'deaths'] }],
      [
        'transform[1].columns[1]: the rows so far have no column "deaths": use one of date, iso_code, new_cases, post_date, hiring_date, postings',
      ],
    ],
    [
      'column of a source that is joined later',
      [{ kind: 'filter', condition: 'postings > 1' }, JOIN],
      [
        'transform[0].condition: the rows so far have no column "postings": use one of date, iso_code, new_cases',
      ],
    ],
    [
      'column to deduplicate by',
      [JOIN, { kind: 'deduplicate', columns: ['x'] }],
      ['transform[1].columns[0]: the rows so far have no column "x"'],
    ],
    [
      'selected column',
      [JOIN, { kind: 'select', columns: ['date', 'x'] }],
      ['transform[1].columns[1]: the rows so far have no column "x"'],
    ],
    [
      'grouping and measure',
      [
        JOIN,
        {
          kind: 'aggregate',
          groupBy: [{ column: 'x' }],
          measures: [
            { function: 'count', as: 'n' },
            { function: 'sum', column: 'y', as: 'total' },
          ],
        },
      ],
      [
        'transform[1].groupBy[0].column: the rows so far have no column "x"',
        'transform[1].measures[1].column: the rows so far have no column "y"',
      ],
    ],
  ])('say which %s is unknown', (_, transform, expected) => {
    expect(check(transform)).toEqual(
      expected.map(text => expect.stringContaining(text)),
    );
  });

  it('end in those of the result', () => {
    expect(check([JOIN], { partitionBy: ['x'] })).toEqual([
      expect.stringContaining(
        'output.partitionBy[0]: the resulting rows have no column "x"',
      ),
    ]);
  });

  it('are not made twice by a join', () => {
    expect(check([JOIN], { cases: ['date', 'hiring_date'] })).toEqual([
      'transform[0].source: "hiring" brings a second column "hiring_date": name the source otherwise',
    ]);
  });

  it('are those of an aggregate after it', () => {
    const steps: Steps = [
      JOIN,
      {
        kind: 'aggregate',
        groupBy: [{ column: 'iso_code', as: 'country' }],
        measures: [{ function: 'count', as: 'n' }],
      },
    ];
    expect(
      check([...steps, { kind: 'select', columns: ['n', 'country'] }]),
    ).toEqual([]);
    expect(
      check([...steps, { kind: 'select', columns: ['iso_code'] }]),
    ).toEqual([
      'transform[2].columns[0]: the rows so far have no column "iso_code": use one of country, n',
    ]);
    expect(check(steps, { partitionBy: ['n', 'country'] })).toEqual([
      expect.stringContaining('output.partitionBy: names every column'),
    ]);
  });
});

describe('stepWords', () => {
  it('says what each step does', () =>
    expect(stepWords(parsePipeline(joinedPipeline()).transform)).toEqual([
      'Join hiring where date = post_date',
      "Keep the rows where iso_code = 'USA'",
    ]));
});

describe('the kinds', () => {
  const snakeCase = (name: string) =>
    name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

  it('have one module each in the jobs', () => {
    const modules = readdirSync(
      resolve(__dirname, '../../../../etl-scripts/modules/transforms'),
    ).filter(file => file.endsWith('.py') && !file.startsWith('_'));
    expect(modules.sort()).toEqual(
      KIND_NAMES.map(name => `${snakeCase(name)}.py`).sort(),
    );
  });
});
