import { InvalidPipelineError, parsePipeline } from '../parsePipeline';
import { joinedPipeline } from '../testing/pipelines';

const KEYS = [{ left: 'date', right: 'post_date' }];

/** A pipeline as the first version of the format had it. */
const old = (transform: unknown) => ({
  ...joinedPipeline(),
  apiVersion: 'glue-pipelines.io/v1',
  transform,
});

const problemsOf = (transform: unknown) => {
  try {
    parsePipeline(old(transform));
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPipelineError);
    return (error as Error).message.split('\n');
  }
};

describe('glue-pipelines.io/v1', () => {
  it('becomes steps in the order in which its fields took effect', () => {
    const { apiVersion, transform } = parsePipeline(
      old({
        select: ['iso_code', 'n'],
        aggregate: {
          groupBy: [{ column: 'iso_code' }],
          measures: [{ function: 'count', as: 'n' }],
        },
        deduplicateBy: ['date'],
        required: ['new_cases'],
        filter: "iso_code = 'USA'",
        joins: [{ source: 'hiring', keys: KEYS }],
      }),
    );
    expect(apiVersion).toBe('glue-pipelines.io/v2');
    expect(transform).toEqual([
      { kind: 'join', source: 'hiring', type: 'inner', keys: KEYS },
      { kind: 'filter', condition: "iso_code = 'USA'" },
      { kind: 'dropIncomplete', columns: ['new_cases'] },
      { kind: 'deduplicate', columns: ['date'], orderBy: [] },
      {
        kind: 'aggregate',
        groupBy: [{ column: 'iso_code' }],
        measures: [{ function: 'count', as: 'n' }],
      },
      { kind: 'select', columns: ['iso_code', 'n'] },
    ]);
  });

  it('may say nothing by an empty list', () =>
    expect(
      problemsOf({
        joins: [{ source: 'hiring', keys: KEYS }],
        required: [],
        deduplicateBy: [],
      }),
    ).toEqual([]));

  it.each<[unknown, string[]]>([
    [
      {
        joins: [
          { source: 'hiring', keys: [{ left: 'x', right: 'post_date' }] },
        ],
        required: ['date', 'deaths'],
        filter: 'iso_cod = 1',
      },
      [
        'transform.joins[0].keys[0].left: ',
        'transform.filter: ',
        'transform.required[1]: ',
      ],
    ],
    [
      { joins: [{ source: 'hiring', keys: KEYS, how: 'left' }] },
      ['transform.joins[0].how: is not a field of pipeline.yaml'],
    ],
    [
      { joins: [{ source: 'hiring', keys: KEYS }], limit: 3, select: [] },
      [
        'transform.limit: is not a field of pipeline.yaml',
        'transform.select: is empty',
      ],
    ],
    [
      [{ kind: 'filter' }],
      [
        'transform: must be an object in this version of the format: write apiVersion: glue-pipelines.io/v2',
        'transform: does not read hiring',
      ],
    ],
  ])('names its own fields: %j', (transform, expected) => {
    const problems = problemsOf(transform);
    expect(problems).toEqual(
      expected.map(start => expect.stringContaining(start)),
    );
  });
});
