import {
  CallCount,
  CallOutcome,
  CollectorLocation,
} from '@glue-pipelines/backstage-plugin-common';
import { Status } from '../status/statuses';
import { formatDuration } from '../time/duration';
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
    return { status: 'never-run', words: 'No entity names a workflow there' };
  }
  if (failing > 0) {
    return failing === workflows
      ? { status: 'failed', words: 'Nothing can be read' }
      : {
          status: 'partially-failed',
          words: `${failing} of ${workflows} cannot be read`,
        };
  }
  if (!lastSuccessAt) {
    return { status: 'waiting', words: 'Not read yet' };
  }
  return lagSeconds > USUAL_LAG
    ? {
        status: 'partially-failed',
        words: `${formatDuration(t, lagSeconds)} behind`,
      }
    : { status: 'succeeded', words: 'Up to date' };
}

const OUTCOMES: Record<CallOutcome, string> = {
  ok: 'answered',
  throttled: 'throttled',
  denied: 'denied',
  unreachable: 'without an answer',
  'not-found': 'not found',
  error: 'failed',
};

/** Calls to AWS by how they ended, e.g. `1,200 answered, 3 throttled`. */
export function callWords(calls: readonly CallCount[]): string {
  return (Object.keys(OUTCOMES) as CallOutcome[])
    .map(outcome => {
      const sum = calls
        .filter(call => call.outcome === outcome)
        .reduce((total, call) => total + call.calls, 0);
      return sum > 0 && `${sum.toLocaleString('en')} ${OUTCOMES[outcome]}`;
    })
    .filter(Boolean)
    .join(', ');
}

/** The operations that were refused or not answered, e.g. `glue:GetTags denied`, the most frequent first. */
export function refusedWords(calls: readonly CallCount[]): string {
  return calls
    .filter(({ outcome }) => outcome !== 'ok')
    .sort((a, b) => b.calls - a.calls)
    .map(
      ({ service, operation, outcome }) =>
        `${service}:${operation} ${OUTCOMES[outcome]}`,
    )
    .join(', ');
}
