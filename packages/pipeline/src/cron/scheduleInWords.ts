import cronstrue from 'cronstrue';
import { FIELDS } from './fields';
import { parseCron } from './parseCron';

/** Cronstrue lets steps of years end with 9999. */
function withLastYear(years: string): string {
  return years.replace(/(^|,)(\d+)\//g, `$1$2-${FIELDS.at(-1)!.max}/`);
}

/**
 * A `cron(...)` of AWS in English, e.g. `At 06:00 (UTC)`.
 * @throws InvalidScheduleError
 */
export function scheduleInWords(expression: string): string {
  const texts = parseCron(expression).map(({ text }) => text);
  const years = withLastYear(texts.pop()!);
  const words = cronstrue.toString(['0', ...texts, years].join(' '), {
    dayOfWeekStartIndexZero: false,
    use24HourTimeFormat: true,
  });
  return `${words} (UTC)`;
}
