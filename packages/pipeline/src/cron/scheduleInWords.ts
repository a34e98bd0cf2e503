import cronstrue from 'cronstrue';
import 'cronstrue/locales/de';
import { FIELDS } from './fields';
import { parseCron } from './parseCron';

/** Cronstrue lets steps of years end with 9999. */
function withLastYear(years: string): string {
  return years.replace(/(^|,)(\d+)\//g, `$1$2-${FIELDS.at(-1)!.max}/`);
}

/**
 * A `cron(...)` of AWS in words, e.g. `At 06:00 (UTC)`.
 * @param locale - A BCP 47 tag; English for languages other than German
 * @throws InvalidScheduleError
 *
 * @public
 */
export function scheduleInWords(
  expression: string,
  locale: string = 'en',
): string {
  const texts = parseCron(expression).map(({ text }) => text);
  const years = withLastYear(texts.pop()!);
  const words = cronstrue.toString(['0', ...texts, years].join(' '), {
    dayOfWeekStartIndexZero: false,
    use24HourTimeFormat: true,
    locale: /^de\b/.test(locale) ? 'de' : 'en',
  });
  return `${words} (UTC)`;
}
