import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  gluePipelinesLogsReadPermission,
  InsightsResponse,
  LogsResponse,
  RunDetail,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Request } from 'express';
import { AttemptLogs, LogQuery } from '../logs/AttemptLogs';
import { audited } from './audited';
import { EntityWorkflows, workflowOf } from './EntityWorkflows';
import { WorkflowOwners } from './WorkflowOwners';
import { WorkflowService } from './WorkflowService';

/** Of which run to read, and what. */
export interface LogRequest extends LogQuery {
  entityRef: string;
  workflowArn: string;
  runId: string;
}

/**
 * Reading of logs, whichever way it is asked for: permitted by the entity's
 * permission, and, since logs quote data, only where the workflow says that it
 * belongs to the entity. Backstage wants access to data audited ("Auditor
 * Service"); this goes on all the time, so that it is of low severity.
 */
export class LogReads {
  constructor(
    private readonly options: {
      auditor: AuditorService;
      entities: EntityWorkflows;
      owners: WorkflowOwners;
      service: WorkflowService;
      logs: AttemptLogs;
    },
  ) {}

  /**
   * @throws errors of EntityWorkflows, WorkflowOwners, WorkflowService and
   * AttemptLogs
   */
  async read(
    credentials: () => Promise<BackstageCredentials>,
    { entityRef, workflowArn, runId, ...query }: LogRequest,
    request?: Request<any, any, any, any, any>,
  ): Promise<{ run: RunDetail; answer: LogsResponse }> {
    const { attempt, stream = 'driver' } = query;
    return this.audited(
      credentials,
      { entityRef, workflowArn, runId, attempt, stream },
      async (workflow, run) => ({
        run,
        answer: await this.options.logs.read(workflow, run, query),
      }),
      request,
    );
  }

  /**
   * @throws errors of EntityWorkflows, WorkflowOwners, WorkflowService and
   * AttemptLogs
   */
  async readInsights(
    credentials: () => Promise<BackstageCredentials>,
    read: Pick<LogRequest, 'entityRef' | 'workflowArn' | 'runId' | 'attempt'>,
    request?: Request<any, any, any, any, any>,
  ): Promise<InsightsResponse> {
    return this.audited(
      credentials,
      { ...read, stream: 'insights' },
      (workflow, run) =>
        this.options.logs.insights(workflow, run, read.attempt),
      request,
    );
  }

  private audited<T>(
    credentials: () => Promise<BackstageCredentials>,
    meta: Pick<LogRequest, 'entityRef' | 'workflowArn' | 'runId'> & {
      attempt: string;
      stream: string;
    },
    read: (workflow: WorkflowArn, run: RunDetail) => Promise<T>,
    request?: Request<any, any, any, any, any>,
  ): Promise<T> {
    const { auditor, entities, owners, service } = this.options;
    return audited(
      auditor,
      { eventId: 'logs-read', severityLevel: 'low', request, meta },
      async () => {
        const entity = await entities.authorize(
          await credentials(),
          meta.entityRef,
          gluePipelinesLogsReadPermission,
        );
        const workflow = workflowOf(entity, meta.workflowArn);
        await owners.requireForData(entity.entityRef, workflow);
        const run = await service.getRun(
          entity.entityRef,
          workflow,
          meta.runId,
        );
        return { result: await read(workflow, run) };
      },
    );
  }
}
