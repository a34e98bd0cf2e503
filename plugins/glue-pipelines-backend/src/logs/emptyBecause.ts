import { EmptyLog } from '@glue-pipelines/backstage-plugin-common';
import { FoundAttempt, progressOf } from './findAttempt';
import { LogPlace } from './logPlaces';

/**
 * Why an answer has no line.
 *
 * @param found - `streams` that the attempt has, and how many of them were `read`
 */
export function emptyBecause(
  attempt: FoundAttempt,
  places: readonly LogPlace[],
  found: { streams: number; read: number },
  asked: {
    stream?: string;
    search?: string;
    isBounded: boolean;
    isCursor: boolean;
    /** There may be more where the answer ends. */
    isOpen: boolean;
  },
): EmptyLog {
  const { hasEnded, isUnstarted, isComplete } = progressOf(attempt.attempt);
  const who = attempt.node.type === 'CRAWLER' ? 'The crawler' : 'The job';
  const nothingYet: EmptyLog = {
    reason: 'nothing-yet',
    text: `${who} has not written anything yet.`,
  };
  if (found.streams === 0) {
    if (isUnstarted) {
      return hasEnded
        ? {
            reason: 'never-began',
            text: `${who} never began, so that it wrote nothing.`,
          }
        : {
            reason: 'waiting',
            text: `${who} waits to begin, and has not written anything yet.`,
          };
    }
    if (!hasEnded) {
      return nothingYet;
    }
    if (!isComplete) {
      return {
        reason: 'just-ended',
        text: `${who} has just ended, and CloudWatch has nothing of it yet. Look again in a minute.`,
      };
    }
    const groups = places.map(({ group }) => group);
    return {
      reason: 'no-log',
      groups,
      text: `CloudWatch has no log of it in ${groups.join(', ')}. Either nothing was written, or its role may not write logs (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents), or the log was deleted, or is older than the log group keeps it.`,
    };
  }
  if (found.read === 0) {
    return asked.stream === undefined || asked.stream === 'driver'
      ? {
          reason: 'executors-only',
          text: 'There are only logs of executors. Choose one of the streams.',
        }
      : {
          reason: 'no-stream',
          text: `There is no stream '${asked.stream}' of it. Choose one of the streams.`,
        };
  }
  if (asked.search !== undefined) {
    return asked.isOpen
      ? {
          reason: 'none-found-yet',
          text: 'No line so far contains the text. Go on to search the rest.',
        }
      : {
          reason: 'none-found',
          text: 'No line contains the text, with these capitals and small letters.',
        };
  }
  if (asked.isCursor) {
    return hasEnded
      ? { reason: 'no-more', text: 'There are no more lines.' }
      : { reason: 'no-more-yet', text: 'There are no more lines so far.' };
  }
  if (asked.isBounded) {
    return {
      reason: 'none-in-time',
      text: 'No line was written in this time.',
    };
  }
  return hasEnded
    ? {
        reason: 'empty-streams',
        text: 'Its streams are empty. Either nothing was written, or it is older than the log group keeps it.',
      }
    : nothingYet;
}
