import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ResumeRunRequest,
  RunDetail,
  RunsResponse,
  StartRunRequest,
  StartRunResponse,
  StopRunRequest,
  WorkflowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import {
  GluePipelinesApi,
  RequestOptions,
  WorkflowOfEntity,
} from './GluePipelinesApi';

/** Speaks to the plugin's back end over HTTP. */
export class GluePipelinesClient implements GluePipelinesApi {
  constructor(
    private readonly apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  getWorkflows(entityRef: string, options?: RequestOptions) {
    return this.request<WorkflowsResponse>('workflows', { entityRef }, options);
  }

  getRuns(
    workflow: WorkflowOfEntity & { limit: number },
    options?: RequestOptions,
  ) {
    const { entityRef, workflowArn, limit } = workflow;
    return this.request<RunsResponse>(
      'runs',
      { entityRef, workflowArn, limit: String(limit) },
      options,
    );
  }

  getRun(run: WorkflowOfEntity & { runId: string }, options?: RequestOptions) {
    const { entityRef, workflowArn, runId } = run;
    return this.request<RunDetail>(
      `runs/${encodeURIComponent(runId)}`,
      { entityRef, workflowArn },
      options,
    );
  }

  startRun(request: StartRunRequest) {
    return this.post<StartRunResponse>('runs', request);
  }

  resumeRun({ runId, ...request }: ResumeRunRequest & { runId: string }) {
    return this.post<StartRunResponse>(
      `runs/${encodeURIComponent(runId)}/resume`,
      request,
    );
  }

  async stopRun({ runId, ...request }: StopRunRequest & { runId: string }) {
    await this.post(`runs/${encodeURIComponent(runId)}/stop`, request);
  }

  private post<T>(path: string, body: object): Promise<T> {
    return this.request<T>(
      path,
      {},
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
  }

  private async request<T>(
    path: string,
    query: Record<string, string>,
    init?: RequestInit,
  ): Promise<T> {
    const base = await this.apis.discoveryApi.getBaseUrl('glue-pipelines');
    const search = new URLSearchParams(query).toString();
    const response = await this.apis.fetchApi.fetch(
      `${base}/v1/${path}${search ? `?${search}` : ''}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
