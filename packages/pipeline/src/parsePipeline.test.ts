import type { Pipeline } from './pipelineFields';
import { InvalidPipelineError, parsePipeline } from './parsePipeline';
import { aggregatedPipeline, joinedPipeline } from './testing/pipelines';

/** The problems of a pipeline after `change`, as `field: message`. */
function problemsOf(pipeline: any, change: (pipeline: any) => void): string[] {
  change(pipeline);
  try {
    parsePipeline(pipeline);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPipelineError);
    return (error as InvalidPipelineError).message.split('\n');
  }
  return [];
}

describe('parsePipeline', () => {
  it('fills in every default', () => {
    expect(parsePipeline(joinedPipeline())).toEqual<Pipeline>({
      ...joinedPipeline(),
      sources: joinedPipeline().sources as Pipeline['sources'],
      tags: [],
      transform: {
        joins: [
          {
            source: 'hiring',
            type: 'inner',
            keys: [{ left: 'date', right: 'post_date' }],
          },
        ],
        filter: "iso_code = 'USA'",
        required: [],
        deduplicateBy: [],
      },
      output: { partitionBy: [] },
      warehouse: {
        database: 'dev',
        schema: 'public',
        table: 'covid_hiring_table',
      },
      compute: {
        glueVersion: '5.1',
        workerType: 'G.1X',
        workers: 2,
        autoScaling: true,
        timeoutMinutes: 60,
        maxRetries: 0,
      },
    });
  });

  it('accepts a single source with an aggregate', () => {
    expect(parsePipeline(aggregatedPipeline()).transform.joins).toEqual([]);
  });

  it.each<[string, (pipeline: any) => void, string[]]>([
    [
      'name too short',
      p => (p.name = 'ab'),
      ['name: "ab" is not valid: use 3'],
    ],
    ['name in capitals', p => (p.name = 'Covid'), ['name: "Covid"']],
    ['name with a double hyphen', p => (p.name = 'a--b'), ['name: "a--b"']],
    ['name with a quote', p => (p.name = 'a"b-c'), ['name: "a\\"b-c"']],
    ['name with a line break', p => (p.name = 'abc\n'), ['name: "abc\\n"']],
    [
      'name with an expression',
      p => (p.name = '${{ x }}'),
      ['name: "${{ x }}"'],
    ],
    [
      'name with a substitution',
      p => (p.name = 'a$(ls)b'),
      ['name: "a$(ls)b"'],
    ],
    [
      'name of 41',
      p => (p.name = 'a'.repeat(41)),
      [`name: "${'a'.repeat(41)}"`],
    ],
    [
      'name that S3 keeps',
      p => (p.name = 'sthree-x'),
      ['name: "sthree-x" begins'],
    ],
    [
      'name that Redshift keeps',
      p => (p.name = 'table'),
      ['name: "table" is a reserved word of Redshift'],
    ],
    [
      'description of two lines',
      p => (p.description = 'a\nb'),
      ['description: contains a line break'],
    ],
    [
      'description with a tab',
      p => (p.description = 'a\tb'),
      ['description: contains the character U+0009'],
    ],
    [
      'description with an expression',
      p => (p.description = '${{ secrets.x }}'),
      ['description: contains "${{"'],
    ],
    [
      'description with a dynamic reference',
      p => (p.description = '{{resolve:ssm:x}}'),
      ['description: contains "{{"'],
    ],
    [
      'description that is blank',
      p => (p.description = ' '),
      ['description: is empty'],
    ],
    [
      'description of 257',
      p => (p.description = 'x'.repeat(257)),
      ['description: has 257 characters'],
    ],
    [
      'description that is missing',
      p => delete p.description,
      ['description: is missing: add it'],
    ],
    [
      'owner of another kind',
      p => (p.owner = 'system:default/x'),
      ['owner: "system:default/x"'],
    ],
    ['tag in capitals', p => (p.tags = ['ok', 'Not']), ['tags[1]: "Not"']],
    [
      'no source',
      p => Object.assign(p, { sources: [], transform: {} }),
      ['sources: needs at least one source'],
    ],
    [
      'source name with a hyphen',
      p => (p.sources[0].name = 'a-b'),
      ['sources[0].name: "a-b"'],
    ],
    [
      'two sources of one name',
      p => (p.sources[1].name = 'covid_cases'),
      ['sources[1].name: "covid_cases" is used by two sources'],
    ],
    [
      'format that is unknown',
      p => (p.sources[0].format = 'xml'),
      ['sources[0].format: must be "csv" or "json" or "parquet"'],
    ],
    [
      'csv options of another format',
      p => (p.sources[1].csv = {}),
      ['sources[1].csv: is only for the format csv'],
    ],
    [
      'join of no source',
      p => (p.transform.joins[0].source = 'jobs'),
      [
        'transform.joins[0].source: no source is named "jobs": use one of hiring',
        'transform.joins: does not join hiring',
      ],
    ],
    [
      'join of the first source',
      p => (p.transform.joins[0].source = 'covid_cases'),
      [
        'transform.joins[0].source: "covid_cases" is the first source',
        'transform.joins: does not join hiring',
      ],
    ],
    [
      'source joined twice',
      p => p.transform.joins.push(p.transform.joins[0]),
      ['transform.joins[1].source: "hiring" is joined twice'],
    ],
    [
      'join that is missing',
      p => (p.transform.joins = []),
      ['transform.joins: does not join hiring'],
    ],
    [
      'join without keys',
      p => (p.transform.joins[0].keys = []),
      ['transform.joins[0].keys: needs at least one pair'],
    ],
    [
      'key in capitals',
      p => (p.transform.joins[0].keys[0].left = 'Date'),
      ['transform.joins[0].keys[0].left: "Date"'],
    ],
    [
      'filter of two statements',
      p => (p.transform.filter = '1=1; drop'),
      ['transform.filter: contains ";"'],
    ],
    [
      'filter of two lines',
      p => (p.transform.filter = 'a\n= 1'),
      ['transform.filter: contains a line break'],
    ],
    [
      'filter with a substitution',
      p => (p.transform.filter = "a = '${b}'"),
      ['transform.filter: contains "${"'],
    ],
    [
      'filter with an open quote',
      p => (p.transform.filter = "a = 'b"),
      ["transform.filter: has a ' that is not closed"],
    ],
    [
      'filter with an open parenthesis',
      p => (p.transform.filter = 'f(a'),
      ['transform.filter: has a "(" that is not closed'],
    ],
    [
      'filter with a stray parenthesis',
      p => (p.transform.filter = 'a)'),
      ['transform.filter: has a ")" without'],
    ],
    [
      'select that is empty',
      p => (p.transform.select = []),
      ['transform.select: is empty'],
    ],
    [
      'select with a repetition',
      p => (p.transform.select = ['a', 'b', 'a']),
      ['transform.select[2]: "a" occurs twice'],
    ],
    [
      'partition of a column not selected',
      p =>
        Object.assign(p, {
          transform: { ...p.transform, select: ['a', 'b'] },
          output: { partitionBy: ['c'] },
        }),
      [
        'output.partitionBy[0]: "c" is not a column of the result: use one of a, b',
      ],
    ],
    [
      'partition by every column',
      p =>
        Object.assign(p, {
          transform: { ...p.transform, select: ['a'] },
          output: { partitionBy: ['a'] },
        }),
      ['output.partitionBy: names every column'],
    ],
    [
      'table that is reserved',
      p => (p.warehouse.table = 'order'),
      ['warehouse.table: "order" is a reserved word of Redshift'],
    ],
    [
      'table with a dot',
      p => (p.warehouse.table = 'a.b'),
      ['warehouse.table: "a.b"'],
    ],
    [
      'table of 119',
      p => (p.warehouse.table = 'a'.repeat(119)),
      [`warehouse.table: "${'a'.repeat(119)}"`],
    ],
    [
      'schema that is reserved',
      p => (p.warehouse.schema = 'user'),
      ['warehouse.schema: "user" is a reserved word'],
    ],
    [
      'schema of the system',
      p => (p.warehouse.schema = 'pg_temp'),
      ['warehouse.schema: "pg_temp" belongs to Redshift'],
    ],
    [
      'database of the system',
      p => (p.warehouse.database = 'template1'),
      ['warehouse.database: "template1" belongs to Redshift'],
    ],
    [
      'schedule as a rate',
      p => (p.schedule = { cron: 'rate(1 day)' }),
      [
        'schedule.cron: "rate(1 day)" is a rate expression, which Glue triggers reject',
      ],
    ],
    [
      'too many workers',
      p => (p.compute = { workerType: 'G.2X', workers: 150 }),
      ['compute.workers: is 150, and G.2X allows 2 to 149'],
    ],
    [
      'one worker',
      p => (p.compute = { workers: 1 }),
      ['compute.workers: must be at least 2'],
    ],
    [
      'half a worker',
      p => (p.compute = { workers: 2.5 }),
      ['compute.workers: must be a whole number'],
    ],
    [
      'workers as text',
      p => (p.compute = { workers: '2' }),
      ['compute.workers: must be'],
    ],
    [
      'field that is unknown',
      p => (p.compute = { wokers: 2 }),
      ['compute.wokers: is not a field of pipeline.yaml'],
    ],
    [
      'version of another format',
      p => (p.apiVersion = 'v0'),
      ['apiVersion: must be "glue-pipelines.io/v1"'],
    ],
  ])('rejects a %s', (_, change, expected) => {
    const problems = problemsOf(joinedPipeline(), change);
    expect(problems).toEqual(
      expected.map(start => expect.stringContaining(start)),
    );
    problems.forEach((problem, index) =>
      expect(problem.startsWith(expected[index])).toBe(true),
    );
  });

  it.each<[string, (aggregate: any) => void, string]>([
    [
      'group of nothing',
      a => (a.groupBy[0] = {}),
      'transform.aggregate.groupBy[0]: needs either a column or an expression',
    ],
    [
      'group of both',
      a => (a.groupBy[1].column = 'x'),
      'transform.aggregate.groupBy[1]: needs either',
    ],
    [
      'expression without a name',
      a => delete a.groupBy[1].as,
      'transform.aggregate.groupBy[1].as: is missing',
    ],
    [
      'column with a name',
      a => (a.groupBy[0].as = 'x'),
      'transform.aggregate.groupBy[0].as: is only for expressions',
    ],
    [
      'sum of nothing',
      a => delete a.measures[1].column,
      'transform.aggregate.measures[1].column: is missing: name the column whose sum',
    ],
    [
      'second column of a name',
      a => (a.measures[1].as = 'trips'),
      'transform.aggregate.measures[1].as: makes a second column named "trips"',
    ],
    [
      'measure named like a group',
      a => (a.measures[0].as = 'hour'),
      'transform.aggregate.measures[0].as: makes a second column named "hour"',
    ],
    [
      'measure with a reserved name',
      a => (a.measures[0].as = 'order'),
      'transform.aggregate.measures[0].as: "order" is a reserved word',
    ],
  ])('rejects an aggregate with a %s', (_, change, expected) => {
    const problems = problemsOf(aggregatedPipeline(), p =>
      change(p.transform.aggregate),
    );
    expect(
      problems.find(problem => problem.startsWith(expected)),
    ).toBeDefined();
  });

  it('lists all problems at once', () => {
    expect(
      problemsOf(joinedPipeline(), p => {
        p.name = 'X';
        p.sources[1].uri = 's3://a/../b';
        p.warehouse.table = 'select';
      }).map(problem => problem.split(':')[0]),
    ).toEqual(['name', 'sources[1].uri', 'warehouse.table']);
  });

  it.each([undefined, null, 'name: x', [], 7])('rejects %p as a whole', input =>
    expect(() => parsePipeline(input)).toThrow(InvalidPipelineError),
  );
});
