import { RunChange } from '../changes/RunChange';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { NoticeKind } from './Notice';
import { noticeOf } from './noticeOf';

const AT = '2026-11-28T12:00:00.000Z';

function changeOf(some: Partial<RunChange>): RunChange {
  return {
    workflowArn: COVID_HIRING_ARN,
    runId: 'wr_1',
    after: 'running',
    superseded: false,
    at: AT,
    ...some,
  };
}

type Row = [
  title: string,
  change: Partial<RunChange>,
  standing: NoticeKind | undefined,
  kind: NoticeKind | undefined,
];

describe('noticeOf', () => {
  it.each<Row>([
    ['begins', { after: 'running' }, undefined, undefined],
    ['begins after a failure', { previous: 'failed' }, 'failure', undefined],

    ['fails', { before: 'running', after: 'failed' }, undefined, 'failure'],
    ['is found failed', { after: 'failed' }, undefined, 'failure'],
    [
      'fails in part',
      { before: 'running', after: 'partially-failed' },
      undefined,
      'failure',
    ],
    [
      'fails as the one before',
      { before: 'running', after: 'failed', previous: 'failed' },
      'failure',
      'failure',
    ],
    [
      'fails while it is late',
      { before: 'running', after: 'failed', previous: 'succeeded' },
      'lateness',
      'failure',
    ],
    [
      'has failed in another way than thought',
      { before: 'failed', after: 'partially-failed' },
      'failure',
      undefined,
    ],
    [
      'failed before one that has ended',
      { after: 'failed', superseded: true },
      undefined,
      undefined,
    ],

    [
      'succeeds after one that failed',
      { after: 'succeeded', previous: 'failed' },
      'failure',
      'recovery',
    ],
    [
      'succeeds after one that failed in part',
      { after: 'succeeded', previous: 'partially-failed' },
      'failure',
      'recovery',
    ],
    [
      'succeeds after a failure that nobody was told of',
      { after: 'succeeded', previous: 'failed' },
      undefined,
      'recovery',
    ],
    [
      'succeeds by a retry after its own failure',
      { before: 'failed', after: 'succeeded', previous: 'succeeded' },
      'failure',
      'recovery',
    ],
    [
      'succeeds too late',
      { after: 'succeeded', previous: 'succeeded' },
      'lateness',
      'recovery',
    ],
    [
      'succeeds after it was told to',
      { after: 'succeeded', previous: 'succeeded' },
      'recovery',
      undefined,
    ],
    [
      'succeeds as ever',
      { before: 'running', after: 'succeeded', previous: 'succeeded' },
      undefined,
      undefined,
    ],
    [
      'succeeds before one that has ended',
      { after: 'succeeded', previous: 'failed', superseded: true },
      'failure',
      undefined,
    ],

    [
      'succeeds for the first time',
      { before: 'running', after: 'succeeded' },
      undefined,
      'first-success',
    ],
    [
      'succeeds with no run before, but known to succeed',
      { after: 'succeeded' },
      'first-success',
      undefined,
    ],

    ['is being stopped', { after: 'stopping' }, undefined, undefined],
    ['was stopped', { after: 'stopped' }, undefined, undefined],
    ['was stopped after a failure', { after: 'stopped' }, 'failure', undefined],
    ['is a riddle', { after: 'unknown' }, undefined, undefined],
  ])('of a run that %s', (_, change, standing, kind) => {
    expect(noticeOf(changeOf(change), standing)?.kind).toBe(kind);
  });

  it('says of a failure which run and why', () => {
    const cause = { id: 'x', title: 'It broke.', remedy: 'Mend it.' };
    const failure = { nodeName: 'load', cause };
    expect(noticeOf(changeOf({ after: 'failed', failure }), undefined)).toEqual(
      {
        workflowArn: COVID_HIRING_ARN,
        kind: 'failure',
        occasion: 'wr_1',
        happenedAt: AT,
        details: { runId: 'wr_1', health: 'failed', nodeName: 'load', cause },
      },
    );
  });
});
