import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { LastRun, planBackfill, valuesOf } from './planBackfill';

const run = (health: RunHealth): LastRun => ({
  id: `wr_${health}`,
  health,
  startedAt: '2026-11-28T06:00:00.000Z',
});
const request = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: 'arn',
  property: 'day',
  which: 'missing',
  atOnce: 1,
} as const;

describe('valuesOf', () => {
  it.each([
    [{ values: [' b', 'a', 'b', ''] }, ['b', 'a']],
    [
      {
        range: { from: '2026-11-01', to: '2026-11-02', every: 'day' } as const,
      },
      ['2026-11-01', '2026-11-02'],
    ],
  ])('takes %j', (some, values) => {
    expect(valuesOf({ ...request, ...some })).toEqual(values);
  });

  it.each([
    [{}, 'range: give either'],
    [
      {
        values: ['a'],
        range: { from: '2026-11-01', to: '2026-11-02', every: 'day' } as const,
      },
      'range: give either',
    ],
    [{ values: [' '] }, 'values: name at least one'],
    [
      { values: Array.from({ length: 367 }, (_, i) => String(i)) },
      'values: are 367',
    ],
  ])('refuses %#', (some, message) => {
    expect(() => valuesOf({ ...request, ...some })).toThrow(message);
  });
});

describe('planBackfill', () => {
  it.each<[RunHealth | undefined, string]>([
    [undefined, 'missing unsuccessful all'],
    ['succeeded', 'all'],
    ['failed', 'unsuccessful all'],
    ['partially-failed', 'unsuccessful all'],
    ['stopped', 'unsuccessful all'],
    ['unknown', 'unsuccessful all'],
    ['running', ''],
    ['stopping', ''],
  ])('starts a value whose last run is %s for: %s', (health, choices) => {
    const last = new Map(health && [['2026-11-01', run(health)]]);
    const starting = (['missing', 'unsuccessful', 'all'] as const).filter(
      which => planBackfill(['2026-11-01'], which, last)[0].starts,
    );
    expect(starting.join(' ')).toBe(choices);
  });
});
