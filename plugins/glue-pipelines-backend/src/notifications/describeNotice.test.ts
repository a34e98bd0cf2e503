import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { describeNotice, describeSummary } from './describeNotice';
import { Notice } from './Notice';

const LINK = '/catalog/default/component/covid-hiring/glue';

function noticeOf(some: Partial<Notice>): Notice {
  return {
    workflowArn: COVID_HIRING_ARN,
    kind: 'failure',
    occasion: 'wr_1',
    happenedAt: '2026-11-28T12:00:00.000Z',
    details: { runId: 'wr_1', health: 'failed' },
    ...some,
  };
}

describe('describeNotice', () => {
  const cause = {
    id: 'out-of-memory',
    title: 'The job ran out of memory.',
    remedy: 'Take larger workers.',
  };

  it.each<[string, Partial<Notice>, object]>([
    [
      'a failure whose cause is known',
      { details: { health: 'failed', nodeName: 'load', cause } },
      {
        title: "Workflow 'covid-hiring' failed",
        description:
          "'load' failed. The job ran out of memory. Take larger workers.",
        severity: 'high',
        topic: 'glue-pipelines.failure',
      },
    ],
    [
      'a failure in part that nobody can explain',
      { details: { health: 'partially-failed', nodeName: 'load' } },
      {
        title: "Workflow 'covid-hiring' failed in part",
        description: "'load' failed. Its page shows what AWS says of it.",
      },
    ],
    [
      'a failure of no node',
      { details: { health: 'failed' } },
      { description: 'Its page shows what AWS says of it.' },
    ],
    [
      'a recovery',
      { kind: 'recovery' },
      {
        title: "Workflow 'covid-hiring' succeeds again",
        severity: 'normal',
        topic: 'glue-pipelines.recovery',
      },
    ],
    [
      'lateness after a failure',
      {
        kind: 'lateness',
        details: {
          promise: 'PT6H',
          lastSuccessAt: '2026-11-27T23:30:00.000Z',
          health: 'failed',
        },
      },
      {
        title: "Workflow 'covid-hiring' is late",
        description:
          "Its last successful run ended at 2026-11-27 23:30 UTC, which does not keep the promise 'PT6H' of glue-pipelines.io/freshness. Its last run failed.",
        severity: 'high',
        topic: 'glue-pipelines.lateness',
      },
    ],
    [
      'that no run came by the time that was promised',
      {
        kind: 'lateness',
        details: {
          promise: 'by 07:00',
          promiseKind: 'expected',
          lastSuccessAt: '2026-11-27T06:30:00.000Z',
          health: 'succeeded',
        },
      },
      {
        description:
          "Its last successful run ended at 2026-11-27 06:30 UTC, which does not keep the promise 'by 07:00' of glue-pipelines.io/expected. Look whether its start trigger is active.",
      },
    ],
    [
      'a run that takes longer than promised',
      {
        kind: 'overrun',
        details: {
          startedAt: '2026-11-27T06:30:00.000Z',
          medianSeconds: 60,
          promisedSeconds: 5400,
        },
      },
      {
        title: "A run of workflow 'covid-hiring' takes longer than promised",
        description:
          'It began at 2026-11-27 06:30 UTC and goes on; the pipeline promises at most 90 minutes. Its page shows what it is doing.',
      },
    ],
    [
      'the first success',
      { kind: 'first-success' },
      {
        title: "Workflow 'covid-hiring' succeeded for the first time",
        severity: 'low',
        topic: 'glue-pipelines.first-success',
      },
    ],
  ])('tells %s', (_, notice, payload) => {
    expect(describeNotice(noticeOf(notice), LINK)).toMatchObject({
      ...payload,
      link: LINK,
    });
  });

  it('puts all of a workflow into one place, and others into others', () => {
    const scope = (some: Partial<Notice>) =>
      describeNotice(noticeOf(some), LINK).scope;
    expect(scope({ kind: 'recovery' })).toBe(scope({ kind: 'failure' }));
    expect(scope({ workflowArn: FLIGHT_DELAYS_ARN })).not.toBe(scope({}));
  });

  it('fits where Backstage stores it, however long the name', () => {
    const longest = COVID_HIRING_ARN.replace(/[^/]+$/, 'x'.repeat(255));
    const { title, scope } = describeNotice(
      noticeOf({ workflowArn: longest, kind: 'first-success' }),
      LINK,
    );
    expect(title.length).toBeLessThanOrEqual(255);
    expect(scope?.length).toBeLessThanOrEqual(255);
  });
});

describe('describeSummary', () => {
  const hour = '2026-11-28T12:00:00.000Z';

  it('names what was not told one by one, up to a number', () => {
    const notices = Array.from({ length: 23 }, (_, i) =>
      noticeOf({ workflowArn: `${FLIGHT_DELAYS_ARN}-${i}` }),
    );
    const summary = describeSummary('group:default/data', hour, notices, LINK);
    expect(summary).toMatchObject({
      title: 'More news of 23 Glue workflows',
      severity: 'high',
      topic: 'glue-pipelines.summary',
      link: LINK,
    });
    const lines = summary.description?.split('\n') ?? [];
    expect(lines[0]).toBe(
      'These were too many to tell one by one in the hour from 2026-11-28 12:00 UTC:',
    );
    expect(lines[1]).toBe("Workflow 'flight-delays-0' failed.");
    expect(lines.slice(21)).toEqual(['And 3 more.']);
  });
});
