import { parseWorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { COVID_HIRING_ARN } from '../../__testUtils__/runs';
import { FleetEntity } from './FleetEntities';
import { costOf, fleetRow, tilesOf } from './fleetRow';

const now = new Date('2026-11-28T12:00:00.000Z');
const price = { pricePerDpuHour: 0.44, currency: 'USD' };
const workflow = parseWorkflowArn(COVID_HIRING_ARN);
const entity: FleetEntity = {
  entityRef: 'component:default/covid-hiring',
  tags: [],
  workflows: [workflow],
  promises: { freshness: 'P1D' },
  withRuns: true,
};
const summary = {
  arn: COVID_HIRING_ARN,
  signalKey: 'a-key',
  defined: true,
  collectedAt: '2026-11-28T11:59:00.000Z',
  lastHealth: 'succeeded' as const,
  lastStartedAt: '2026-11-28T09:00:00.000Z',
  lastSeconds: 600,
  medianSeconds: 500,
  ended: 10,
  succeeded: 9,
  lastSuccessAt: '2026-11-28T09:10:00.000Z',
  dpuDays: { '2026-11-28': 2 },
  promises: {},
};

describe('tilesOf', () => {
  const recently = '2026-11-28T11:46:00.000Z';
  const longAgo = '2026-11-28T11:44:00.000Z';

  it.each([
    ['succeeded', false, undefined, ['healthy']],
    ['succeeded', true, undefined, ['late']],
    ['succeeded', false, recently, ['healthy']],
    ['succeeded', false, longAgo, ['unknown']],
    ['succeeded', true, longAgo, ['late', 'unknown']],
    ['failed', false, undefined, ['failing']],
    ['failed', true, undefined, ['failing', 'late']],
    ['failed', false, longAgo, ['failing', 'unknown']],
    ['partially-failed', false, undefined, ['failing']],
    ['stopped', false, undefined, ['failing']],
    ['running', false, undefined, ['running']],
    ['running', true, undefined, ['running', 'late']],
    ['stopping', false, undefined, ['running']],
    ['never-run', false, undefined, ['unknown']],
    ['never-run', true, undefined, ['unknown', 'late']],
    ['unknown', false, longAgo, ['unknown']],
  ] as const)('%s, late: %s, unread since %s', (health, late, since, tiles) => {
    expect(tilesOf({ health, late, unreadSince: since }, now)).toEqual(tiles);
  });
});

describe('costOf', () => {
  it.each([
    ['nothing', {}, undefined],
    ['today', { '2026-11-28': 2 }, { dpuHours: 2, amount: 0.88 }],
    [
      'the first of seven days and the one before',
      { '2026-11-22': 1, '2026-11-21': 100 },
      { dpuHours: 1, amount: 0.44 },
    ],
    ['longer ago', { '2026-11-20': 1 }, undefined],
    ['runs that used nothing', { '2026-11-28': 0 }, { dpuHours: 0, amount: 0 }],
  ])('%s', (_, days, cost) => {
    expect(costOf(days, price, now)).toEqual(cost);
  });
});

describe('fleetRow', () => {
  it('shows what is known of the runs', () => {
    expect(fleetRow(entity, workflow, summary, { now, price })).toMatchObject({
      lastStartedAt: summary.lastStartedAt,
      lastSeconds: 600,
      item: {
        health: 'succeeded',
        tiles: ['healthy'],
        medianSeconds: 500,
        successRate: { ended: 10, succeeded: 9 },
        cost: { dpuHours: 2, amount: 0.88 },
        freshness: {
          promise: 'P1D',
          state: 'fresh',
          lastSuccessAt: summary.lastSuccessAt,
          dueAt: '2026-11-29T09:10:00.000Z',
        },
      },
    });
  });

  it('shows nothing of the runs to who may not read them', () => {
    const row = fleetRow({ ...entity, withRuns: false }, workflow, summary, {
      now,
      price,
    });
    expect(row).toEqual({
      withRuns: false,
      item: {
        arn: COVID_HIRING_ARN,
        signalKey: 'a-key',
        name: 'covid-hiring',
        accountId: '000000000000',
        region: 'us-east-1',
        entityRef: entity.entityRef,
        tags: [],
        health: 'succeeded',
        tiles: ['healthy'],
        freshness: { kind: 'freshness', promise: 'P1D', state: 'fresh' },
        collectedAt: summary.collectedAt,
      },
    });
  });

  it.each([
    [
      'expected',
      { expected: 'PT1H', freshness: 'PT1H', longestRun: 'PT20M' },
      { tiles: ['late'], promisedSeconds: 1200, tooLongAfterSeconds: 1200 },
      { kind: 'expected', promise: 'PT1H', state: 'late' },
    ],
    [
      'freshness, of which the annotation holds',
      { freshness: 'PT1H' },
      { tiles: ['healthy'] },
      { kind: 'freshness', promise: 'P1D', state: 'fresh' },
    ],
  ])('takes what tags promise: %s', (_, promises, item, freshness) => {
    expect(
      fleetRow(entity, workflow, { ...summary, promises }, { now, price }).item,
    ).toMatchObject({ ...item, freshness });
  });

  it('says what is wrong with a promise', () => {
    const { item } = fleetRow(
      { ...entity, promises: { freshness: 'daily' } },
      workflow,
      summary,
      { now, price },
    );
    expect(item.tiles).toEqual(['healthy']);
    expect(item.freshness).toEqual({
      kind: 'freshness',
      promise: 'daily',
      problem: expect.stringContaining("'daily' is not a promise of freshness"),
    });
  });

  it('knows nothing of what was never collected', () => {
    const { item } = fleetRow(entity, workflow, undefined, { now, price });
    expect(item).toMatchObject({
      health: 'unknown',
      tiles: ['unknown'],
      signalKey: '',
      freshness: { kind: 'freshness', promise: 'P1D', state: 'unknown' },
    });
  });
});
