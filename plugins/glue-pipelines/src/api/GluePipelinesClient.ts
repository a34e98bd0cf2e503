import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  BackfillRequest,
  BadgeRequest,
  GluePipelinesPaths,
  PauseScheduleRequest,
  ResetBookmarkRequest,
  ResumeRunRequest,
  ResumeScheduleRequest,
  StartRunRequest,
  StopBackfillRequest,
  StopRunRequest,
} from '@glue-pipelines/backstage-plugin-common';
import createClient, { Client } from 'openapi-fetch';
import {
  FleetQuery,
  FleetRunsQuery,
  GluePipelinesApi,
  HygieneQuery,
  InsightsQuery,
  LogQuery,
  RequestOptions,
  WorkflowOfEntity,
} from './GluePipelinesApi';

type HttpClient = Client<GluePipelinesPaths>;

/** Speaks to the plugin's back end over HTTP, as the API's document describes it. */
export class GluePipelinesClient implements GluePipelinesApi {
  constructor(
    private readonly apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  getWorkflows(entityRef: string, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/workflows', {
        ...options,
        params: { query: { entityRef } },
      }),
    );
  }

  getFleet(query: FleetQuery, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/fleet', { ...options, params: { query } }),
    );
  }

  getFleetRuns(query: FleetRunsQuery, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/fleet/runs', { ...options, params: { query } }),
    );
  }

  getLineage(entityRef: string, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/lineage', {
        ...options,
        params: { query: { entityRef } },
      }),
    );
  }

  getRuns(
    query: WorkflowOfEntity & { limit: number; version?: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/runs', { ...options, params: { query } }),
    );
  }

  getRun(
    { runId, entityRef, workflowArn }: WorkflowOfEntity & { runId: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/runs/{runId}', {
        ...options,
        params: { path: { runId }, query: { entityRef, workflowArn } },
      }),
    );
  }

  getGrid(
    query: WorkflowOfEntity & { limit: number; cursor?: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/grid', { ...options, params: { query } }),
    );
  }

  getDays(
    query: WorkflowOfEntity & { days: number; timeZone: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/days', { ...options, params: { query } }),
    );
  }

  getLogs(
    { runId, ...query }: LogQuery & { runId: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/runs/{runId}/logs', {
        ...options,
        params: { path: { runId }, query },
      }),
    );
  }

  getInsights(
    { runId, ...query }: InsightsQuery & { runId: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/runs/{runId}/insights', {
        ...options,
        params: { path: { runId }, query },
      }),
    );
  }

  getRunChanges(
    { runId, ...query }: WorkflowOfEntity & { runId: string; since?: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/runs/{runId}/changes', {
        ...options,
        params: { path: { runId }, query },
      }),
    );
  }

  startRun(body: StartRunRequest) {
    return this.ask(http => http.request('post', '/v1/runs', { body }));
  }

  resumeRun({ runId, ...body }: ResumeRunRequest & { runId: string }) {
    return this.ask(http =>
      http.request('post', '/v1/runs/{runId}/resume', {
        params: { path: { runId } },
        body,
      }),
    );
  }

  async stopRun({ runId, ...body }: StopRunRequest & { runId: string }) {
    await this.ask(http =>
      http.request('post', '/v1/runs/{runId}/stop', {
        params: { path: { runId } },
        body,
      }),
    );
  }

  async pauseSchedule(body: PauseScheduleRequest) {
    await this.ask(http =>
      http.request('post', '/v1/schedule/pause', { body }),
    );
  }

  async resumeSchedule(body: ResumeScheduleRequest) {
    await this.ask(http =>
      http.request('post', '/v1/schedule/resume', { body }),
    );
  }

  getBookmark(
    { jobName, entityRef, workflowArn }: WorkflowOfEntity & { jobName: string },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/jobs/{jobName}/bookmark', {
        ...options,
        params: { path: { jobName }, query: { entityRef, workflowArn } },
      }),
    );
  }

  resetBookmark({
    jobName,
    ...body
  }: ResetBookmarkRequest & { jobName: string }) {
    return this.ask(http =>
      http.request('post', '/v1/jobs/{jobName}/bookmark/reset', {
        params: { path: { jobName } },
        body,
      }),
    );
  }

  getBackfills(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/backfills', { ...options, params: { query } }),
    );
  }

  previewBackfill(body: BackfillRequest, options?: RequestOptions) {
    return this.ask(http =>
      http.request('post', '/v1/backfills/preview', { ...options, body }),
    );
  }

  beginBackfill(body: BackfillRequest) {
    return this.ask(http => http.request('post', '/v1/backfills', { body }));
  }

  async stopBackfill({
    backfillId,
    ...body
  }: StopBackfillRequest & { backfillId: string }) {
    await this.ask(http =>
      http.request('post', '/v1/backfills/{backfillId}/stop', {
        params: { path: { backfillId } },
        body,
      }),
    );
  }

  getBadge(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/badge', { ...options, params: { query } }),
    );
  }

  shareBadge(body: BadgeRequest) {
    return this.ask(http => http.request('post', '/v1/badge/share', { body }));
  }

  async revokeBadge(body: BadgeRequest) {
    await this.ask(http => http.request('post', '/v1/badge/revoke', { body }));
  }

  getHeadroom(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/headroom', { ...options, params: { query } }),
    );
  }

  getFleetHeadroom(options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/fleet/headroom', { ...options }),
    );
  }

  getHygiene(query: HygieneQuery, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/fleet/hygiene', {
        ...options,
        params: { query },
      }),
    );
  }

  getTables(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/tables', { ...options, params: { query } }),
    );
  }

  getWarehouse(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/warehouse', { ...options, params: { query } }),
    );
  }

  getWarehouseRows(
    query: WorkflowOfEntity & { limit: number },
    options?: RequestOptions,
  ) {
    return this.ask(http =>
      http.request('get', '/v1/warehouse/rows', {
        ...options,
        params: { query },
      }),
    );
  }

  getLoadErrors(query: WorkflowOfEntity, options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/warehouse/load-errors', {
        ...options,
        params: { query },
      }),
    );
  }

  getCollector(options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/collector', { ...options }),
    );
  }

  getUnnamedWorkflows(options?: RequestOptions) {
    return this.ask(http =>
      http.request('get', '/v1/unnamed-workflows', { ...options }),
    );
  }

  private async ask<T>(
    send: (http: HttpClient) => Promise<{ data?: T }>,
  ): Promise<T> {
    const { discoveryApi, fetchApi } = this.apis;
    const http = createClient<GluePipelinesPaths>({
      baseUrl: await discoveryApi.getBaseUrl('glue-pipelines'),
      fetch: request => sendParts(fetchApi, request),
    });
    http.use({
      onResponse: async ({ response }) => {
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
      },
    });
    // Every refusal was thrown, so that there is an answer.
    const { data } = await send(http);
    return data as T;
  }
}

/**
 * Backstage's middlewares make a request of what they are given and may then
 * hand on that itself: a body would be gone by then.
 */
async function sendParts(
  fetchApi: FetchApi,
  request: Request,
): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = method === 'GET' ? undefined : await request.text();
  return fetchApi.fetch(url, { method, headers, body, signal });
}
