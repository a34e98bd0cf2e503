import {
  InvalidPipelineError,
  parsePipeline,
  parsePipelineDraft,
} from './parsePipeline';
import { AGGREGATE_FAULTS } from './testing/faultyAggregates';
import { FAULTS } from './testing/faultyPipelines';
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
    expect(parsePipeline(joinedPipeline())).toEqual({
      ...joinedPipeline(),
      sources: joinedPipeline().sources.map(source => ({
        ...source,
        ...(source.format === 'csv' && {
          csv: {
            header: true,
            delimiter: ',',
            quote: '"',
            escape: 'doubled',
            multiLine: false,
            encoding: 'UTF-8',
            decimalMark: '.',
            nullWords: [''],
          },
        }),
        copy: false,
        onInvalid: 'fail',
        columns: source.columns.map(column => ({ ...column, nullable: true })),
      })),
      tags: [],
      transform: [
        {
          kind: 'join',
          source: 'hiring',
          type: 'inner',
          keys: [{ left: 'date', right: 'post_date' }],
        },
        { kind: 'filter', condition: "iso_code = 'USA'" },
      ],
      quality: [],
      output: { partitionBy: [], whenEmpty: 'fail' },
      catalog: { tables: 'declared' },
      warehouse: {
        database: 'dev',
        schema: 'public',
        table: 'covid_hiring_table',
        evolution: 'fail',
        load: { mode: 'replace' },
      },
      compute: {
        engine: 'spark',
        glueVersion: '5.1',
        workerType: 'G.1X',
        workers: 2,
        autoScaling: true,
        executionClass: 'STANDARD',
        timeoutMinutes: 60,
        maxRetries: 0,
        jobQueuing: false,
      },
    });
  });

  it('says what crawlers do, where they make the tables', () => {
    const crawled = { ...joinedPipeline(), catalog: { tables: 'crawled' } };
    expect(parsePipeline(crawled).catalog.crawler).toEqual({
      onChange: 'update',
      onDelete: 'remove',
      recrawl: 'all',
    });
  });

  it('accepts a single source with an aggregate', () => {
    expect(parsePipeline(aggregatedPipeline()).transform).toHaveLength(1);
  });

  it.each(FAULTS)('rejects a %s', (_, change, expected) => {
    const problems = problemsOf(joinedPipeline(), change);
    expect(problems).toEqual(
      expected.map(start => expect.stringContaining(start)),
    );
    problems.forEach((problem, index) =>
      expect(problem.startsWith(expected[index])).toBe(true),
    );
  });

  it.each(AGGREGATE_FAULTS)(
    'rejects an aggregate with a %s',
    (_, change, expected) => {
      const problems = problemsOf(aggregatedPipeline(), p =>
        change(p.transform[0]),
      );
      expect(
        problems.find(problem => problem.startsWith(expected)),
      ).toBeDefined();
    },
  );

  it.each<(pipeline: any) => void>([
    p => (p.transform[1].condition = 'NEW_CASES > 1'),
    p => (p.sources[0].columns[1].name = 'größe (cm)'),
    p =>
      Object.assign(p.sources[0].columns[0], {
        type: 'timestamp',
        zone: 'Europe/Berlin',
        format: "dd.MM.yyyy'T'HH:mm",
      }) && (p.sources[1].columns[0].type = 'timestamp'),
  ])('accepts %s', change => {
    const pipeline = joinedPipeline();
    pipeline.transform!.push({
      kind: 'filter',
      condition: 'new_cases > 1',
    });
    pipeline.transform!.splice(1, 1);
    expect(problemsOf(pipeline, change)).toEqual([]);
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

describe('parsePipelineDraft', () => {
  it('says nothing about columns that are still to be read', () => {
    const { sources, ...rest } = joinedPipeline();
    const draft = {
      ...rest,
      sources: sources.map(({ columns, ...source }) => source),
    };
    expect(parsePipelineDraft(draft).sources[0].columns).toBeUndefined();
    expect(() => parsePipeline(draft)).toThrow(
      'sources[0].columns: is missing',
    );
  });

  it('asks of a table no place yet, and of files one', () => {
    const table = { database: 'shop', name: 'cases', where: "day > '2024'" };
    const [{ columns, uri, ...first }, second] = joinedPipeline().sources;
    const draft = {
      ...joinedPipeline(),
      sources: [{ ...first, format: 'table', table }, second],
    };
    expect(parsePipelineDraft(draft).sources[0]).toMatchObject({ table });
    const whole = {
      ...draft,
      sources: [{ ...draft.sources[0], columns }, second],
    };
    expect(() => parsePipeline(whole)).toThrow('sources[0].uri: is missing');
    expect(() =>
      parsePipelineDraft({ ...draft, sources: [first, second] }),
    ).toThrow('sources[0].uri: is missing');
  });

  it('asks of a database its columns, which nobody looks up', () => {
    const [{ columns, uri, ...first }, second] = joinedPipeline().sources;
    const jdbc = { connection: 'shop-db', query: 'SELECT * FROM cases' };
    const database = { ...first, format: 'jdbc', jdbc };
    const draft = { ...joinedPipeline(), sources: [database, second] };
    expect(() => parsePipelineDraft(draft)).toThrow(
      'sources[0].columns: is missing, and format is jdbc',
    );
    expect(
      parsePipeline({ ...draft, sources: [{ ...database, columns }, second] })
        .sources[0],
    ).toMatchObject({ jdbc, copy: false });
  });

  it('checks all else', () => {
    const draft = { ...joinedPipeline(), name: 'X' };
    expect(() => parsePipelineDraft(draft)).toThrow('name: "X" is not valid');
  });
});
