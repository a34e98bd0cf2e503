import { RunTimes } from '../database/RunStore';
import { daysUntil, runDays } from './runDays';

const NOW = new Date('2026-11-28T23:30:00.000Z');

describe('daysUntil', () => {
  it.each([
    [{ days: 1, timeZone: 'UTC' }, '2026-11-28', '2026-11-28', '2026-11-28T00'],
    [{ days: 3, timeZone: 'UTC' }, '2026-11-26', '2026-11-28', '2026-11-26T00'],
    [
      { days: 2, timeZone: 'Europe/Berlin' },
      '2026-11-28',
      '2026-11-29',
      '2026-11-27T23',
    ],
    // The clocks went back on the 25th of October.
    [
      { days: 40, timeZone: 'Europe/Berlin' },
      '2026-10-21',
      '2026-11-29',
      '2026-10-20T22',
    ],
  ])('%j is from %s to %s', (asked, from, until, since) => {
    expect(daysUntil(NOW, asked)).toEqual({
      from,
      until,
      since: `${since}:00:00.000Z`,
      timeZone: asked.timeZone,
    });
  });

  it('refuses a time zone that there is not', () => {
    expect(() => daysUntil(NOW, { days: 1, timeZone: 'Mars/Base' })).toThrow(
      "timeZone: there is no time zone 'Mars/Base'",
    );
  });
});

describe('runDays', () => {
  const run = (
    id: string,
    health: RunTimes['health'],
    startedAt: string,
    completedAt?: string,
  ): RunTimes => ({
    id,
    health,
    startedAt: `2026-11-${startedAt}:00.000Z`,
    completedAt: completedAt && `2026-11-${completedAt}:00.000Z`,
  });
  const range = (timeZone: string) => daysUntil(NOW, { days: 3, timeZone });

  it('counts runs by their start, and tells when the first success of a day ended', () => {
    expect(
      runDays(
        [
          run('1', 'succeeded', '26T05:00', '26T06:12'),
          run('2', 'failed', '26T10:00', '26T10:05'),
          run('3', 'succeeded', '26T23:50', '27T00:10'),
          run('4', 'stopped', '27T09:00', '27T09:01'),
          run('5', 'partially-failed', '28T09:00', '28T09:01'),
          run('6', 'failed', '28T10:00', '28T10:01'),
          run('7', 'running', '28T11:00'),
        ],
        range('UTC'),
      ),
    ).toEqual([
      {
        date: '2026-11-26',
        runs: 3,
        succeeded: 2,
        failed: 1,
        runId: '2',
        readyAt: '2026-11-26T06:12:00.000Z',
      },
      {
        date: '2026-11-27',
        runs: 1,
        succeeded: 0,
        failed: 0,
        runId: '4',
        readyAt: '2026-11-27T00:10:00.000Z',
      },
      { date: '2026-11-28', runs: 3, succeeded: 0, failed: 2, runId: '6' },
    ]);
  });

  it('has the days of the time zone', () => {
    expect(
      runDays(
        [run('1', 'succeeded', '27T23:30', '27T23:40')],
        range('Europe/Berlin'),
      ).map(({ date }) => date),
    ).toEqual(['2026-11-28']);
  });
});
