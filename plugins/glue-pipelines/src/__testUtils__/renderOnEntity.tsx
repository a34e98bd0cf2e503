import { Entity } from '@backstage/catalog-model';
import { StorageApi, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  BookmarkResponse,
  FleetResponse,
  FleetRunsResponse,
  GLUE_WORKFLOW_ARN_ANNOTATION,
  GluePipelinesSignal,
  PauseScheduleRequest,
  ResetBookmarkRequest,
  ResumeRunRequest,
  ResumeScheduleRequest,
  StartRunRequest,
  StopRunRequest,
  WarehouseResponse,
  WarehouseRowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  FleetQuery,
  FleetRunsQuery,
  GluePipelinesApi,
  LogQuery,
  gluePipelinesApiRef,
  WorkflowOfEntity,
} from '../api/GluePipelinesApi';
import { entityContentRouteRef, fleetRouteRef } from '../routes';
import {
  covidHiring,
  covidHiringDays,
  covidHiringGrid,
  covidHiringRuns,
  failedRun,
  succeededRun,
  WORKFLOW_ARN,
} from '../__fixtures__/covidHiring';

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

const bookmark = (jobName: string, run: number): BookmarkResponse => ({
  jobName,
  option: 'enabled',
  bookmark: { version: 12, run, attempt: 0 },
  readAt: READ_AT,
});

/** A back end that knows the fixture; every method can be told otherwise. */
export function backEnd(): jest.Mocked<GluePipelinesApi> {
  return {
    getWorkflows: jest.fn(async (_: string) => ({ items: [covidHiring] })),
    getFleet: jest.fn(async (_: FleetQuery) => emptyFleet),
    getFleetRuns: jest.fn(async (_: FleetRunsQuery) => emptyFleetRuns),
    getRuns: jest.fn(async ({ limit }) => ({
      items: covidHiringRuns.slice(0, limit),
    })),
    getRun: jest.fn(async ({ runId }) =>
      runId === failedRun.id ? failedRun : { ...succeededRun, id: runId },
    ),
    getGrid: jest.fn(
      async (_: WorkflowOfEntity & { limit: number; cursor?: string }) =>
        covidHiringGrid,
    ),
    getDays: jest.fn(
      async (_: WorkflowOfEntity & { days: number; timeZone: string }) =>
        covidHiringDays,
    ),
    getLogs: jest.fn(async (_: LogQuery & { runId: string }) => ({
      lines: [],
      streams: [],
      complete: true,
    })),
    startRun: jest.fn(async (_: StartRunRequest) => ({ runId: 'wr_new' })),
    resumeRun: jest.fn(async (_: ResumeRunRequest & { runId: string }) => ({
      runId: 'wr_resumed',
    })),
    stopRun: jest.fn(async (_: StopRunRequest & { runId: string }) => {}),
    pauseSchedule: jest.fn(async (_: PauseScheduleRequest) => {}),
    resumeSchedule: jest.fn(async (_: ResumeScheduleRequest) => {}),
    getBookmark: jest.fn(
      async ({ jobName }: WorkflowOfEntity & { jobName: string }) =>
        bookmark(jobName, 12),
    ),
    resetBookmark: jest.fn(
      async ({ jobName }: ResetBookmarkRequest & { jobName: string }) =>
        bookmark(jobName, 0),
    ),
    getTables: jest.fn(async (_: WorkflowOfEntity) => ({
      crawlers: [],
      items: [],
      readAt: READ_AT,
    })),
    getWarehouse: jest.fn(async (_: WorkflowOfEntity) => warehouse),
    getWarehouseRows: jest.fn(
      async (_: WorkflowOfEntity & { limit: number }) => warehouseRows,
    ),
    getRunChanges: jest.fn(
      async (_: WorkflowOfEntity & { runId: string; since?: string }) => ({
        summary: '',
        differences: [],
        unknown: [],
        servedAt: READ_AT,
      }),
    ),
    getCollector: jest.fn(async () => ({
      locations: [],
      startedAt: READ_AT,
      servedAt: READ_AT,
    })),
    getLoadErrors: jest.fn(async (_: WorkflowOfEntity) => ({
      items: [],
      readAt: READ_AT,
    })),
  };
}

/** The signals of an app, and a way to send one. */
export class Signals {
  private readonly listeners = new Set<(message: never) => void>();

  subscribe(_: string, listener: (message: never) => void) {
    this.listeners.add(listener);
    return { unsubscribe: () => this.listeners.delete(listener) };
  }

  send(signal: GluePipelinesSignal) {
    this.listeners.forEach(listener => listener(signal as never));
  }
}

function Browser() {
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="address">{useLocation().search}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

/** Renders a part of an entity's page in an app. */
export function renderOnEntity(
  element: ReactElement,
  options: {
    api?: GluePipelinesApi;
    entity?: Entity;
    search?: string;
    mayStart?: boolean;
    signals?: Signals;
    storage?: StorageApi;
  } = {},
) {
  const { api = backEnd(), entity = covidHiringEntity } = options;
  const { search = '', mayStart = true, signals = new Signals() } = options;
  const { storage = mockApis.storage() } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Browser />
    </EntityProvider>,
    {
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/glue': entityContentRouteRef,
        '/glue-pipelines': fleetRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [gluePipelinesApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [signalApiRef, signals],
        [storageApiRef, storage],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: mayStart ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
    },
  );
}
