import {
  CallCount,
  CallOutcome,
  CollectorLocation,
} from '@glue-pipelines/backstage-plugin-common';
import { Status } from '../status/statuses';
import { formatDuration } from '../time/duration';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';

/** Seconds of delay that nobody has to know of. */
const USUAL_LAG = 60;

/** How the collection of an account and region is: as a status, and in words. */
export function locationHealth(
  t: Texts,
  location: CollectorLocation,
): {
  status: Status;
  words: string;
} {
  const { workflows, failing, lagSeconds, lastSuccessAt } = location;
  if (workflows === 0) {
    return { status: 'never-run', words: t('collector.health.unused') };
  }
  if (failing > 0) {
    return failing === workflows
      ? { status: 'failed', words: t('collector.health.nothing') }
      : {
          status: 'partially-failed',
          words: t('collector.health.some', {
            failing: String(failing),
            workflows: String(workflows),
          }),
        };
  }
  if (!lastSuccessAt) {
    return { status: 'waiting', words: t('collector.health.notYet') };
  }
  return lagSeconds > USUAL_LAG
    ? {
        status: 'partially-failed',
        words: t('collector.health.behind', {
          duration: formatDuration(t, lagSeconds),
        }),
      }
    : { status: 'succeeded', words: t('collector.health.upToDate') };
}

const OUTCOMES: readonly CallOutcome[] = [
  'ok',
  'throttled',
  'denied',
  'unreachable',
  'not-found',
  'error',
];

/** Calls to AWS by how they ended, e.g. `1,200 answered, 3 throttled`. */
export function callWords(t: Texts, calls: readonly CallCount[]): string {
  return OUTCOMES.map(outcome => {
    const sum = calls
      .filter(call => call.outcome === outcome)
      .reduce((total, call) => total + call.calls, 0);
    return (
      sum > 0 &&
      t(`collector.outcomes.${outcome}`, { what: formatNumber(t, sum) })
    );
  })
    .filter(Boolean)
    .join(', ');
}

/** The operations that were refused or not answered, e.g. `glue:GetTags denied`, the most frequent first. */
export function refusedWords(t: Texts, calls: readonly CallCount[]): string {
  return calls
    .filter(({ outcome }) => outcome !== 'ok')
    .sort((a, b) => b.calls - a.calls)
    .map(({ service, operation, outcome }) =>
      t(`collector.outcomes.${outcome}`, { what: `${service}:${operation}` }),
    )
    .join(', ');
}
