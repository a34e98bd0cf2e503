import { mockServices } from '@backstage/backend-test-utils';
import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';

type Frequency = SchedulerServiceTaskScheduleDefinition['frequency'];

function millisecondsOf(frequency: Frequency): number {
  if ('cron' in frequency || 'trigger' in frequency) {
    throw new Error('Only tasks that come again after a time can be scheduled');
  }
  return Duration.fromObject(frequency as object).toMillis();
}

/** A scheduler of one replica: each task runs at once and then again after its time, until `stop`. */
export function recurringScheduler() {
  const timers: NodeJS.Timeout[] = [];
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async task => {
      let isRunning = false;
      const run = async () => {
        if (!isRunning) {
          isRunning = true;
          try {
            await task.fn(new AbortController().signal);
          } finally {
            isRunning = false;
          }
        }
      };
      timers.push(
        setTimeout(run, 0),
        setInterval(run, millisecondsOf(task.frequency)),
      );
    },
  });
  return {
    factory: scheduler.factory,
    stop: () => timers.splice(0).forEach(clearInterval),
  };
}
