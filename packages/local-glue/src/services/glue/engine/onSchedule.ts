import { nextRunAt } from '@glue-pipelines/pipeline/cron';

/** Milliseconds after which the clock is looked at anew: it may be set, and the machine may sleep. */
const longestWait = 30_000;

/**
 * Calls `fire` each time that a schedule is due. Keeps no process alive.
 *
 * @returns what stops it
 * @throws InvalidScheduleError
 */
export function onSchedule(expression: string, fire: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const due = nextRunAt(expression)?.getTime();
    if (due === undefined) return;
    timer = setTimeout(
      () => {
        const isDue = Date.now() >= due;
        wait();
        if (isDue) fire();
      },
      Math.min(due - Date.now(), longestWait),
    ).unref();
  };
  wait();
  return () => clearTimeout(timer);
}
