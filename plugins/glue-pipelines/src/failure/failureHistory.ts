import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { isActive, isFailure } from '../status/statuses';

type PastRun = Pick<RunSummary, 'id' | 'health' | 'failure'>;

/**
 * Whether a run's failure is new, in words; `undefined` where no run before it
 * is known.
 *
 * @param newestFirst - the run and those before it
 */
export function failureHistory(
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
  const words = [
    inARow === 0
      ? 'The run before it did not fail'
      : `${inARow === 1 ? 'The run' : `The ${inARow} runs`} before it failed, too`,
  ];
  if (node !== undefined) {
    words.push(
      before.length === 1
        ? `${node} ${same === 1 ? 'failed' : 'did not fail'} in it`
        : `${node} failed in ${same || 'none'} of the ${before.length} runs before`,
    );
  }
  return `${words.join('. ')}.`;
}
