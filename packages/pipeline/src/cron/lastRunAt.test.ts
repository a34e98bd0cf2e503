import { lastRunAt } from './lastRunAt';

describe('lastRunAt', () => {
  // A Saturday.
  const before = new Date('2026-11-21T10:07:00Z');

  it.each([
    ['cron(0 6 * * ? *)', '2026-11-21T06:00:00.000Z'],
    ['cron(7 10 * * ? *)', '2026-11-21T10:07:00.000Z'],
    ['cron(8 10 * * ? *)', '2026-11-20T10:08:00.000Z'],
    ['cron(0/5 * * * ? *)', '2026-11-21T10:05:00.000Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-20T18:00:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-11-01T08:00:00.000Z'],
    ['cron(0 8 31 * ? *)', '2026-10-31T08:00:00.000Z'],
    ['cron(0 0 1 JAN ? *)', '2026-01-01T00:00:00.000Z'],
    ['cron(0 0 1 JAN ? 2024)', undefined],
    ['cron(0 0 1 JAN ? 2199)', undefined],
  ])('%s was due last at %s', (expression, expected) => {
    expect(lastRunAt(expression, before)?.toISOString()).toBe(expected);
  });
});
