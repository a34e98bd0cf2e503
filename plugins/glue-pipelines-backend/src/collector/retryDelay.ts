import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { ThrottledError } from '../aws/awsErrors';
import { CollectorConfig } from '../config';

const LONGEST_MS = 15 * 60 * 1000;

/**
 * How long to wait after a failed collection, in milliseconds.
 *
 * What only a person can mend (missing, denied) is tried at the idle interval.
 * Throttling doubles the wait each time, up to 15 minutes, with jitter so that
 * the workflows of an account do not all come back at once. An endpoint that
 * cannot be reached is tried often at first, because it tends to be back soon.
 *
 * @param failures failed attempts in a row before this one
 * @param random between 0 and 1
 */
export function retryDelayMs(
  error: unknown,
  failures: number,
  { idleMs, activeMs }: Pick<CollectorConfig, 'idleMs' | 'activeMs'>,
  random: number = Math.random(),
): number {
  const growth = 2 ** Math.min(failures, 20);
  const jitter = 0.5 + random / 2;
  if (error instanceof ThrottledError) {
    return Math.min(LONGEST_MS, 2 * activeMs * growth) * jitter;
  }
  if (
    error instanceof NotFoundError ||
    error instanceof NotAllowedError ||
    error instanceof InputError
  ) {
    return idleMs * jitter;
  }
  return Math.min(idleMs, activeMs * growth) * jitter;
}
