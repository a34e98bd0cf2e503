import { parsePipeline } from '../parsePipeline';
import { joinedPipeline } from '../testing/pipelines';
import type { PipelineInput } from '../pipelineFields';
import { costWords } from './costWords';
import { COST_ASSUMPTIONS, estimateCost } from './estimateCost';
import { runsPerMonth } from './runsPerMonth';

const pipelineOf = (changes: Partial<PipelineInput> = {}) =>
  parsePipeline({ ...joinedPipeline(), ...changes });

const amounts = (changes: Partial<PipelineInput> = {}) =>
  Object.fromEntries(
    estimateCost(pipelineOf(changes)).items.map(({ what, usd }) => [
      what,
      Number(usd.toFixed(4)),
    ]),
  );

const [first, second] = joinedPipeline().sources;

describe('estimateCost', () => {
  // By hand: 2 DPUs x 5/60 h x $0.44; 2 x 2/60 x $0.44; 8 RPUs x 2/60 h x $0.375.
  const smallest = {
    transform: 0.0733,
    load: 0.0293,
    'workgroup covid-hiring': 0.1,
  };

  it.each<[string, Partial<PipelineInput>, Record<string, number>]>([
    ['the smallest', {}, smallest],
    [
      'larger workers',
      { compute: { workerType: 'G.2X', workers: 10 } },
      { ...smallest, transform: 0.7333 },
    ],
    [
      'DuckDB',
      { compute: { engine: 'duckdb' } },
      // 1/16 DPU x 5/60 h x $0.44.
      { ...smallest, transform: 0.0023 },
    ],
    [
      'spare capacity',
      { compute: { executionClass: 'FLEX' } },
      { ...smallest, transform: 0.0483, load: 0.0193 },
    ],
    [
      'a copy',
      { sources: [{ ...first, copy: true }, second] },
      { prepare: 0.0005, ...smallest },
    ],
    [
      'crawlers: one of the copies of each kind, and one of the result',
      {
        sources: [
          { ...first, copy: true },
          { ...second, copy: true },
        ],
        catalog: { tables: 'crawled' },
      },
      { prepare: 0.0005, crawlers: 0.44, ...smallest },
    ],
    [
      'a larger warehouse',
      { warehouse: { table: 't', capacity: { base: 16, max: 32 } } },
      { ...smallest, 'workgroup covid-hiring': 0.2 },
    ],
    [
      'a cluster, which costs the same without the pipeline',
      {
        warehouse: {
          table: 't',
          existing: {
            cluster: 'sales',
            copyRole: 'arn:aws:iam::123456789012:role/copy',
            adminSecret:
              'arn:aws:secretsmanager:eu-west-1:123456789012:secret:admin-AbCdEf',
          },
        },
      },
      { transform: 0.0733, load: 0.0293 },
    ],
  ])('counts %s', (_, changes, expected) => {
    expect(amounts(changes)).toEqual(expected);
  });

  it('never counts less than Glue charges', () => {
    const { items } = estimateCost(pipelineOf(), {
      ...COST_ASSUMPTIONS,
      transformMinutes: 0.2,
    });
    expect(items[0]).toMatchObject({
      amount: 2 / 60,
      reason: '2 workers G.1X for 1 minute',
    });
  });

  it('says how it was found', () => {
    const estimate = estimateCost(pipelineOf(), {
      ...COST_ASSUMPTIONS,
      runsPerMonth: 10,
    });
    expect(costWords(estimate)).toEqual([
      'transform: $0.07, 0.167 DPU hours (2 workers G.1X for 5 minutes)',
      'load: $0.03, 0.067 DPU hours (2 workers G.1X for 2 minutes)',
      'workgroup covid-hiring: $0.10, 0.267 RPU hours (8 processing units for 2 minutes)',
      'A run: about $0.20',
      'A month: about $2.03, with 10 runs (as you say)',
    ]);
  });
});

describe('runsPerMonth', () => {
  it.each([
    [undefined, 30.42, 'one a day'],
    ['cron(0 6 * * ? *)', 30.42, 'as cron(0 6 * * ? *) says'],
    ['cron(0/15 * * * ? *)', 2920, 'as cron(0/15 * * * ? *) says'],
    ['cron(0 6 ? * MON-FRI *)', 21.73, 'as cron(0 6 ? * MON-FRI *) says'],
    ['cron(0 6 L * ? *)', 1, 'as cron(0 6 L * ? *) says'],
    ['cron(0 6 ? * 6#3 *)', 1, 'as cron(0 6 ? * 6#3 *) says'],
    ['cron(0 6 1 JAN,JUL ? *)', 0.16, 'as cron(0 6 1 JAN,JUL ? *) says'],
  ])('%s: %d', (cron, runs, reason) => {
    const found = runsPerMonth(cron ? { start: { cron } } : {});
    expect(found.runs).toBeCloseTo(runs, 1);
    expect(found.reason).toBe(reason);
  });
});
