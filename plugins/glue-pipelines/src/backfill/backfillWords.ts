import { Backfill } from '@glue-pipelines/backstage-plugin-common';
import { isActive, isFailure } from '../status/statuses';
import { Texts } from '../translation/ref';

/** What became of the values of a backfill so far. */
export function progressOf({ items }: Pick<Backfill, 'items'>) {
  const runs = items.flatMap(({ run }) => run ?? []);
  const running = runs.filter(({ health }) => isActive(health)).length;
  return {
    all: items.length,
    done: runs.length - running,
    running,
    failed: runs.filter(({ health }) => isFailure(health)).length,
  };
}

/** The same in one line: `12 of 30 done · 1 failed · 2 running`. */
export function progressWords(t: Texts, backfill: Pick<Backfill, 'items'>) {
  const { all, done, failed, running } = progressOf(backfill);
  return [
    t('backfill.progress', { done: String(done), all: String(all) }),
    failed > 0 && t('backfill.failed', { count: failed }),
    running > 0 && t('backfill.running', { count: running }),
  ]
    .filter(Boolean)
    .join(' · ');
}
