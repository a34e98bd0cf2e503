import { ConfigReader } from '@backstage/config';
import { readGluePipelinesConfig } from './config';

const DAY_MS = 24 * 60 * 60_000;
const read = (gluePipelines?: object) =>
  readGluePipelinesConfig(
    new ConfigReader(gluePipelines ? { gluePipelines } : {}),
  );

describe('readGluePipelinesConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      endpoint: undefined,
      collector: {
        idleMs: 60_000,
        activeMs: 15_000,
        runsToKeep: 1000,
        keepRunsForMs: 365 * DAY_MS,
        keepUnnamedForMs: 30 * DAY_MS,
      },
      requireEntityTag: { reads: false, writes: true },
      startsPerMinute: { perUser: 10, perWorkflow: 10 },
      cost: { pricePerDpuHour: 0.44, currency: 'USD' },
      badges: false,
      eventsTopic: 'aws-glue',
      notifications: {
        kinds: new Set([
          'failure',
          'recovery',
          'lateness',
          'overrun',
          'first-success',
        ]),
        perOwnerAndHour: 10,
      },
    });
  });

  it('reads everything', () => {
    expect(
      read({
        aws: { endpoint: 'http://127.0.0.1:4566' },
        collector: {
          idle: 'PT10S',
          active: { seconds: 1 },
          runsToKeep: 50,
          keepRunsFor: { days: 90 },
          keepUnnamedFor: 'P1D',
        },
        requireEntityTag: { reads: true, writes: false },
        startsPerMinute: { perUser: 3, perWorkflow: 20 },
        cost: { pricePerDpuHour: 0.29, currency: 'EUR' },
        badges: true,
        events: { topic: 'glue-events' },
        notifications: {
          recovery: false,
          firstSuccess: false,
          perOwnerAndHour: 3,
          digest: { every: 'week', at: '06:30 Europe/Berlin' },
        },
      }),
    ).toEqual({
      endpoint: 'http://127.0.0.1:4566',
      collector: {
        idleMs: 10_000,
        activeMs: 1_000,
        runsToKeep: 50,
        keepRunsForMs: 90 * DAY_MS,
        keepUnnamedForMs: DAY_MS,
      },
      requireEntityTag: { reads: true, writes: false },
      startsPerMinute: { perUser: 3, perWorkflow: 20 },
      cost: { pricePerDpuHour: 0.29, currency: 'EUR' },
      badges: true,
      eventsTopic: 'glue-events',
      notifications: {
        kinds: new Set(['failure', 'lateness', 'overrun']),
        perOwnerAndHour: 3,
        digest: { every: 'week', hour: 6, minute: 30, zone: 'Europe/Berlin' },
      },
    });
  });

  it.each([
    [{ aws: { endpoint: 'localhost:4566' } }, 'gluePipelines.aws.endpoint'],
    [{ aws: { endpoint: 'not a url' } }, 'gluePipelines.aws.endpoint'],
    [{ collector: { idle: 'often' } }, 'gluePipelines.collector.idle'],
    [
      { collector: { active: { milliseconds: 1 } } },
      'gluePipelines.collector.active must be at least 500',
    ],
    [{ collector: { runsToKeep: 0 } }, 'gluePipelines.collector.runsToKeep'],
    [{ collector: { runsToKeep: 1.5 } }, 'gluePipelines.collector.runsToKeep'],
    [
      { startsPerMinute: { perUser: 0 } },
      'gluePipelines.startsPerMinute.perUser must be a whole number',
    ],
    [
      { cost: { pricePerDpuHour: -1 } },
      'gluePipelines.cost.pricePerDpuHour must be a number of at least 0',
    ],
    [
      { cost: { currency: 'dollars' } },
      'gluePipelines.cost.currency must be a code of ISO 4217',
    ],
    [
      { notifications: { digest: { every: 'month' } } },
      'gluePipelines.notifications.digest.every must be day or week',
    ],
    [
      { notifications: { digest: { every: 'day', at: '7 am' } } },
      'gluePipelines.notifications.digest.at must be a time of day',
    ],
    [{ events: { topic: '' } }, 'gluePipelines.events.topic'],
    [
      { notifications: { perOwnerAndHour: 0 } },
      'gluePipelines.notifications.perOwnerAndHour must be a whole number',
    ],
    [
      { notifications: { lateness: 'sometimes' } },
      'gluePipelines.notifications.lateness',
    ],
    [
      { requireEntityTag: { writes: 'sometimes' } },
      'gluePipelines.requireEntityTag.writes',
    ],
  ])('names the key of %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
