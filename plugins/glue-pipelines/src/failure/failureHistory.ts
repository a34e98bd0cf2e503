import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { isActive, isFailure } from '../status/statuses';
import { Texts } from '../translation/ref';

type PastRun = Pick<RunSummary, 'id' | 'health' | 'failure'>;

/**
 * Whether a run's failure is new, in words; `undefined` where no run before it
 * is known.
 *
 * @param newestFirst - the run and those before it
 */
export function failureHistory(
  t: Texts,
  run: PastRun,
  newestFirst: readonly PastRun[],
): string | undefined {
  const place = newestFirst.findIndex(({ id }) => id === run.id);
  const before = newestFirst
    .slice(place + 1)
    .filter(({ health }) => !isActive(health));
  if (place < 0 || before.length === 0) {
    return undefined;
  }
  const node = run.failure?.nodeName;
  const same = before.filter(
    ({ health, failure }) =>
      isFailure(health) && node !== undefined && failure?.nodeName === node,
  ).length;
  const until = before.findIndex(({ health }) => !isFailure(health));
  const inARow = until < 0 ? before.length : until;
  const words: string[] = [
    inARow === 0
      ? t('failure.history.isNew')
      : t('failure.history.goesOn', { count: inARow }),
  ];
  if (node !== undefined && before.length === 1) {
    words.push(
      t(same === 1 ? 'failure.history.nodeToo' : 'failure.history.nodeNot', {
        node,
      }),
    );
  } else if (node !== undefined) {
    const ofRuns = { node, runs: String(before.length) };
    words.push(
      same > 0
        ? t('failure.history.nodeInSome', { ...ofRuns, times: String(same) })
        : t('failure.history.nodeInNone', ofRuns),
    );
  }
  return words.join(' ');
}
