import type { JsonObject } from '@backstage/types';
import { isFilledIn, nextRuns, startBy, wayOf } from './startWays';

describe('what starts a pipeline', () => {
  it.each([
    [{}, 'hand'],
    [{ cron: 'cron(0 6 * * ? *)' }, 'cron'],
    [{ onNewFiles: { sources: ['orders'] } }, 'onNewFiles'],
    [{ after: 'orders' }, 'after'],
    [{ condition: { newFiles: 2 } }, 'hand'],
  ])('%j is by %s', (start, way) => {
    expect(wayOf(start)).toBe(way);
  });

  it.each([
    [{ cron: ' ' }, 'cron', false],
    [{ cron: 'cron(0 6 * * ? *)' }, 'cron', true],
    [{ onNewFiles: { sources: [], batchSize: 2 } }, 'onNewFiles', false],
    [{ onNewFiles: { sources: ['orders'] } }, 'onNewFiles', true],
    [{}, 'after', false],
  ] as const)('%j says by %s: %s', (start, way, said) => {
    expect(isFilledIn(start as JsonObject, way)).toBe(said);
  });

  it('is one of the ways, with the condition of all of them', () => {
    const start = { cron: 'cron(0 6 * * ? *)', condition: { newFiles: 2 } };
    expect(startBy(start, 'after', 'orders')).toEqual({
      condition: { newFiles: 2 },
      after: 'orders',
    });
    expect(startBy(start, 'hand', undefined)).toEqual({
      condition: { newFiles: 2 },
    });
  });
});

describe('the next runs', () => {
  const now = new Date('2026-11-27T07:00:00Z');

  it.each([
    [
      'cron(0 6 ? * MON-FRI *)',
      ['2026-11-30T06:00:00.000Z', '2026-12-01T06:00:00.000Z'],
    ],
    ['cron(0 6 28 11 ? 2026)', ['2026-11-28T06:00:00.000Z']],
    ['cron(0 6 1 1 ? 2020)', []],
  ])('of %s', (cron, runs) => {
    expect(nextRuns(cron, 2, now)).toEqual(runs);
  });
});
