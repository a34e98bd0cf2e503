import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ThrottledError } from '../aws/awsErrors';
import { retryDelayMs } from './retryDelay';

const config = { idleMs: 60_000, activeMs: 15_000 };

describe('retryDelayMs', () => {
  it.each([
    ['throttled once', new ThrottledError('x'), 0, 30_000],
    ['throttled twice', new ThrottledError('x'), 1, 60_000],
    ['throttled for long', new ThrottledError('x'), 1000, 900_000],
    ['missing', new NotFoundError('x'), 0, 60_000],
    ['missing for long', new NotFoundError('x'), 1000, 60_000],
    ['denied', new NotAllowedError('x'), 3, 60_000],
    ['unreachable once', new ServiceUnavailableError('x'), 0, 15_000],
    ['unreachable twice', new ServiceUnavailableError('x'), 1, 30_000],
    ['unreachable for long', new ServiceUnavailableError('x'), 1000, 60_000],
    ['a fault of our own', new TypeError('x'), 0, 15_000],
  ])('%s', (_, error, failures, longest) => {
    expect(retryDelayMs(error, failures, config, 1)).toBe(longest);
    expect(retryDelayMs(error, failures, config, 0)).toBe(longest / 2);
  });
});
