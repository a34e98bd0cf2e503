import { ComparableRun, compareRuns, JobDefinition } from './compareRuns';
import { RunDetail, WorkflowNode } from './types';

const START: WorkflowNode = {
  id: 'wnode_start',
  type: 'TRIGGER',
  name: 'start',
  state: 'succeeded',
  attempts: [],
  trigger: {
    type: 'SCHEDULED',
    state: 'ACTIVATED',
    schedule: 'cron(0 6 * * ? *)',
  },
};

const job = (name: string, some: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id: `wnode_${name}`,
  type: 'JOB',
  name,
  state: 'succeeded',
  attempts: [
    {
      attempt: 0,
      rawState: 'SUCCEEDED',
      startedAt: '2026-11-21T10:00:00.000Z',
      durationSeconds: 100,
    },
  ],
  ...some,
});

const definition = (some: Partial<JobDefinition> = {}): JobDefinition => ({
  modifiedAt: '2026-11-01T00:00:00.000Z',
  scriptLocation: 's3://code/load-1.py',
  glueVersion: '5.0',
  workerType: 'G.1X',
  numberOfWorkers: 2,
  defaultArguments: { '--mode': 'full' },
  ...some,
});

function made({
  nodes = [START, job('load'), job('check')],
  edges = [{ sourceId: 'wnode_start', destinationId: 'wnode_load' }],
  jobs = { load: definition(), check: definition() },
  jobArguments = { load: { '--day': '1' }, check: {} },
  ...run
}: Partial<RunDetail> &
  Partial<Omit<ComparableRun, 'run'>> & {
    nodes?: WorkflowNode[];
    edges?: { sourceId: string; destinationId: string }[];
  } = {}): ComparableRun {
  return {
    jobs,
    jobArguments,
    run: {
      id: 'wr_1',
      workflowArn: 'arn:aws:glue:us-east-1:000000000000:workflow/w',
      health: 'succeeded',
      rawStatus: 'COMPLETED',
      durationSeconds: 200,
      statistics: {} as RunDetail['statistics'],
      properties: { region: 'eu' },
      consoleUrl: '',
      graph: { nodes, edges },
      ...run,
    },
  };
}

const load = (some: Partial<JobDefinition>) => ({
  jobs: { load: definition(some), check: definition() },
});
const took = (durationSeconds: number) => ({
  nodes: [
    START,
    job('load', {
      attempts: [{ attempt: 0, rawState: 'SUCCEEDED', durationSeconds }],
    }),
    job('check'),
  ],
});

describe('compareRuns', () => {
  it.each<[string, Parameters<typeof made>[0], object[]]>([
    ['nothing', {}, []],
    [
      'another script',
      load({ scriptLocation: 's3://code/load-2.py' }),
      [
        {
          kind: 'code',
          node: 'load',
          field: 'scriptLocation',
          before: 's3://code/load-1.py',
          after: 's3://code/load-2.py',
        },
      ],
    ],
    [
      'a connection that is gone or new',
      load({ connections: ['b', 'a'] }),
      [{ kind: 'access', node: 'load', field: 'connections', after: 'a, b' }],
    ],
    [
      'more workers',
      load({ numberOfWorkers: 10 }),
      [
        {
          kind: 'capacity',
          node: 'load',
          field: 'numberOfWorkers',
          before: '2',
          after: '10',
        },
      ],
    ],
    [
      'another default argument',
      load({ defaultArguments: { '--mode': 'delta' } }),
      [
        {
          kind: 'argument',
          node: 'load',
          field: '--mode',
          before: 'full',
          after: 'delta',
        },
      ],
    ],
    [
      'an argument of the job run, which goes before the default; not the ids of the run',
      {
        jobArguments: {
          load: { '--day': '1', '--mode': 'delta', '--WORKFLOW_RUN_ID': 'x' },
          check: {},
        },
      },
      [
        {
          kind: 'argument',
          node: 'load',
          field: '--mode',
          before: 'full',
          after: 'delta',
        },
      ],
    ],
    ['no arguments of a job that did not run', { jobArguments: {} }, []],
    [
      'a property',
      { properties: { region: 'us' } },
      [{ kind: 'property', field: 'region', before: 'eu', after: 'us' }],
    ],
    [
      'a definition that was changed after the job began, which says nothing of it',
      load({ modifiedAt: '2026-11-21T10:00:01.000Z', glueVersion: '5.1' }),
      [],
    ],
    [
      'a definition that was changed before',
      load({ modifiedAt: '2026-11-21T09:59:59.000Z', glueVersion: '5.1' }),
      [
        {
          kind: 'code',
          node: 'load',
          field: 'glueVersion',
          before: '5.0',
          after: '5.1',
        },
      ],
    ],
    [
      'a job that is gone',
      { nodes: [START, job('load')] },
      [{ kind: 'structure', node: 'check', field: 'node', before: 'job' }],
    ],
    [
      'another schedule',
      {
        nodes: [
          {
            ...START,
            trigger: { ...START.trigger!, schedule: 'cron(0 7 * * ? *)' },
          },
          job('load'),
          job('check'),
        ],
      },
      [
        {
          kind: 'structure',
          node: 'start',
          field: 'schedule',
          before: 'cron(0 6 * * ? *)',
          after: 'cron(0 7 * * ? *)',
        },
      ],
    ],
    [
      'what a trigger starts',
      { edges: [{ sourceId: 'wnode_start', destinationId: 'wnode_check' }] },
      [
        {
          kind: 'structure',
          node: 'start',
          field: 'leadsTo',
          before: 'load',
          after: 'check',
        },
      ],
    ],
    ['no structure of a run whose graph is not known', { nodes: [] }, []],
    ['a duration that is half as long again, but not a minute', took(159), []],
    [
      'a duration that is both',
      took(160),
      [
        {
          kind: 'duration',
          node: 'load',
          field: 'seconds',
          before: '100',
          after: '160',
        },
      ],
    ],
    ['a minute more of a long run', { durationSeconds: 265 }, []],
    [
      'a shorter run',
      { durationSeconds: 20 },
      [{ kind: 'duration', field: 'seconds', before: '200', after: '20' }],
    ],
  ])('finds %s', (_, now, differences) => {
    expect(compareRuns(made(now), made())).toEqual(differences);
  });

  it.each<[number | undefined, number | undefined, boolean]>([
    [100, 100, false],
    [100, 109, false],
    [100, 112, true],
    [100, 89, true],
    [0, 1, true],
    [0, 0, false],
    [undefined, 100, false],
    [100, undefined, false],
  ])('tells of rows: %s and then %s', (before, after, told) => {
    const found = compareRuns(
      made({ rowsLoaded: after }),
      made({ rowsLoaded: before }),
    );
    expect(found).toEqual(
      told
        ? [
            {
              kind: 'rows',
              field: 'rowsLoaded',
              before: String(before),
              after: String(after),
            },
          ]
        : [],
    );
  });

  it('tells the workers of attempts where definitions are not known', () => {
    const attempts = (numberOfWorkers: number) => ({
      jobs: undefined,
      nodes: [
        job('load', {
          attempts: [{ attempt: 0, rawState: 'SUCCEEDED', numberOfWorkers }],
        }),
      ],
    });
    const without = (workers: number) => ({
      ...made(attempts(workers)),
      jobs: undefined,
    });
    expect(compareRuns(without(4), without(2))).toEqual([
      {
        kind: 'capacity',
        node: 'load',
        field: 'numberOfWorkers',
        before: '2',
        after: '4',
      },
    ]);
  });

  it('tells first what most likely explains a failure', () => {
    const now = made({
      properties: { region: 'us' },
      durationSeconds: 20,
      nodes: [START, job('load', { state: 'failed' }), job('check')],
      jobs: {
        load: definition({
          scriptLocation: 's3://code/load-2.py',
          workerType: 'G.2X',
        }),
        check: definition({ scriptLocation: 's3://code/load-2.py' }),
      },
    });
    expect(
      compareRuns(now, made()).map(({ kind, node }) => [kind, node]),
    ).toEqual([
      ['code', 'load'],
      ['property', undefined],
      ['capacity', 'load'],
      ['duration', undefined],
      ['code', 'check'],
    ]);
  });
});
