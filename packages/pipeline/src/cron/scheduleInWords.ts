import cronstrue from 'cronstrue';
import { parseCron } from './parseCron';

/**
 * A `cron(...)` of AWS in English, e.g. `At 06:00 (UTC)`.
 * @throws InvalidScheduleError
 */
export function scheduleInWords(expression: string): string {
  const texts = parseCron(expression).map(({ text }) => text);
  const words = cronstrue.toString(['0', ...texts].join(' '), {
    dayOfWeekStartIndexZero: false,
    use24HourTimeFormat: true,
  });
  return `${words} (UTC)`;
}
