import { Digest } from './Digest';
import { describeDigest } from './describeDigest';

const quiet: Digest = {
  every: 'day',
  from: '2026-11-27T07:00:00.000Z',
  until: '2026-11-28T07:00:00.000Z',
  workflows: 1,
  failed: [],
  late: [],
  slower: [],
  dearer: [],
  healthy: ['orders'],
  dpuHours: 0,
};
const described = (some: Partial<Digest>) =>
  describeDigest(
    'group:default/sales',
    { ...quiet, ...some },
    { pricePerDpuHour: 0.5, currency: 'EUR' },
    '/glue-pipelines?owner=group%3Adefault%2Fsales',
  );

describe('describeDigest', () => {
  it('has a line for each kind of news', () => {
    expect(
      described({
        every: 'week',
        workflows: 14,
        failed: [
          { name: 'orders', runs: 24, failed: 3, lastFailed: false },
          { name: 'visits', runs: 1, failed: 1, lastFailed: true },
        ],
        late: [{ name: 'visits', promise: 'by 06:00 Europe/Berlin' }],
        slower: [{ name: 'loads', now: 900, before: 580 }],
        dearer: [{ name: 'loads', now: 2.5, before: 1.256 }],
        healthy: Array.from({ length: 12 }, (_, i) => `w${i}`),
        dpuHours: 34.24,
      }),
    ).toEqual({
      title: 'Glue, the week to 2026-11-28: 2 failed, 1 late of 14 workflows',
      description: [
        'Failed: orders (3 of 24 runs; the last succeeded), visits (1 of 1 run).',
        'Late: visits (promised: by 06:00 Europe/Berlin).',
        'Slower: loads (15 minutes a run, before 10 minutes).',
        'Dearer: loads (2.50 DPU hours a run, before 1.26 DPU hours).',
        'Healthy: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9 and 2 more.',
        'Used: 34.2 DPU hours, about 17.12 EUR.',
      ].join('\n'),
      link: '/glue-pipelines?owner=group%3Adefault%2Fsales',
      severity: 'normal',
      topic: 'glue-pipelines.digest',
      scope: expect.stringMatching(/^glue-pipelines\.digest\.[\w-]{43}$/),
    });
  });

  it('is a line where there is no news', () => {
    expect(described({})).toMatchObject({
      title:
        'Glue, the day to 2026-11-28: nothing failed or was late of 1 workflow',
      description: 'Healthy: orders.',
      severity: 'low',
    });
  });
});
