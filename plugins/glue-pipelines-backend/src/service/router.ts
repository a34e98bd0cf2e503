import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { InputError } from '@backstage/errors';
import {
  gluePipelinesRunReadPermission,
  gluePipelinesWorkflowReadPermission,
  ResumeRunRequest,
  StartRunRequest,
  StopRunRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { Request, Router } from 'express';
import { spec } from '../schema/openapi';
import { answerErrors } from './answerErrors';
import { EntityWorkflows, workflowOf } from './EntityWorkflows';
import { requestChecks } from './requestChecks';
import { fromCursor } from './runCursor';
import { RunWrites } from './RunWrites';
import { WorkflowService } from './WorkflowService';

const DEFAULT_RUNS = 25;

/** The routes of `schema/openapi.ts`: authorization and audit around `WorkflowService`. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  entities: EntityWorkflows;
  service: WorkflowService;
  writes: RunWrites;
  logger: LoggerService;
}): Router {
  const { httpAuth, entities, service, writes, logger } = options;
  const router = createValidatedOpenApiRouter(spec, {
    middleware: requestChecks(spec.paths, logger),
  });

  const readers = (req: Parameters<HttpAuthService['credentials']>[0]) =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });

  const readable = async (
    req: Parameters<HttpAuthService['credentials']>[0],
    entityRef: string,
  ) =>
    entities.authorize(
      await readers(req),
      entityRef,
      gluePipelinesRunReadPermission,
    );

  router.get('/v1/workflows', async (req, res) => {
    const credentials = await readers(req);
    const entity = await entities.authorize(
      credentials,
      req.query.entityRef,
      gluePipelinesWorkflowReadPermission,
    );
    const mayReadRuns = await entities.allows(
      credentials,
      entity.entityRef,
      gluePipelinesRunReadPermission,
    );
    res.json(await service.listWorkflows(entity, { withRuns: mayReadRuns }));
  });

  router.get('/v1/runs', async (req, res) => {
    const { entityRef, workflowArn, limit, cursor, health } = req.query;
    const entity = await readable(req, entityRef);
    res.json(
      await service.listRuns(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        {
          limit: limit ?? DEFAULT_RUNS,
          after: cursor === undefined ? undefined : fromCursor(cursor),
          health,
          startedFrom: toInstant('startedFrom', req.query.startedFrom),
          startedBefore: toInstant('startedBefore', req.query.startedBefore),
        },
      ),
    );
  });

  router.get('/v1/runs/:runId', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await readable(req, entityRef);
    res.json(
      await service.getRun(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        req.params.runId,
      ),
    );
  });

  const callerOf = (req: Request) => ({
    request: req,
    credentials: () => httpAuth.credentials(req, { allow: ['user'] }),
  });

  router.post('/v1/runs', async (req, res) => {
    const request: StartRunRequest = req.body;
    res.status(201).json({ runId: await writes.start(callerOf(req), request) });
  });

  router.post('/v1/runs/:runId/stop', async (req, res) => {
    const request: StopRunRequest = req.body;
    const { runId } = req.params;
    await writes.stop(callerOf(req), { ...request, runId });
    res.status(202).json({ runId });
  });

  router.post('/v1/runs/:runId/resume', async (req, res) => {
    const request: ResumeRunRequest = req.body;
    const { runId } = req.params;
    res.status(201).json({
      runId: await writes.resume(callerOf(req), { ...request, runId }),
    });
  });

  router.use(answerErrors(logger));
  return router;
}

/** A time of a request as the store has times. */
function toInstant(name: string, time: string | undefined): string | undefined {
  if (time === undefined) {
    return undefined;
  }
  const instant = new Date(time);
  // The document's schema lets days through that no month has.
  if (Number.isNaN(instant.getTime())) {
    throw new InputError(`${name}: there is no such time as '${time}'`);
  }
  return instant.toISOString();
}
