// What the server and the pages read of schedules, without the rest of the
// language. The words are in an entry of their own: `cron-words`.
export { InvalidScheduleError } from './InvalidScheduleError';
export { lastRunAt } from './lastRunAt';
export { nextRunAt } from './nextRunAt';
export { scheduleProblem } from './scheduleProblem';
