import { FoundAttempt, progressOf } from './findAttempt';
import { LogPlace } from './logPlaces';

/**
 * Why an answer has no line, in a sentence or two for a person.
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
): string {
  const { hasEnded, isUnstarted, isComplete } = progressOf(attempt.attempt);
  const who = attempt.node.type === 'CRAWLER' ? 'The crawler' : 'The job';
  if (found.streams === 0) {
    if (isUnstarted) {
      return hasEnded
        ? `${who} never began, so that it wrote nothing.`
        : `${who} waits to begin, and has not written anything yet.`;
    }
    if (!hasEnded) {
      return `${who} has not written anything yet.`;
    }
    if (!isComplete) {
      return `${who} has just ended, and CloudWatch has nothing of it yet. Look again in a minute.`;
    }
    const groups = places.map(({ group }) => group).join(', ');
    return `CloudWatch has no log of it in ${groups}. Either nothing was written, or its role may not write logs (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents), or the log was deleted, or is older than the log group keeps it.`;
  }
  if (found.read === 0) {
    return asked.stream === undefined || asked.stream === 'driver'
      ? 'There are only logs of executors. Choose one of the streams.'
      : `There is no stream '${asked.stream}' of it. Choose one of the streams.`;
  }
  if (asked.search !== undefined) {
    return asked.isOpen
      ? 'No line so far contains the text. Go on to search the rest.'
      : 'No line contains the text, with these capitals and small letters.';
  }
  if (asked.isCursor) {
    return hasEnded
      ? 'There are no more lines.'
      : 'There are no more lines so far.';
  }
  if (asked.isBounded) {
    return 'No line was written in this time.';
  }
  return hasEnded
    ? 'Its streams are empty. Either nothing was written, or it is older than the log group keeps it.'
    : `${who} has not written anything yet.`;
}
