import { scheduleInWords } from '@glue-pipelines/pipeline/cron-words';

/** A trigger's schedule in words; the expression itself where it cannot be read. */
export function scheduleWords(expression: string): string {
  try {
    return scheduleInWords(expression);
  } catch {
    // AWS accepted it, so it means something: show what is there.
    return expression;
  }
}
