import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  gluePipelinesLogsReadPermission,
  LogsResponse,
  RunDetail,
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
    const { auditor, entities, owners, service, logs } = this.options;
    const { attempt, stream = 'driver' } = query;
    return audited(
      auditor,
      {
        eventId: 'logs-read',
        severityLevel: 'low',
        request,
        meta: { entityRef, workflowArn, runId, attempt, stream },
      },
      async () => {
        const entity = await entities.authorize(
          await credentials(),
          entityRef,
          gluePipelinesLogsReadPermission,
        );
        const workflow = workflowOf(entity, workflowArn);
        await owners.requireForData(entity.entityRef, workflow);
        const run = await service.getRun(entity.entityRef, workflow, runId);
        return {
          result: { run, answer: await logs.read(workflow, run, query) },
        };
      },
    );
  }
}
