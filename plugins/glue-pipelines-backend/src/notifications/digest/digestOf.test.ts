import { EndedRun } from '../../database/EndedRuns';
import { DigestWorkflow, digestOf } from './digestOf';

const period = {
  since: '2026-11-20T07:00:00.000Z',
  from: '2026-11-27T07:00:00.000Z',
  until: '2026-11-28T07:00:00.000Z',
};
const YESTERDAY = '2026-11-27T12:00:00.000Z';
const LAST_WEEK = '2026-11-23T12:00:00.000Z';
const workflow = (
  name: string,
  some: Partial<DigestWorkflow> = {},
): DigestWorkflow => ({
  arn: `arn/${name}`,
  name,
  lastHealth: 'succeeded',
  ...some,
});
const run = (name: string, some: Partial<EndedRun> = {}): EndedRun => ({
  arn: `arn/${name}`,
  health: 'succeeded',
  completedAt: YESTERDAY,
  durationSeconds: 600,
  dpuHours: 1,
  ...some,
});
const usual = (name: string, some: Partial<EndedRun> = {}) =>
  Array.from({ length: 3 }, () =>
    run(name, { completedAt: LAST_WEEK, ...some }),
  );
const of = (workflows: DigestWorkflow[], runs: EndedRun[]) =>
  digestOf('day', period, workflows, runs);

describe('digestOf', () => {
  it('tells what failed, and whether it still does', () => {
    const { failed, healthy } = of(
      [workflow('b', { lastHealth: 'failed' }), workflow('a'), workflow('c')],
      [
        run('a', { health: 'partially-failed' }),
        run('a'),
        run('b', { health: 'failed' }),
        run('c', { health: 'stopped' }),
        run('c', { health: 'failed', completedAt: LAST_WEEK }),
      ],
    );
    expect(failed).toEqual([
      { name: 'a', runs: 2, failed: 1, lastFailed: false },
      { name: 'b', runs: 1, failed: 1, lastFailed: true },
    ]);
    expect(healthy).toEqual(['c']);
  });

  it('tells what was late', () => {
    const { late, healthy, workflows } = of(
      [workflow('a', { brokenPromise: 'PT6H' }), workflow('b')],
      [],
    );
    expect(late).toEqual([{ name: 'a', promise: 'PT6H' }]);
    expect(healthy).toEqual(['b']);
    expect(workflows).toBe(2);
  });

  it.each<[string, EndedRun[], number | undefined]>([
    ['a quarter more', [run('a', { durationSeconds: 750 })], 750],
    ['a little more', [run('a', { durationSeconds: 740 })], undefined],
    [
      'a failure',
      [run('a', { durationSeconds: 900, health: 'failed' })],
      undefined,
    ],
    ['no run', [], undefined],
  ])('calls it slower by %s', (_, runs, now) => {
    const { slower } = of([workflow('a')], [...usual('a'), ...runs]);
    expect(slower).toEqual(now ? [{ name: 'a', now, before: 600 }] : []);
  });

  it('calls nothing slower of which it knows little, or that is short', () => {
    const slow = run('a', { durationSeconds: 5_000 });
    expect(of([workflow('a')], [...usual('a').slice(1), slow]).slower).toEqual(
      [],
    );
    const short = run('a', { durationSeconds: 60 });
    const before = usual('a', { durationSeconds: 20 });
    expect(of([workflow('a')], [...before, short]).slower).toEqual([]);
  });

  it('tells what got dearer, and what all used', () => {
    const { dearer, dpuHours } = of(
      [workflow('a'), workflow('b')],
      [
        ...usual('a'),
        run('a', { dpuHours: 2 }),
        run('a', { dpuHours: 1.5, health: 'failed' }),
        run('b', { dpuHours: undefined }),
      ],
    );
    expect(dearer).toEqual([{ name: 'a', now: 1.75, before: 1 }]);
    expect(dpuHours).toBe(3.5);
  });
});
