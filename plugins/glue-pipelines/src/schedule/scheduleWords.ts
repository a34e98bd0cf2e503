import { scheduleInWords } from '@glue-pipelines/pipeline/cron-words';
import { Texts } from '../translation/ref';

/** A trigger's schedule in words; the expression itself where it cannot be read. */
export function scheduleWords(t: Texts, expression: string): string {
  try {
    return scheduleInWords(expression, t('locale'));
  } catch {
    // AWS accepted it, so it means something: show what is there.
    return expression;
  }
}
