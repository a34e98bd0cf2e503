import { parsePipeline } from '../parsePipeline';
import type { PipelineInput } from '../pipelineFields';
import { columnsOf } from '../testing/pipelines';
import { joinedColumns, type Columns } from './checkColumns';

const strings = (...names: string[]): Columns =>
  new Map(names.map(name => [name, 'string']));

/** The problems of a pipeline of two sources, as `field: message`. */
function check(
  transform: PipelineInput['transform'],
  {
    partitionBy = [] as string[],
    cases = ['date', 'iso_code', 'new_cases'],
  } = {},
): string[] {
  try {
    parsePipeline({
      apiVersion: 'glue-pipelines.io/v1',
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
      transform: {
        joins: [
          { source: 'hiring', keys: [{ left: 'date', right: 'post_date' }] },
        ],
        ...transform,
      },
      output: { partitionBy },
      warehouse: { table: 'covid_hiring' },
    });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('joinedColumns', () => {
  it.each([
    [
      'keeps all of both',
      [{ left: 'date', right: 'day' }],
      ['day', 'n'],
      ['date', 'x', 'day', 'n'],
    ],
    [
      'drops a key of its partner’s name',
      [{ left: 'date', right: 'date' }],
      ['date', 'n'],
      ['date', 'x', 'n'],
    ],
    [
      'renames a column whose name is taken',
      [{ left: 'date', right: 'day' }],
      ['day', 'x'],
      ['date', 'x', 'day', 'b_x'],
    ],
  ])('%s', (_, keys, other, expected) =>
    expect([
      ...joinedColumns(strings('date', 'x'), strings(...other), {
        source: 'b',
        keys,
      }).columns.keys(),
    ]).toEqual(expected),
  );
});

describe('checkColumns', () => {
  it('finds nothing where every column is there', () => {
    expect(
      check(
        {
          required: ['new_cases'],
          deduplicateBy: ['date'],
          select: ['date', 'postings', 'hiring_date'],
        },
        { partitionBy: ['date'] },
      ),
    ).toEqual([]);
  });

  it.each<[string, PipelineInput['transform'], string[]]>([
    [
      'left key',
      {
        joins: [
          { source: 'hiring', keys: [{ left: 'day', right: 'post_date' }] },
        ],
      },
      [
        'transform.joins[0].keys[0].left: the rows so far have no column "day": use one of date, iso_code, new_cases',
      ],
    ],
    [
      'right key',
      { joins: [{ source: 'hiring', keys: [{ left: 'date', right: 'day' }] }] },
      [
        'transform.joins[0].keys[0].right: the rows of hiring have no column "day": use one of post_date, date, postings',
      ],
    ],
    [
      'required column',
      { required: ['date', 'deaths'] },
      [
        'transform.required[1]: the joined rows have no column "deaths": use one of date, iso_code, new_cases, post_date, hiring_date, postings',
      ],
    ],
    [
      'column to deduplicate by',
      { deduplicateBy: ['x'] },
      ['transform.deduplicateBy[0]: the joined rows have no column "x"'],
    ],
    [
      'selected column',
      { select: ['date', 'x'] },
      ['transform.select[1]: the joined rows have no column "x"'],
    ],
    [
      'grouping and measure',
      {
        aggregate: {
          groupBy: [{ column: 'x' }],
          measures: [
            { function: 'count', as: 'n' },
            { function: 'sum', column: 'y', as: 'total' },
          ],
        },
      },
      [
        'transform.aggregate.groupBy[0].column: the joined rows have no column "x"',
        'transform.aggregate.measures[1].column: the joined rows have no column "y"',
      ],
    ],
  ])('names an unknown %s', (_, transform, expected) => {
    expect(check(transform)).toEqual(
      expected.map(text => expect.stringContaining(text)),
    );
  });

  it('checks partitions of selected and of all columns', () => {
    expect(check({}, { partitionBy: ['x'] })).toEqual([
      expect.stringContaining(
        'output.partitionBy[0]: the resulting rows have no column "x"',
      ),
    ]);
  });

  it('names a join that brings two columns of one name', () => {
    expect(check({}, { cases: ['date', 'hiring_date'] })).toEqual([
      'transform.joins[0].source: "hiring" brings a second column "hiring_date": name the source otherwise',
    ]);
  });

  it('knows the columns of an aggregate', () => {
    const aggregate: NonNullable<PipelineInput['transform']>['aggregate'] = {
      groupBy: [{ column: 'iso_code', as: 'country' }],
      measures: [{ function: 'count', as: 'n' }],
    };
    expect(check({ aggregate, select: ['n', 'country'] })).toEqual([]);
    expect(check({ aggregate, select: ['iso_code'] })).toEqual([
      'transform.select[0]: the aggregated rows have no column "iso_code": use one of country, n',
    ]);
    expect(check({ aggregate }, { partitionBy: ['n', 'country'] })).toEqual([
      expect.stringContaining('output.partitionBy: names every column'),
    ]);
  });
});
