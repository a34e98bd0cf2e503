import {
  DaysResponse,
  GridResponse,
  NodeState,
  NodeType,
  RunDetail,
  RunSummary,
  WorkflowDetail,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';

/**
 * A pipeline of ten nodes as AWS returns it: three jobs, two crawlers, five
 * triggers. Its newest run failed in the transform.
 */
export const WORKFLOW_ARN =
  'arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring';
export const CONSOLE_URL =
  'https://eu-west-1.console.aws.amazon.com/glue/home?region=eu-west-1#/v2/etl-configuration/workflows/view/covid-hiring';
export const TRANSFORM_ERROR =
  "AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `new_case` cannot be resolved. Did you mean one of the following? [`new_cases`, `new_deaths`, `total_cases`, `iso_code`, `continent`].; line 14 pos 7;\n'Project [date#12, 'new_case, count_id_indexed#41L]\n+- Join Inner, (date#12 = post_date#38)";

const STEPS: [string, NodeType][] = [
  ['prepare', 'JOB'],
  ['crawl-raw', 'CRAWLER'],
  ['transform', 'JOB'],
  ['crawl-processed', 'CRAWLER'],
  ['load', 'JOB'],
];

function id(prefix: string, number: number): string {
  return `${prefix}_${number.toString(16).padStart(64, '0')}`;
}

function trigger(step: number): WorkflowNode {
  const [name] = STEPS[step];
  const [previous] = STEPS[step - 1] ?? [];
  return {
    id: id('wnode', 2 * step),
    type: 'TRIGGER',
    name: `covid-hiring-${previous ? name : 'start'}`,
    state: 'never-run',
    attempts: [],
    trigger: previous
      ? {
          type: 'CONDITIONAL',
          state: 'ACTIVATED',
          condition: `all of: covid-hiring-${previous} SUCCEEDED`,
        }
      : {
          type: 'SCHEDULED',
          state: 'ACTIVATED',
          schedule: 'cron(0 6 * * ? *)',
        },
  };
}

/** The structure, before any run. */
export const covidHiringGraph: WorkflowGraph = {
  nodes: STEPS.flatMap(([name, type], step): WorkflowNode[] => [
    trigger(step),
    {
      id: id('wnode', 2 * step + 1),
      type,
      name: `covid-hiring-${name}`,
      state: 'never-run',
      attempts: [],
    },
  ]),
  edges: Array.from({ length: 2 * STEPS.length - 1 }, (_, index) => ({
    sourceId: id('wnode', index),
    destinationId: id('wnode', index + 1),
  })),
};

export function nodeNamed(graph: WorkflowGraph, name: string): WorkflowNode {
  const node = graph.nodes.find(
    ({ type, name: nodeName }) =>
      type !== 'TRIGGER' && nodeName === `covid-hiring-${name}`,
  );
  if (!node) {
    throw new Error(`the fixture has no node ${name}`);
  }
  return node;
}

const SECONDS = [3, 4, 11, 3, 8];

/** The graph of a run of which `reached` steps ran, the last of them with `state`. */
export function graphOfRun(
  startedAt: string,
  reached: number,
  state: NodeState,
): WorkflowGraph {
  let clock = Date.parse(startedAt);
  const nodes = covidHiringGraph.nodes.map((node, index): WorkflowNode => {
    const step = Math.floor(index / 2);
    const last = step === reached - 1;
    if (step >= reached) {
      const over = !['running', 'waiting'].includes(state);
      return { ...node, state: over ? 'not-reached' : 'waiting' };
    }
    if (node.type === 'TRIGGER') {
      return { ...node, state: 'succeeded' };
    }
    const nodeState = last ? state : 'succeeded';
    const begin = clock;
    clock += (SECONDS[step] + 1) * 1000;
    const running = nodeState === 'running';
    return {
      ...node,
      state: nodeState,
      attempts: [
        {
          id: node.type === 'JOB' ? id('jr', step) : undefined,
          attempt: 0,
          rawState: nodeState === 'failed' ? 'FAILED' : nodeState.toUpperCase(),
          startedAt: new Date(begin).toISOString(),
          completedAt: running
            ? undefined
            : new Date(begin + SECONDS[step] * 1000).toISOString(),
          durationSeconds: running ? undefined : SECONDS[step],
          errorMessage: nodeState === 'failed' ? TRANSFORM_ERROR : undefined,
          dpuHours:
            node.type === 'JOB' && !running
              ? (SECONDS[step] * 2) / 3600
              : undefined,
          logGroupName:
            node.type === 'JOB' ? '/aws-glue/jobs' : '/aws-glue/crawlers',
          workerType: node.type === 'JOB' ? 'G.1X' : undefined,
          numberOfWorkers: node.type === 'JOB' ? 2 : undefined,
        },
      ],
    };
  });
  return { nodes, edges: covidHiringGraph.edges };
}

const HEALTHS: RunSummary['health'][] = [
  'failed',
  'succeeded',
  'succeeded',
  'stopped',
  'succeeded',
  'partially-failed',
  'succeeded',
  'succeeded',
];

function summary(index: number): RunSummary {
  const health = HEALTHS[index % HEALTHS.length];
  const began = Date.parse('2026-11-21T06:00:00Z') - index * 24 * 3600 * 1000;
  const durationSeconds = health === 'failed' ? 20 : 27 + ((index * 7) % 13);
  const failed = health === 'failed' || health === 'partially-failed';
  return {
    id: id('wr', 100 - index),
    workflowArn: WORKFLOW_ARN,
    health,
    rawStatus: health === 'stopped' ? 'STOPPED' : 'COMPLETED',
    startedAt: new Date(began).toISOString(),
    completedAt: new Date(began + durationSeconds * 1000).toISOString(),
    durationSeconds,
    failure: failed
      ? { nodeName: 'covid-hiring-transform', message: TRANSFORM_ERROR }
      : undefined,
    statistics: {
      total: failed ? 3 : 5,
      succeeded: failed ? 2 : 5,
      failed: failed ? 1 : 0,
      timedOut: 0,
      stopped: 0,
      running: 0,
      waiting: 0,
      errored: 0,
    },
    properties: { year: '2026' },
    consoleUrl: `${CONSOLE_URL}?runId=${id('wr', 100 - index)}`,
    startedBy: index === 0 ? 'user:default/guest' : undefined,
  };
}

/** Newest first: failed, then a mixed history. */
export const covidHiringRuns: RunSummary[] = Array.from(
  { length: 30 },
  (_, i) => summary(i),
);

export const failedRun: RunDetail = {
  ...covidHiringRuns[0],
  graph: graphOfRun(covidHiringRuns[0].startedAt!, 3, 'failed'),
};

export const succeededRun: RunDetail = {
  ...covidHiringRuns[1],
  graph: graphOfRun(covidHiringRuns[1].startedAt!, 5, 'succeeded'),
};

/** A run whose rules found something of every kind. */
export const judgedRun: RunDetail = {
  ...succeededRun,
  quality: {
    rows: 1_188,
    quarantined: 12,
    quarantine:
      's3://covid-hiring-data/quarantine/covid_hiring_table/20261121T060010.123456Z/',
    rules: [
      {
        kind: 'rowCount',
        outcome: 'passed',
        rows: 1_188,
        measured: 1_188,
        min: 1,
      },
      {
        kind: 'rowCountChange',
        outcome: 'unknown',
        rows: 1_188,
        min: -20,
        max: 20,
      },
      {
        kind: 'completeness',
        name: 'every country is known',
        columns: 'iso_code',
        outcome: 'warned',
        rows: 1_188,
        measured: 0.9325,
        min: 0.95,
      },
      {
        kind: 'range',
        columns: 'new_cases',
        outcome: 'quarantined',
        rows: 1_200,
        measured: 12,
        max: 0,
      },
      {
        kind: 'freshness',
        columns: 'date',
        outcome: 'failed',
        rows: 1_188,
        measured: 52.25,
        max: 48,
      },
    ],
  },
};

export const runningRun: RunDetail = {
  ...covidHiringRuns[0],
  id: id('wr', 101),
  health: 'running',
  rawStatus: 'RUNNING',
  completedAt: undefined,
  durationSeconds: undefined,
  failure: undefined,
  graph: graphOfRun(covidHiringRuns[0].startedAt!, 3, 'running'),
};

/** Of the last three runs, of which the second's graph was not read. */
export const covidHiringGrid: GridResponse = {
  runs: covidHiringRuns.slice(0, 3),
  nodes: STEPS.map(([name, type]) => ({
    type,
    name: `covid-hiring-${name}`,
    cells: [failedRun, { ...succeededRun, id: covidHiringRuns[2].id }].map(
      ({ id: runId, graph }) => {
        const { state, attempts } = nodeNamed(graph, name);
        return {
          runId,
          state,
          attempts: attempts.length,
          durationSeconds: attempts[0]?.durationSeconds,
        };
      },
    ),
  })),
  nextCursor: 'older',
  servedAt: '2026-11-21T10:00:00.000Z',
};

/** Three days of two weeks, of which the last failed. */
export const covidHiringDays: DaysResponse = {
  from: '2026-11-09',
  until: '2026-11-22',
  timeZone: 'UTC',
  days: [
    {
      date: '2026-11-12',
      runs: 2,
      succeeded: 2,
      failed: 0,
      readyAt: '2026-11-12T06:14:00.000Z',
      runId: covidHiringRuns[9].id,
    },
    {
      date: '2026-11-20',
      runs: 1,
      succeeded: 1,
      failed: 0,
      readyAt: '2026-11-20T09:30:00.000Z',
      runId: covidHiringRuns[1].id,
    },
    {
      date: '2026-11-21',
      runs: 3,
      succeeded: 1,
      failed: 2,
      readyAt: '2026-11-21T06:02:00.000Z',
      runId: covidHiringRuns[0].id,
    },
  ],
  servedAt: '2026-11-22T10:00:00.000Z',
};

export const covidHiring: WorkflowDetail = {
  arn: WORKFLOW_ARN,
  signalKey: '7b0c9f56-5ac9-4f0a-9a53-0b8f5c1b1e0d',
  name: 'covid-hiring',
  accountId: '123456789012',
  region: 'eu-west-1',
  description: 'Joins COVID-19 cases with job postings and loads the result',
  health: 'failed',
  lastRun: covidHiringRuns[0],
  graph: failedRun.graph,
  startTrigger: {
    name: 'covid-hiring-start',
    type: 'SCHEDULED',
    state: 'ACTIVATED',
    schedule: 'cron(0 6 * * ? *)',
    nextRunAt: '2026-11-22T06:00:00.000Z',
  },
  defaultRunProperties: { year: '2026', country: 'USA' },
  maxConcurrentRuns: 1,
  consoleUrl: CONSOLE_URL,
  collectedAt: '2026-11-21T10:00:00.000Z',
};

export const covidHiringNeverRun: WorkflowDetail = {
  ...covidHiring,
  health: 'never-run',
  lastRun: undefined,
  graph: covidHiringGraph,
};
