import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { isActive, Status, statusOf, wordWithin } from '../status/statuses';
import { Texts } from '../translation/ref';

/** How many of the runs that ended succeeded, e.g. `8 of 10 runs succeeded`. */
export function successWords(t: Texts, runs: RunSummary[]): string | undefined {
  const ended = runs.filter(({ health }) => !isActive(health));
  const good = ended.filter(({ health }) => health === 'succeeded').length;
  return ended.length > 0
    ? t('runs.success', { good: String(good), ended: String(ended.length) })
    : undefined;
}

/** The runs counted by health, for those who do not see the strip. */
export function countWords(
  t: Texts,
  runs: Pick<RunSummary, 'health' | 'skipped'>[],
  what: string = t('runs.lastOf', { count: runs.length }),
): string {
  const counts = new Map<Status, number>();
  for (const run of runs) {
    const status = statusOf(run);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const words = [...counts].map(
    ([health, count]) => `${count} ${wordWithin(t, health)}`,
  );
  return `${what}: ${words.join(', ')}`;
}
