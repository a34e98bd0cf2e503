import { pendingRetryOf } from './pendingRetry';

const failed = { attempt: 0, rawState: 'FAILED' };
const again = { attempt: 1, rawState: 'FAILED' };

describe('pendingRetryOf', () => {
  it.each([
    ['a job that failed once of three times', [failed], 'RUNNING', 2, [2, 3]],
    ['its second failure', [failed, again], 'RUNNING', 2, [3, 3]],
    ['its last failure', [failed, again], 'RUNNING', 1, undefined],
    ['a job without retries', [failed], 'RUNNING', 0, undefined],
    [
      'one of which that is not known',
      [failed],
      'RUNNING',
      undefined,
      undefined,
    ],
    ['a run that is stopped', [failed], 'STOPPING', 2, undefined],
    ['a run that has ended', [failed], 'COMPLETED', 2, undefined],
    [
      'an attempt that goes on',
      [failed, { attempt: 1, rawState: 'RUNNING' }],
      'RUNNING',
      2,
      undefined,
    ],
    ['a job that did not run', [], 'RUNNING', 2, undefined],
  ])('of %s', (_, attempts, rawStatus, maxRetries, pending) => {
    const found = pendingRetryOf(
      { type: 'JOB', attempts },
      { rawStatus },
      maxRetries,
    );
    expect(found && [found.attempt, found.of]).toEqual(pending);
  });

  it('is none of a crawl', () => {
    expect(
      pendingRetryOf(
        { type: 'CRAWLER', attempts: [failed] },
        { rawStatus: 'RUNNING' },
        2,
      ),
    ).toBeUndefined();
  });
});
