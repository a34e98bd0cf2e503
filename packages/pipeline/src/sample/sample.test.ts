import { parsePipeline } from '../parsePipeline';
import type { PipelineInput } from '../pipelineFields';
import { joinedPipeline } from '../testing/pipelines';
import { literalsOf } from './literals';
import { localPipeline, samplePipeline } from './samplePipeline';
import { sampleValue } from './sampleValue';
import { syntheticSample } from './syntheticSample';

describe('literalsOf', () => {
  it.each<[string, Record<string, string[]>]>([
    ["iso_code = 'USA'", { iso_code: ['USA'] }],
    ["`Iso Code` <> 'it''s'", { 'iso code': ["it's"] }],
    ["a in ('x', 'y') and b >= 10.5", { a: ['x', 'y'], b: ['10.5'] }],
    ["day > date '2024-02-01' or n < -3", { day: ['2024-02-01'], n: ['-3'] }],
    ["a = 'x' and a = 'x'", { a: ['x'] }],
    ['a = b', {}],
  ])('finds those of %s', (condition, expected) => {
    const found = literalsOf([{ kind: 'filter', condition }]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('sampleValue', () => {
  const column = (type: any, more = {}) => ({
    name: 'c',
    type,
    nullable: true,
    ...more,
  });

  it.each([
    [column('boolean'), [], 'true'],
    [column('int'), [], '1'],
    [column('bigint'), ['1000'], '998'],
    [column('double'), [], '1.5'],
    [column('decimal', { precision: 18, scale: 4 }), [], '1.2525'],
    [column('decimal', { precision: 2, scale: 2 }), [], '0.25'],
    [column('decimal', { precision: 1, scale: 0 }), ['1234'], '2'],
    [column('string'), [], '"text 1"'],
    [column('string'), ['US"A'], '"US\\"A"'],
    [column('date'), [], '"2026-01-01"'],
    [column('date'), ['2024-03-01'], '"2024-02-28"'],
    [column('timestamp'), [], '"2026-01-01T00:00:00"'],
  ])('of %j beside %j is %s', (of, literals, expected) => {
    expect(sampleValue(of, 0, literals)).toBe(expected);
  });

  it('is missing now and then, where it may be', () => {
    const missing = (nullable: boolean) =>
      Array.from({ length: 20 }, (_, index) =>
        sampleValue(column('int', { nullable }), index),
      ).filter(value => value === 'null').length;
    expect([missing(true), missing(false)]).toEqual([2, 0]);
  });
});

describe('the sample of a pipeline', () => {
  const input: PipelineInput = {
    ...joinedPipeline(),
    start: { cron: 'cron(0 6 * * ? *)' },
    quality: [{ kind: 'rowCount', min: 1000 }],
    warehouse: {
      shared: 'analytics',
      table: 'covid_hiring_table',
      grants: [{ to: 'role', name: 'analysts' }],
    },
  };
  input.sources[1].columns![0].format = 'dd.MM.yyyy';
  const pipeline = parsePipeline(input);

  it('has rows that are joined and kept', () => {
    const sample = syntheticSample(pipeline);
    expect(Object.keys(sample)).toEqual([
      'sample/covid_cases.jsonl',
      'sample/hiring.jsonl',
    ]);
    const [cases, hiring] = Object.values(sample).map(text =>
      text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    );
    expect(cases[0]).toEqual({
      date: '2026-01-01',
      iso_code: 'USA',
      new_cases: 1,
    });
    expect(cases).toHaveLength(20);
    expect(hiring[3].post_date).toBe(cases[3].date);
    expect(syntheticSample(pipeline)).toEqual(sample);
  });

  it('runs as a valid pipeline, on the same columns', () => {
    const sample = samplePipeline(pipeline);
    expect(parsePipeline(sample)).toEqual(sample);
    expect(sample.start).toBeUndefined();
    expect(sample.warehouse).toEqual({
      ...parsePipeline(joinedPipeline()).warehouse,
      table: 'covid_hiring_table',
    });
    expect(sample.quality).toMatchObject([{ onFailure: 'warn' }]);
    expect(sample.sources[1]).toEqual({
      name: 'hiring',
      uri: 's3://covid-hiring-sample/hiring/',
      format: 'json',
      copy: false,
      onInvalid: 'fail',
      columns: [
        { name: 'post_date', type: 'date', nullable: true },
        { name: 'postings', type: 'bigint', nullable: true },
      ],
    });
  });

  it('is read where it lies by the pipeline that is not of the sample', () => {
    const local = localPipeline(pipeline);
    expect(local.sources).toEqual(pipeline.sources);
    expect(parsePipeline(local)).toEqual(local);
  });
});
