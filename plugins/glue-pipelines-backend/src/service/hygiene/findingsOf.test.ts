import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { findingsOf } from './findingsOf';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const item: FleetItem = {
  arn: 'arn:aws:glue:us-east-1:000000000000:workflow/orders',
  signalKey: 'k',
  name: 'orders',
  accountId: '000000000000',
  region: 'us-east-1',
  entityRef: 'component:default/orders',
  owner: 'group:default/sales',
  tags: ['sales'],
  health: 'succeeded',
  tiles: ['healthy'],
  freshness: { kind: 'freshness', promise: 'P1D', state: 'fresh' },
};
const owned = { isOwned: true };
const row = (
  some: Partial<FleetItem> = {},
  lastStartedAt = '2026-11-28T06:00:00.000Z',
) => ({
  item: { ...item, ...some },
  withRuns: true,
  lastStartedAt,
});
const job = (glueVersion?: string) => ({ glueVersion, defaultArguments: {} });

describe('findingsOf', () => {
  it('are none of a workflow that is well kept', () => {
    expect(
      findingsOf(row(), { ...owned, jobs: { load: job('5.0') } }, NOW),
    ).toEqual({ findings: [] });
  });

  it.each([
    ['no owner', row({ owner: undefined }), owned, ['no-owner']],
    ['a tag of another entity', row(), { isOwned: false }, ['nobody-told']],
    ['no promise', row({ freshness: undefined }), owned, ['no-promise']],
    ['no tags', row({ tags: [] }), owned, ['no-tags']],
    [
      'no run',
      { ...row({ health: 'never-run' }), lastStartedAt: undefined },
      owned,
      ['never-run'],
    ],
    [
      'an old last run',
      row({}, '2026-10-29T11:00:00.000Z'),
      owned,
      ['not-run-lately'],
    ],
    [
      'a last run of 29 days ago',
      row({}, '2026-10-30T12:00:00.000Z'),
      owned,
      [],
    ],
  ])('of one with %s', (_, some, facts, findings) => {
    expect(findingsOf(some, facts, NOW)).toEqual({ findings });
  });

  it('name the jobs on a version of Glue that ends, and its dates', () => {
    const jobs = {
      load: job('2.0'),
      check: job('2.0'),
      old: job('0.9'),
      new: job('4.0'),
      unknown: job(),
    };
    expect(findingsOf(row(), { ...owned, jobs }, NOW)).toEqual({
      findings: ['ending-version'],
      endingVersions: [
        {
          version: '0.9',
          support: '2022-06-01',
          life: '2026-04-01',
          jobs: ['old'],
        },
        {
          version: '2.0',
          support: '2024-01-31',
          life: '2026-04-01',
          jobs: ['check', 'load'],
        },
      ],
    });
  });

  it('tell nothing of jobs to who may not read runs', () => {
    const hidden = { ...row(), withRuns: false };
    expect(
      findingsOf(hidden, { ...owned, jobs: { load: job('2.0') } }, NOW),
    ).toEqual({ findings: [] });
  });
});
