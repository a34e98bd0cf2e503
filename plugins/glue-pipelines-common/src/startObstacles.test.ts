import { startObstacles } from './startObstacles';
import { StartTrigger, WorkflowDetail, WorkflowNode } from './types';

const DUE_AT = '2026-11-28T06:00:00.000Z';
const pause = {
  pausedBy: 'user:default/jo',
  pausedAt: '2026-11-26T10:00:00.000Z',
  reason: 'The source moves',
};
const scheduled = (
  state: string,
  more: Partial<StartTrigger> = {},
): StartTrigger => ({
  name: 'start',
  type: 'SCHEDULED',
  state,
  schedule: 'cron(0 6 * * ? *)',
  ...more,
});
const conditional = (name: string, state: string): WorkflowNode => ({
  id: name,
  type: 'TRIGGER',
  name,
  state: 'never-run',
  attempts: [],
  trigger: { type: 'CONDITIONAL', state },
});
const workflow = (
  startTrigger?: StartTrigger,
  more: Partial<WorkflowDetail> = {},
) => ({
  startTrigger,
  graph: { nodes: [], edges: [] },
  collectedAt: '2026-11-28T08:00:00.000Z',
  createdAt: '2026-10-01T00:00:00.000Z',
  ...more,
});

describe('startObstacles', () => {
  it.each<[string, ReturnType<typeof workflow>, object[]]>([
    ['an active schedule', workflow(scheduled('ACTIVATED')), []],
    ['a workflow without a trigger', workflow(), [{ kind: 'no-trigger' }]],
    [
      'a workflow that was never read',
      workflow(undefined, { collectedAt: undefined }),
      [],
    ],
    [
      'a schedule that was paused here',
      workflow(scheduled('DEACTIVATED', { pause })),
      [{ kind: 'paused', pause }],
    ],
    [
      'a schedule that was deactivated elsewhere',
      workflow(scheduled('DEACTIVATED')),
      [{ kind: 'deactivated', state: 'DEACTIVATED' }],
    ],
    [
      'a schedule that was never active',
      workflow(scheduled('CREATED')),
      [{ kind: 'never-activated' }],
    ],
    [
      'a schedule that AWS is changing',
      workflow(scheduled('ACTIVATING')),
      [{ kind: 'changing', state: 'ACTIVATING' }],
    ],
    [
      'a trigger for people',
      workflow({ name: 'start', type: 'ON_DEMAND', state: 'CREATED' }),
      [],
    ],
    [
      'a trigger for events',
      workflow({ name: 'start', type: 'EVENT', state: 'CREATED' }),
      [],
    ],
    [
      'triggers between nodes',
      workflow(scheduled('ACTIVATED'), {
        graph: {
          nodes: [
            conditional('load', 'CREATED'),
            conditional('crawl', 'ACTIVATED'),
            conditional('report', 'DEACTIVATED'),
          ],
          edges: [],
        },
      }),
      [{ kind: 'idle-triggers', names: ['load', 'report'] }],
    ],
  ])('%s', (_, given, obstacles) => {
    expect(startObstacles(given, [])).toEqual(obstacles);
  });

  const run = (
    startedAt: string | undefined,
    more: {
      completedAt?: string;
      startedBy?: string;
      previousRunId?: string;
    } = {},
  ) => ({ startedAt, completedAt: startedAt, ...more });
  const yesterday = run('2026-11-27T06:00:10.000Z');
  const overdue = (because: string) => [
    { kind: 'overdue', dueAt: DUE_AT, because },
  ];
  const due = (
    more: Partial<WorkflowDetail> = {},
    trigger: Partial<StartTrigger> = {},
  ) =>
    workflow(scheduled('ACTIVATED', { lastDueAt: DUE_AT, ...trigger }), more);

  it.each<
    [
      string,
      ReturnType<typeof workflow>,
      ReturnType<typeof run>[] | undefined,
      object[],
    ]
  >([
    [
      'a run that came',
      due(),
      [run('2026-11-28T06:00:20.000Z'), yesterday],
      [],
    ],
    [
      'a run that came by a clock that is behind',
      due(),
      [run('2026-11-28T05:59:40.000Z'), yesterday],
      [],
    ],
    ['a run that has no date yet', due(), [run(undefined), yesterday], []],
    ['no run', due(), [yesterday], overdue('unknown')],
    ['no run ever', due(), [], overdue('unknown')],
    ['runs that are not known', due(), undefined, []],
    [
      'a run that somebody started in the portal',
      due(),
      [
        run('2026-11-28T07:00:00.000Z', { startedBy: 'user:default/jo' }),
        yesterday,
      ],
      overdue('unknown'),
    ],
    [
      'a run that goes on from another',
      due(),
      [run('2026-11-28T07:00:00.000Z', { previousRunId: 'wr_1' }), yesterday],
      overdue('unknown'),
    ],
    [
      'more runs since than are known',
      due(),
      [run('2026-11-28T07:00:00.000Z', { startedBy: 'user:default/jo' })],
      [],
    ],
    [
      'a run under way, one at a time',
      due({ maxConcurrentRuns: 1 }),
      [run('2026-11-28T05:00:00.000Z', { completedAt: undefined })],
      overdue('limit'),
    ],
    [
      'a run that ended only after',
      due({ maxConcurrentRuns: 1 }),
      [
        run('2026-11-28T05:00:00.000Z', {
          completedAt: '2026-11-28T06:30:00.000Z',
        }),
      ],
      overdue('limit'),
    ],
    [
      'a run under way of two that are allowed',
      due({ maxConcurrentRuns: 2 }),
      [run('2026-11-28T05:00:00.000Z', { completedAt: undefined })],
      overdue('unknown'),
    ],
    [
      'an account that was not read since',
      due({ collectedAt: '2026-11-28T05:00:00.000Z' }),
      [yesterday],
      overdue('not-read'),
    ],
    [
      'a workflow that was created since',
      due({ createdAt: '2026-11-28T07:00:00.000Z' }),
      [],
      [],
    ],
    [
      'a workflow of which nothing from before is known',
      due({ createdAt: undefined }),
      [],
      [],
    ],
    [
      'a schedule that was resumed since',
      due({}, { resumedAt: '2026-11-28T07:00:00.000Z' }),
      [yesterday],
      [],
    ],
  ])('due, and %s', (_, given, runs, obstacles) => {
    expect(startObstacles(given, runs)).toEqual(obstacles);
  });
});
