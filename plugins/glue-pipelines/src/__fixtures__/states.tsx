import { Entity } from '@backstage/catalog-model';
import {
  CollectorResponse,
  FleetItem,
  FleetResponse,
  RunDetail,
  WorkflowDetail,
  WorkflowGraph,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactElement } from 'react';
import {
  covidHiring,
  covidHiringNeverRun,
  covidHiringRuns,
  judgedRun,
  runningRun,
  succeededRun,
  WORKFLOW_ARN,
} from './covidHiring';
import {
  backfill,
  badgeLink,
  covidHiringEntity,
  fixtureApi,
} from './fixtureApi';
import { GluePipelinesApi } from '../api/GluePipelinesApi';
import { BackfillDialog } from '../backfill/BackfillDialog';
import { BadgeDialog } from '../badge/BadgeDialog';
import { GlueOverviewCard } from '../card/GlueOverviewCard';
import { FleetPage } from '../fleet/FleetPage';
import { FailingNow } from '../home/FailingNow';
import { MyPipelines } from '../home/MyPipelines';
import { GlueTab } from '../workflow/GlueTab';

/** A page or a part of one in a state, as a contributor looks at it and as the test renders it. */
export interface State {
  /** For the address. */
  id: string;
  title: string;
  element: ReactElement;
  /** Where the back end answers otherwise than the fixture. */
  api?: () => Partial<GluePipelinesApi>;
  /** What the address says, e.g. `?view=grid`. */
  search?: string;
  /** The user has no permission. */
  denied?: true;
  /** A text that shows that the state is there. */
  shows: RegExp;
}

const never = () => new Promise<never>(() => {});
const refuse = (message: string) => async (): Promise<never> => {
  throw new Error(message);
};

/** Answers once, then fails: what is shown grows old. */
function once<T>(answer: T, message: string) {
  let asked = false;
  return async (): Promise<T> => {
    if (asked) {
      throw new Error(message);
    }
    asked = true;
    return answer;
  };
}

const withWorkflow = (some: Partial<WorkflowDetail>) => ({
  getWorkflows: async () => ({ items: [{ ...covidHiring, ...some }] }),
});

/** Three hundred jobs in ten branches, a few of which failed. */
function largeGraph(): WorkflowGraph {
  const nodes = Array.from({ length: 300 }, (_, i) => ({
    id: `n${i}`,
    type: 'JOB' as const,
    name: `covid-hiring-step-${i}`,
    state: i % 37 === 36 ? ('failed' as const) : ('succeeded' as const),
    attempts: [],
  }));
  return {
    nodes,
    edges: nodes
      .slice(10)
      .map((node, i) => ({ sourceId: `n${i}`, destinationId: node.id })),
  };
}

const largeRun: RunDetail = { ...succeededRun, graph: largeGraph() };

const fleetItem = (name: string, some: Partial<FleetItem> = {}): FleetItem => ({
  arn: WORKFLOW_ARN,
  signalKey: name,
  name,
  accountId: '123456789012',
  region: 'eu-west-1',
  entityRef: `component:default/${name}`,
  owner: 'group:default/data-engineering',
  tags: [],
  health: 'succeeded',
  tiles: ['healthy'],
  runs: covidHiringRuns.slice(0, 10),
  medianSeconds: 30,
  successRate: { succeeded: 8, ended: 10 },
  cost: { dpuHours: 3, amount: 1.32 },
  ...some,
});

const fleet: FleetResponse = {
  items: [
    fleetItem('covid-hiring', {
      health: 'failed',
      tiles: ['failing', 'late'],
      freshness: { kind: 'freshness', promise: 'P1D', state: 'late' },
    }),
    fleetItem('flight-delays', { health: 'running', tiles: ['running'] }),
    fleetItem('orders', {
      health: 'unknown',
      tiles: ['unknown'],
      collectionError: 'AWS refuses to be asked (account 123456789012)',
    }),
    fleetItem('customers'),
  ],
  total: 4,
  tiles: { failing: 1, running: 1, late: 1, healthy: 1, unknown: 1 },
  withheld: 2,
  filters: {
    owners: ['group:default/data-engineering'],
    systems: [],
    tags: [],
    accounts: ['123456789012'],
    regions: ['eu-west-1'],
  },
  price: { perDpuHour: 0.44, currency: 'USD', note: 'An estimate' },
  servedAt: '2026-11-28T12:00:00.000Z',
};

const AT = '2026-11-28T12:00:00.000Z';

/** Two accounts, of which AWS refuses one. */
const collector: CollectorResponse = {
  locations: [
    {
      accountId: '123456789012',
      region: 'eu-west-1',
      workflows: 4,
      due: 0,
      active: 1,
      failing: 0,
      lagSeconds: 2,
      lastSuccessAt: AT,
      calls: [
        {
          service: 'glue',
          operation: 'GetWorkflow',
          outcome: 'ok',
          calls: 1_200,
        },
      ],
    },
    {
      accountId: '210987654321',
      region: 'us-east-1',
      workflows: 4,
      due: 4,
      active: 0,
      failing: 4,
      lagSeconds: 600,
      newestFailure: { message: 'Allow glue:GetTags to the role', at: AT },
      calls: [
        { service: 'glue', operation: 'GetTags', outcome: 'denied', calls: 2 },
      ],
    },
  ],
  startedAt: AT,
  servedAt: AT,
};

const TAB = <GlueTab />;
const CARD = <GlueOverviewCard />;
const FLEET = <FleetPage />;
const MINE = <MyPipelines />;
const FAILING = <FailingNow />;

/** Every page in each of its states. */
export const STATES: readonly State[] = [
  {
    id: 'tab-failed',
    title: 'Tab: the newest run failed',
    element: TAB,
    shows: /covid-hiring-transform failed/,
  },
  {
    id: 'tab-running',
    title: 'Tab: a run goes on',
    element: TAB,
    api: () => ({
      ...withWorkflow({ health: 'running', lastRun: runningRun }),
      getRuns: async () => ({ items: [runningRun, ...covidHiringRuns] }),
      getRun: async () => runningRun,
    }),
    shows: /Running for/,
  },
  {
    id: 'tab-never-run',
    title: 'Tab: never run',
    element: TAB,
    api: () => ({
      getWorkflows: async () => ({ items: [covidHiringNeverRun] }),
      getRuns: async () => ({ items: [] }),
    }),
    shows: /has not run yet/,
  },
  {
    id: 'tab-paused',
    title: 'Tab: the schedule is paused',
    element: TAB,
    api: () =>
      withWorkflow({
        startTrigger: {
          ...covidHiring.startTrigger!,
          state: 'DEACTIVATED',
          nextRunAt: undefined,
          pause: {
            pausedBy: 'user:default/jo',
            pausedAt: AT,
            reason: 'The source moves to another account',
          },
        },
      }),
    shows: /The source moves/,
  },
  {
    id: 'tab-missing',
    title: 'Tab: gone from AWS Glue',
    element: TAB,
    api: () => withWorkflow({ missing: true }),
    shows: /AWS Glue has no such workflow/,
  },
  {
    id: 'tab-unread',
    title: 'Tab: AWS cannot be read',
    element: TAB,
    api: () =>
      withWorkflow({
        collectionError: 'AWS refuses to be asked (account 123456789012)',
      }),
    shows: /AWS refuses to be asked/,
  },
  {
    id: 'tab-withheld',
    title: 'Tab: the workflow belongs to another entity',
    element: TAB,
    api: () =>
      withWorkflow({ propertiesWithheld: 'Run properties are not shown.' }),
    shows: /covid-hiring-transform failed/,
  },
  {
    id: 'tab-denied',
    title: 'Tab: without permissions',
    element: TAB,
    denied: true,
    shows: /You may not start runs/,
  },
  {
    id: 'tab-none',
    title: 'Tab: no workflow',
    element: TAB,
    api: () => ({ getWorkflows: async () => ({ items: [] }) }),
    shows: /No workflow/,
  },
  {
    id: 'tab-loading',
    title: 'Tab: loading',
    element: TAB,
    api: () => ({ getWorkflows: never }),
    shows: /^$/,
  },
  {
    id: 'tab-error',
    title: 'Tab: the portal answers with an error',
    element: TAB,
    api: () => ({ getWorkflows: refuse('The store cannot be reached') }),
    shows: /The store cannot be reached/,
  },
  {
    id: 'tab-stale',
    title: 'Tab: what was known last',
    element: TAB,
    api: () => ({
      getRuns: once({ items: covidHiringRuns.slice(0, 25) }, 'Not now'),
      getRun: refuse('This run cannot be read'),
    }),
    shows: /This run cannot be read/,
  },
  ...(['grid', 'timeline', 'table', 'compare'] as const).map((view): State => ({
    id: `tab-${view}`,
    title: `Tab: ${view}`,
    element: TAB,
    search: `?view=${view}`,
    shows: /covid-hiring-transform failed/,
  })),
  {
    id: 'tab-quality',
    title: 'Tab: rules of the result',
    element: TAB,
    api: () => ({
      ...withWorkflow({ health: 'succeeded', lastRun: succeededRun }),
      getRun: async () => judgedRun,
    }),
    shows: /every country is known/,
  },
  {
    id: 'tab-large',
    title: 'Tab: 300 nodes',
    element: TAB,
    api: () => ({
      ...withWorkflow({ health: 'succeeded', lastRun: succeededRun }),
      getRun: async () => largeRun,
    }),
    shows: /step-299/,
  },
  {
    id: 'tab-backfill',
    title: 'Tab: a backfill that waits',
    element: TAB,
    api: () => ({ getBackfills: async () => ({ backfills: [backfill] }) }),
    shows: /The next run waits/,
  },
  {
    id: 'backfill',
    title: 'Backfill',
    element: (
      <BackfillDialog
        entityRef="component:default/covid-hiring"
        workflow={covidHiring}
        onClose={() => {}}
        onBegun={() => {}}
      />
    ),
    shows: /Backfill of covid-hiring/,
  },
  ...[undefined, badgeLink].map((link): State => ({
    id: link ? 'badge' : 'badge-none',
    title: link ? 'Badge' : 'Badge: no link yet',
    element: (
      <BadgeDialog
        entityRef="component:default/covid-hiring"
        workflow={covidHiring}
        link={link}
        mayShare
        onChanged={() => {}}
        onClose={() => {}}
      />
    ),
    shows: link ? /Shared by/ : /There is no link yet/,
  })),
  { id: 'card', title: 'Card', element: CARD, shows: /covid-hiring/ },
  {
    id: 'card-never-run',
    title: 'Card: never run',
    element: CARD,
    api: () => ({
      getWorkflows: async () => ({ items: [covidHiringNeverRun] }),
    }),
    shows: /Never run/,
  },
  {
    id: 'card-error',
    title: 'Card: the portal answers with an error',
    element: CARD,
    api: () => ({ getWorkflows: refuse('The store cannot be reached') }),
    shows: /The store cannot be reached/,
  },
  {
    id: 'fleet',
    title: 'All pipelines',
    element: FLEET,
    api: () => ({
      getFleet: async () => fleet,
      getFleetHeadroom: async () => ({
        locations: [
          {
            accountId: '123456789012',
            region: 'eu-west-1',
            runs: 1,
            jobRuns: 2,
          },
        ],
        full: [
          {
            arn: WORKFLOW_ARN,
            name: 'flight-delays',
            entityRef: 'component:default/flight-delays',
            running: 1,
            most: 1,
          },
        ],
        servedAt: fleet.servedAt,
      }),
    }),
    shows: /flight-delays/,
  },
  {
    id: 'fleet-hygiene',
    title: 'All pipelines: what to put right',
    element: FLEET,
    search: '?view=hygiene',
    shows: /Glue version that ends/,
  },
  {
    id: 'fleet-collector',
    title: 'All pipelines: AWS refuses to be read',
    element: FLEET,
    api: () => ({
      getFleet: async () => fleet,
      getCollector: async () => collector,
    }),
    shows: /Allow glue:GetTags to the role/,
  },
  {
    id: 'fleet-empty',
    title: 'All pipelines: none',
    element: FLEET,
    shows: /pipeline/i,
  },
  {
    id: 'fleet-error',
    title: 'All pipelines: the portal answers with an error',
    element: FLEET,
    api: () => ({ getFleet: refuse('The catalog cannot be reached') }),
    shows: /The catalog cannot be reached/,
  },
  {
    id: 'home-mine',
    title: 'Home: my pipelines',
    element: MINE,
    api: () => ({ getFleet: async () => ({ ...fleet, total: 12 }) }),
    shows: /flight-delays/,
  },
  {
    id: 'home-mine-none',
    title: 'Home: no pipelines of mine',
    element: MINE,
    shows: /belongs to you/,
  },
  {
    id: 'home-failing',
    title: 'Home: failing now',
    element: FAILING,
    api: () => ({
      getFleet: async () => ({
        ...fleet,
        items: fleet.items.slice(0, 1),
        total: 1,
      }),
    }),
    shows: /covid-hiring/,
  },
  {
    id: 'home-error',
    title: 'Home: the portal answers with an error',
    element: FAILING,
    api: () => ({ getFleet: refuse('The catalog cannot be reached') }),
    shows: /The catalog cannot be reached/,
  },
];

/** The back end of a state. */
export const apiOf = (state: State): GluePipelinesApi => ({
  ...fixtureApi(),
  ...state.api?.(),
});

/** The entity of a state: what is permitted is remembered by entity. */
export const entityOf = ({ denied }: State): Entity => ({
  ...covidHiringEntity,
  metadata: {
    ...covidHiringEntity.metadata,
    ...(denied && { name: 'covid-hiring-denied' }),
  },
});
