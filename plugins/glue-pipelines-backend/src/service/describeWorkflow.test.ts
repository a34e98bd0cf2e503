import { collectedRun, COVID_HIRING_ARN } from '../__testUtils__/runs';
import { StoredWorkflow, WorkflowDefinition } from '../database/RunStore';
import { describeWorkflow } from './describeWorkflow';

const now = new Date('2026-11-21T10:00:00Z');
const { active, detailed, ...collected } = collectedRun();
const lastRun = { ...collected, consoleUrl: 'https://example.com' };

const stored = (
  definition?: Partial<WorkflowDefinition>,
  some: Partial<StoredWorkflow> = {},
): StoredWorkflow => ({
  arn: COVID_HIRING_ARN,
  signalKey: 'a-key',
  failures: 0,
  missing: false,
  definition: definition && {
    defaultRunProperties: {},
    graph: {
      ...collected.graph,
      nodes: collected.graph.nodes.map(node => ({
        ...node,
        state: 'never-run' as const,
        attempts: [],
      })),
    },
    ...definition,
  },
  ...some,
});

describe('describeWorkflow', () => {
  it('gives the nodes the states of the last run', () => {
    const workflow = describeWorkflow(stored({}), lastRun, now);
    expect(workflow).toMatchObject({
      arn: COVID_HIRING_ARN,
      signalKey: 'a-key',
      name: 'covid-hiring',
      accountId: '000000000000',
      region: 'us-east-1',
      health: 'succeeded',
      lastRun: { id: 'wr_1' },
    });
    expect(workflow.lastRun).not.toHaveProperty('graph');
    expect(workflow.graph).toEqual(lastRun.graph);
  });

  it.each([
    ['collected, never ran', stored({}), 'never-run'],
    ['never collected', stored(undefined), 'unknown'],
    [
      'never collected, with an error',
      stored(undefined, { collectionError: 'Cannot reach AWS' }),
      'unknown',
    ],
  ])('%s', (_, workflow, health) => {
    const described = describeWorkflow(workflow, undefined, now);
    expect(described.health).toBe(health);
    expect(described.collectionError).toBe(workflow.collectionError);
    expect(described.graph.nodes.map(node => node.state)).toEqual(
      workflow.definition ? ['never-run', 'never-run'] : [],
    );
  });

  it.each([
    [
      'SCHEDULED',
      'ACTIVATED',
      'cron(0 6 * * ? *)',
      '2026-11-22T06:00:00.000Z',
      '2026-11-21T06:00:00.000Z',
    ],
    [
      'SCHEDULED',
      'ACTIVATED',
      'cron(0/5 * * * ? *)',
      '2026-11-21T10:05:00.000Z',
      '2026-11-21T09:50:00.000Z',
    ],
    ['SCHEDULED', 'DEACTIVATED', 'cron(0 6 * * ? *)', undefined, undefined],
    ['SCHEDULED', 'ACTIVATED', 'cron(something newer)', undefined, undefined],
    ['ON_DEMAND', 'CREATED', undefined, undefined, undefined],
  ] as const)(
    'a start trigger %s, %s, %s fires next at %s and was due at %s',
    (type, state, schedule, nextRunAt, lastDueAt) => {
      const startTrigger = { name: 'start', type, state, schedule };
      const workflow = describeWorkflow(
        stored({ startTrigger }),
        undefined,
        now,
      );
      expect(workflow.startTrigger?.nextRunAt).toBe(nextRunAt);
      expect(workflow.startTrigger?.lastDueAt).toBe(lastDueAt);
    },
  );
});
