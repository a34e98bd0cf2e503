import { JobRunState, Workflow, WorkflowRun } from '@aws-sdk/client-glue';
import { parseWorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { NEVER } from '@glue-pipelines/pipeline';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import {
  dpuHours,
  mapDefinition,
  mapRun,
  triggersWithoutDetails,
} from './mapGlue';

const WORKFLOW: Workflow = {
  Name: 'covid-hiring',
  Description: 'Joins cases and hiring',
  DefaultRunProperties: { day: 'today' },
  MaxConcurrentRuns: 1,
  Graph: {
    Nodes: [
      {
        Type: 'TRIGGER',
        Name: 'start',
        UniqueId: 'w1',
        TriggerDetails: {
          Trigger: {
            Name: 'start',
            Type: 'SCHEDULED',
            State: 'ACTIVATED',
            Schedule: 'cron(0 6 * * ? *)',
          },
        },
      },
      { Type: 'JOB', Name: 'prepare', UniqueId: 'w2', JobDetails: {} },
      {
        Type: 'TRIGGER',
        Name: 'crawl',
        UniqueId: 'w3',
        TriggerDetails: {
          Trigger: {
            Name: 'crawl',
            Type: 'CONDITIONAL',
            State: 'ACTIVATED',
            Predicate: {
              Logical: 'AND',
              Conditions: [
                {
                  LogicalOperator: 'EQUALS',
                  JobName: 'prepare',
                  State: 'SUCCEEDED',
                },
                {
                  LogicalOperator: 'EQUALS',
                  CrawlerName: 'seed',
                  CrawlState: 'SUCCEEDED',
                },
              ],
            },
          },
        },
      },
      { Type: 'CRAWLER', Name: 'raw', UniqueId: 'w4', CrawlerDetails: {} },
    ],
    Edges: [
      { SourceId: 'w1', DestinationId: 'w2' },
      { SourceId: 'w2', DestinationId: 'w3' },
      { SourceId: 'w3', DestinationId: 'w4' },
    ],
  },
};

/** The run of WORKFLOW in which `prepare` fails at first; triggers come without details. */
function run(prepare: JobRunState[], some: Partial<WorkflowRun> = {}) {
  const started = new Date('2026-11-21T10:00:00Z');
  return mapRun(
    parseWorkflowArn(COVID_HIRING_ARN),
    {
      Name: 'covid-hiring',
      WorkflowRunId: 'wr_1',
      Status: 'COMPLETED',
      StartedOn: started,
      CompletedOn: new Date('2026-11-21T10:01:00Z'),
      WorkflowRunProperties: { day: '2026-11-21' },
      Statistics: { TotalActions: 2, FailedActions: 1 },
      Graph: {
        Nodes: WORKFLOW.Graph?.Nodes?.map(({ TriggerDetails, ...node }) =>
          node.Name === 'prepare'
            ? {
                ...node,
                JobDetails: {
                  // Newest first, as GetJobRuns gives them.
                  JobRuns: prepare
                    .map((state, Attempt) => ({
                      Id: `jr_${Attempt}`,
                      Attempt,
                      TriggerName: 'start',
                      JobName: 'prepare',
                      JobRunState: state,
                      StartedOn: started,
                      CompletedOn: new Date('2026-11-21T10:00:30Z'),
                      ExecutionTime: 20,
                      MaxCapacity: 0.0625,
                      ErrorMessage:
                        state === 'FAILED' ? 'KeyError: day' : undefined,
                    }))
                    .reverse(),
                },
              }
            : node,
        ),
        Edges: WORKFLOW.Graph?.Edges,
      },
      ...some,
    },
    mapDefinition(WORKFLOW, new Map()).graph,
  );
}

describe('mapDefinition', () => {
  it('takes a schedule that never fires for none', () => {
    const [start, ...nodes] = WORKFLOW.Graph!.Nodes!;
    const { Trigger } = start.TriggerDetails!;
    const never: Workflow = {
      ...WORKFLOW,
      Graph: {
        ...WORKFLOW.Graph,
        Nodes: [
          {
            ...start,
            TriggerDetails: { Trigger: { ...Trigger, Schedule: NEVER } },
          },
          ...nodes,
        ],
      },
    };
    const { startTrigger } = mapDefinition(never, new Map());
    expect(startTrigger).toMatchObject({ name: 'start', type: 'ON_DEMAND' });
    expect(startTrigger?.schedule).toBeUndefined();
  });

  it('says how a workflow is built and started', () => {
    const definition = mapDefinition(WORKFLOW, new Map());
    expect(definition).toMatchObject({
      description: 'Joins cases and hiring',
      defaultRunProperties: { day: 'today' },
      maxConcurrentRuns: 1,
      startTrigger: {
        name: 'start',
        type: 'SCHEDULED',
        state: 'ACTIVATED',
        schedule: 'cron(0 6 * * ? *)',
      },
    });
    expect(definition.graph.edges).toHaveLength(3);
    expect(definition.graph.nodes.map(node => node.state)).toEqual([
      'never-run',
      'never-run',
      'never-run',
      'never-run',
    ]);
    expect(definition.graph.nodes[2].trigger).toEqual({
      type: 'CONDITIONAL',
      state: 'ACTIVATED',
      condition: 'all of: prepare SUCCEEDED, seed SUCCEEDED',
      predicate: {
        logical: 'AND',
        conditions: [
          { nodeType: 'JOB', nodeName: 'prepare', state: 'SUCCEEDED' },
          { nodeType: 'CRAWLER', nodeName: 'seed', state: 'SUCCEEDED' },
        ],
      },
    });
  });

  it('takes what the graph lacks from the triggers themselves', () => {
    const bare: Workflow = {
      Graph: {
        Nodes: [{ Type: 'TRIGGER', Name: 'start', UniqueId: 'w1' }],
        Edges: [],
      },
    };
    expect(triggersWithoutDetails(bare.Graph)).toEqual(['start']);
    expect(mapDefinition(bare, new Map()).startTrigger).toBeUndefined();
    expect(
      mapDefinition(
        bare,
        new Map([
          ['start', { Type: 'ON_DEMAND' as const, State: 'CREATED' as const }],
        ]),
      ).startTrigger,
    ).toEqual({ name: 'start', type: 'ON_DEMAND', state: 'CREATED' });
  });

  it.each([
    [
      { BatchSize: 5, BatchWindow: 60 },
      { size: 5, windowSeconds: 60 },
    ],
    [{ BatchSize: 5 }, { size: 5, windowSeconds: 900 }],
    [undefined, { size: 1, windowSeconds: 900 }],
  ])('reads how many events start a run: %j', (condition, batch) => {
    const graph = {
      Nodes: [
        {
          Type: 'TRIGGER' as const,
          Name: 'start',
          UniqueId: 'w1',
          TriggerDetails: {
            Trigger: { Name: 'start', Type: 'EVENT' as const },
          },
        },
      ],
      Edges: [],
    };
    expect(triggersWithoutDetails(graph)).toEqual(['start']);
    const { startTrigger } = mapDefinition(
      { Graph: graph },
      new Map([
        [
          'start',
          { Type: 'EVENT' as const, EventBatchingCondition: condition },
        ],
      ]),
    );
    expect(startTrigger?.batch).toEqual(batch);
  });

  it('asks for no trigger whose details are there', () => {
    expect(triggersWithoutDetails(WORKFLOW.Graph)).toEqual([]);
    expect(triggersWithoutDetails(undefined)).toEqual([]);
  });
});

describe('mapRun', () => {
  it('derives states and health from nodes, with triggers taken from the workflow', () => {
    const mapped = run(['FAILED']);
    expect(mapped).toMatchObject({
      id: 'wr_1',
      workflowArn: COVID_HIRING_ARN,
      rawStatus: 'COMPLETED',
      health: 'failed',
      active: false,
      detailed: true,
      startedAt: '2026-11-21T10:00:00.000Z',
      completedAt: '2026-11-21T10:01:00.000Z',
      properties: { day: '2026-11-21' },
      failure: { nodeName: 'prepare', message: 'KeyError: day' },
    });
    expect(mapped.graph.nodes.map(node => node.state)).toEqual([
      'succeeded',
      'failed',
      'not-reached',
      'not-reached',
    ]);
    expect(mapped.graph.nodes[2].trigger?.condition).toBe(
      'all of: prepare SUCCEEDED, seed SUCCEEDED',
    );
  });

  it('puts attempts in order, with duration and DPU hours', () => {
    const { attempts } = run(['FAILED', 'SUCCEEDED']).graph.nodes[1];
    expect(attempts.map(a => [a.id, a.rawState])).toEqual([
      ['jr_0', 'FAILED'],
      ['jr_1', 'SUCCEEDED'],
    ]);
    expect(attempts[1]).toMatchObject({
      triggerName: 'start',
      durationSeconds: 20,
      dpuHours: (0.0625 * 20) / 3600,
    });
  });

  it('puts the attempts of two triggers in the order of their starts', () => {
    const graph = run([]).graph;
    const attempt = (id: string, TriggerName: string, Attempt: number) => ({
      Id: id,
      TriggerName,
      Attempt,
      JobRunState: (id === 'jr_2' ? 'SUCCEEDED' : 'FAILED') as JobRunState,
      StartedOn: new Date(`2026-11-21T10:0${id.slice(3)}:00Z`),
    });
    const mapped = run([], {
      Statistics: { TotalActions: 1, FailedActions: 1 },
      Graph: {
        Nodes: [
          {
            Type: 'JOB',
            Name: 'prepare',
            UniqueId: graph.nodes[1].id,
            JobDetails: {
              JobRuns: [
                attempt('jr_3', 'crawl', 0),
                attempt('jr_2', 'start', 1),
                attempt('jr_1', 'start', 0),
              ],
            },
          },
        ],
      },
    });
    const [prepare] = mapped.graph.nodes;
    expect(prepare.attempts.map(({ id }) => id)).toEqual([
      'jr_1',
      'jr_2',
      'jr_3',
    ]);
    expect(prepare.state).toBe('failed');
    expect(mapped.health).toBe('failed');
  });

  it('keeps what Glue says of attempts, which it forgets after 90 days', () => {
    const mapped = run([], {
      Graph: {
        Nodes: [
          {
            Type: 'JOB',
            Name: 'prepare',
            UniqueId: 'w2',
            JobDetails: {
              JobRuns: [
                {
                  Id: 'jr_1',
                  JobRunState: 'SUCCEEDED',
                  DPUSeconds: 90.5,
                  MaxCapacity: 10,
                  GlueVersion: '5.1',
                  ExecutionClass: 'FLEX',
                  Timeout: 480,
                  PredecessorRuns: [
                    { JobName: 'extract', RunId: 'jr_0' },
                    { JobName: 'without a run' },
                  ],
                },
                { Id: 'jr_2', JobRunState: 'RUNNING', PredecessorRuns: [] },
              ],
            },
          },
          {
            Type: 'CRAWLER',
            Name: 'raw',
            UniqueId: 'w4',
            CrawlerDetails: {
              Crawls: [
                {
                  State: 'SUCCEEDED',
                  LogGroup: '/aws-glue/crawlers',
                  LogStream: 'raw',
                },
              ],
            },
          },
        ],
      },
    });
    const [prepare, raw] = mapped.graph.nodes;
    expect(prepare.attempts[0]).toMatchObject({
      id: 'jr_1',
      dpuSeconds: 90.5,
      maxCapacity: 10,
      glueVersion: '5.1',
      executionClass: 'FLEX',
      timeoutMinutes: 480,
      predecessors: [{ jobName: 'extract', runId: 'jr_0' }],
    });
    expect(prepare.attempts[1].predecessors).toBeUndefined();
    expect(raw.attempts).toMatchObject([
      { logGroupName: '/aws-glue/crawlers', logStream: 'raw' },
    ]);
  });

  it('judges a run of which only the list entry is known by its statistics', () => {
    const mapped = run([], { Graph: undefined });
    expect(mapped).toMatchObject({
      health: 'failed',
      detailed: false,
      graph: { nodes: [], edges: [] },
    });
  });

  it('knows what can still change', () => {
    expect(run(['RUNNING'], { Status: 'RUNNING' })).toMatchObject({
      active: true,
      health: 'running',
    });
  });
});

describe('dpuHours', () => {
  it.each([
    [{ DPUSeconds: 7200 }, 2],
    [{ DPUSeconds: 3600, MaxCapacity: 10, ExecutionTime: 3600 }, 1],
    [{ MaxCapacity: 2, ExecutionTime: 1800 }, 1],
    [{ MaxCapacity: 2, ExecutionTime: 0 }, undefined],
    [{}, undefined],
  ])('of %j is %p', (jobRun, hours) => {
    expect(dpuHours(jobRun)).toBe(hours);
  });
});
