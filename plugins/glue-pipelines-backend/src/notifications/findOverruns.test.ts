import { ActiveRun } from '../database/WorkflowSummaries';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { findOverruns } from './findOverruns';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const run: ActiveRun = {
  arn: COVID_HIRING_ARN,
  id: 'wr_1',
  health: 'running',
  startedAt: '2026-11-28T11:50:00.000Z',
  collectedAt: '2026-11-28T11:59:55.000Z',
  medianSeconds: 60,
  succeeded: 10,
  promises: {},
};

describe('findOverruns', () => {
  it('tells of a run that takes unusually long', () => {
    expect(findOverruns([run], new Map(), NOW)).toEqual([
      {
        workflowArn: COVID_HIRING_ARN,
        kind: 'overrun',
        occasion: 'wr_1',
        happenedAt: NOW.toISOString(),
        details: {
          runId: 'wr_1',
          health: 'running',
          startedAt: run.startedAt,
          medianSeconds: 60,
        },
      },
    ]);
  });

  it.each<[string, Partial<ActiveRun>]>([
    ['that is usual', { medianSeconds: 500 }],
    ['of which too few succeeded before', { succeeded: 4 }],
    ['of which none succeeded before', { medianSeconds: undefined }],
    [
      'that may have ended since AWS was read',
      { collectedAt: '2026-11-28T11:55:00.000Z' },
    ],
    ['that was never read', { collectedAt: undefined }],
  ])('says nothing of one %s', (_, some) => {
    expect(findOverruns([{ ...run, ...some }], new Map(), NOW)).toEqual([]);
  });

  it.each([
    [900, 0],
    [540, 1],
  ])('holds it to a promise of %s seconds instead', (seconds, told) => {
    const promised = new Map([[COVID_HIRING_ARN, seconds]]);
    const found = findOverruns([run], promised, NOW);
    expect(found.map(({ details }) => details.promisedSeconds)).toEqual(
      Array(told).fill(seconds),
    );
  });
});
