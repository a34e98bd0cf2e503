import { scheduleObstacle } from './startObstacles';
import { StartTrigger } from './types';

const pause = {
  pausedBy: 'user:default/jo',
  pausedAt: '2026-11-26T10:00:00.000Z',
  reason: 'The source moves',
};
const scheduled = (state: string, more: Partial<StartTrigger> = {}) => ({
  name: 'start',
  type: 'SCHEDULED' as const,
  state,
  schedule: 'cron(0 6 * * ? *)',
  ...more,
});

describe('scheduleObstacle', () => {
  it.each<[string, StartTrigger | undefined, object | undefined]>([
    ['no trigger', undefined, undefined],
    ['an active schedule', scheduled('ACTIVATED'), undefined],
    [
      'a schedule that was paused here',
      scheduled('DEACTIVATED', { pause }),
      { kind: 'paused', pause },
    ],
    [
      'a schedule that was deactivated elsewhere',
      scheduled('DEACTIVATED'),
      { kind: 'deactivated', state: 'DEACTIVATED' },
    ],
    [
      'a schedule that was never active',
      scheduled('CREATED'),
      { kind: 'never-activated' },
    ],
    [
      'a schedule that AWS is changing',
      scheduled('ACTIVATING'),
      { kind: 'changing', state: 'ACTIVATING' },
    ],
    [
      'a trigger for people',
      { name: 'start', type: 'ON_DEMAND', state: 'CREATED' },
      undefined,
    ],
    [
      'a trigger for events',
      { name: 'start', type: 'EVENT', state: 'CREATED' },
      undefined,
    ],
  ])('%s', (_, trigger, obstacle) => {
    expect(scheduleObstacle(trigger)).toEqual(obstacle);
  });
});
