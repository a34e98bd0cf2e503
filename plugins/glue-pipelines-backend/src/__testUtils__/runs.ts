import { mapStatistics } from '@glue-pipelines/backstage-plugin-common';
import { CollectedRun } from '../database/RunStore';

export const COVID_HIRING_ARN =
  'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring';
export const FLIGHT_DELAYS_ARN =
  'arn:aws:glue:us-east-1:000000000000:workflow/flight-delays';

/** A run of two nodes: its start trigger, and a job that succeeded. */
export function collectedRun(some: Partial<CollectedRun> = {}): CollectedRun {
  return {
    id: 'wr_1',
    workflowArn: COVID_HIRING_ARN,
    health: 'succeeded',
    rawStatus: 'COMPLETED',
    startedAt: '2026-11-21T10:00:00.000Z',
    completedAt: '2026-11-21T10:00:20.000Z',
    statistics: mapStatistics({ TotalActions: 1, SucceededActions: 1 }),
    properties: { origin: 'test' },
    active: false,
    detailed: true,
    graph: {
      nodes: [
        {
          id: 'wnode_1',
          type: 'TRIGGER',
          name: 'covid-hiring-start',
          state: 'succeeded',
          attempts: [],
          trigger: { type: 'ON_DEMAND', state: 'CREATED' },
        },
        {
          id: 'wnode_2',
          type: 'JOB',
          name: 'covid-hiring-prepare',
          state: 'succeeded',
          attempts: [
            {
              id: 'jr_1',
              attempt: 0,
              rawState: 'SUCCEEDED',
              durationSeconds: 3,
            },
          ],
        },
      ],
      edges: [{ sourceId: 'wnode_1', destinationId: 'wnode_2' }],
    },
    ...some,
  };
}
