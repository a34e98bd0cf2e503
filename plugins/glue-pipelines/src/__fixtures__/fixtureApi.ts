import { Entity } from '@backstage/catalog-model';
import {
  Backfill,
  BackfillItem,
  BadgeLink,
  BookmarkResponse,
  FleetResponse,
  FleetRunsResponse,
  GLUE_WORKFLOW_ARN_ANNOTATION,
  InsightsResponse,
  WarehouseResponse,
  WarehouseRowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { GluePipelinesApi } from '../api/GluePipelinesApi';
import {
  covidHiring,
  covidHiringDays,
  covidHiringGrid,
  covidHiringRuns,
  failedRun,
  succeededRun,
  WORKFLOW_ARN,
} from './covidHiring';
import { hygiene } from './hygiene';

export const covidHiringEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'covid-hiring',
    namespace: 'default',
    annotations: { [GLUE_WORKFLOW_ARN_ANNOTATION]: WORKFLOW_ARN },
  },
  spec: { type: 'pipeline', owner: 'group:default/data-engineering' },
};

const emptyFleet: FleetResponse = {
  items: [],
  total: 0,
  tiles: { failing: 0, running: 0, late: 0, healthy: 0, unknown: 0 },
  withheld: 0,
  filters: { owners: [], systems: [], tags: [], accounts: [], regions: [] },
  price: { perDpuHour: 0.44, currency: 'USD', note: 'An estimate' },
  servedAt: '2026-11-28T12:00:00.000Z',
};

const emptyFleetRuns: FleetRunsResponse = {
  from: '2026-11-28T00:00:00.000Z',
  to: '2026-11-28T12:00:00.000Z',
  items: [],
  total: 0,
  idle: 0,
  counts: { runs: 0, failed: 0, running: 0, succeeded: 0 },
  filters: emptyFleet.filters,
  withheld: 0,
  servedAt: '2026-11-28T12:00:00.000Z',
};

const READ_AT = '2026-11-28T12:00:00.000Z';

const warehouse: WarehouseResponse = {
  kind: 'workgroup',
  name: 'covid-hiring',
  state: 'available',
  rawStatus: 'AVAILABLE',
  baseCapacity: 8,
  readAt: READ_AT,
  table: {
    database: 'dev',
    schema: 'public',
    name: 'covid_hiring',
    rowCount: 1,
    columns: [{ name: 'place', type: 'varchar', nullable: true }],
    readAt: READ_AT,
  },
};

const warehouseRows: WarehouseRowsResponse = {
  columns: [{ name: 'place', type: 'varchar', nullable: true }],
  rows: [[null]],
  moreRows: false,
  columnsLeftOut: 0,
  shortened: false,
  readAt: READ_AT,
};

/** What a backfill of three days would do. */
export const backfillItems: BackfillItem[] = [
  { value: '2026-11-01', starts: true },
  {
    value: '2026-11-02',
    starts: false,
    run: {
      id: 'wr_2nd',
      health: 'succeeded',
      startedAt: '2026-11-03T06:00:00.000Z',
    },
  },
  {
    value: '2026-11-03',
    starts: true,
    run: {
      id: 'wr_3rd',
      health: 'failed',
      startedAt: '2026-11-04T06:00:00.000Z',
    },
  },
];

/** A backfill in its middle, which waits. */
export const backfill: Backfill = {
  id: 'backfill-1',
  property: 'day',
  atOnce: 2,
  startedBy: 'user:default/jo',
  createdAt: '2026-11-28T10:00:00.000Z',
  problem:
    "As many runs of workflow 'covid-hiring' as its maximum of concurrent runs allows are already running. Wait until one has ended, or raise the maximum",
  items: [
    { value: '2026-11-01', run: { id: 'wr_b1', health: 'succeeded' } },
    { value: '2026-11-02', run: { id: 'wr_b2', health: 'failed' } },
    { value: '2026-11-03', run: { id: 'wr_b3', health: 'running' } },
    { value: '2026-11-04' },
    { value: '2026-11-05' },
  ],
};

export const badgeLink: BadgeLink = {
  url: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="150" height="20"><rect width="150" height="20" fill="#57606a"/></svg>')}`,
  sharedBy: 'user:default/guest',
  sharedAt: READ_AT,
};

const insights: InsightsResponse = {
  script: 'transform.py',
  failedAt: { line: 31, code: 'return prices[row.iso_code]' },
  lastExecuted: { line: 68, code: 'result.write.parquet(target)' },
  reason: "KeyError: 'iso_code'",
  events: [
    {
      name: 'GlueExceptionAnalysisTaskFailed',
      at: '2026-11-21T09:03:11.000Z',
      executor: '2',
      reason: "KeyError: 'iso_code'",
    },
  ],
  recommendations: [],
  readAt: READ_AT,
};

const bookmark = (jobName: string, run: number): BookmarkResponse => ({
  jobName,
  option: 'enabled',
  bookmark: { version: 12, run, attempt: 0 },
  readAt: READ_AT,
});

/** A back end that knows the fixture. */
export function fixtureApi(): GluePipelinesApi {
  return {
    getWorkflows: async () => ({ items: [covidHiring] }),
    getFleet: async () => emptyFleet,
    getFleetRuns: async () => emptyFleetRuns,
    getRuns: async ({ limit }) => ({
      items: covidHiringRuns.slice(0, limit),
    }),
    getRun: async ({ runId }) =>
      runId === failedRun.id ? failedRun : { ...succeededRun, id: runId },
    getGrid: async () => covidHiringGrid,
    getDays: async () => covidHiringDays,
    getLineage: async () => ({
      upstream: [],
      downstream: [],
      servedAt: READ_AT,
    }),
    getLogs: async () => ({
      lines: [],
      streams: [],
      complete: true,
      readAt: READ_AT,
    }),
    getInsights: async () => insights,
    startRun: async () => ({ runId: 'wr_new' }),
    resumeRun: async () => ({
      runId: 'wr_resumed',
    }),
    stopRun: async () => {},
    pauseSchedule: async () => {},
    resumeSchedule: async () => {},
    getBookmark: async ({ jobName }) => bookmark(jobName, 12),
    resetBookmark: async ({ jobName }) => bookmark(jobName, 0),
    getHeadroom: async () => ({
      runs: { running: 0, most: 1 },
      jobs: [{ name: 'covid-hiring-load', running: 0, most: 3 }],
      location: {
        accountId: '123456789012',
        region: 'eu-west-1',
        runs: 2,
        jobRuns: 3,
      },
      servedAt: READ_AT,
    }),
    getFleetHeadroom: async () => ({
      locations: [],
      full: [],
      servedAt: READ_AT,
    }),
    getHygiene: async () => hygiene,
    getBackfills: async () => ({ backfills: [] }),
    previewBackfill: async () => ({ items: backfillItems }),
    beginBackfill: async () => ({ id: backfill.id }),
    stopBackfill: async () => {},
    getBadge: async () => ({ enabled: true }),
    shareBadge: async () => ({
      enabled: true,
      link: badgeLink,
    }),
    revokeBadge: async () => {},
    getTables: async () => ({
      crawlers: [],
      items: [],
      readAt: READ_AT,
    }),
    getWarehouse: async () => warehouse,
    getWarehouseRows: async () => warehouseRows,
    getRunChanges: async () => ({
      summary: '',
      differences: [],
      unknown: [],
      servedAt: READ_AT,
    }),
    getCollector: async () => ({
      locations: [],
      startedAt: READ_AT,
      servedAt: READ_AT,
    }),
    getUnnamedWorkflows: async () => ({ locations: [], servedAt: READ_AT }),
    getLoadErrors: async () => ({
      items: [],
      readAt: READ_AT,
    }),
  };
}
