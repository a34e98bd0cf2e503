import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { assertError, InputError } from '@backstage/errors';
import {
  gluePipelinesRunReadPermission,
  gluePipelinesRunResumePermission,
  gluePipelinesRunStartPermission,
  gluePipelinesRunStopPermission,
  gluePipelinesWorkflowReadPermission,
  ResumeRunRequest,
  StartRunRequest,
  StopRunRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { Router } from 'express';
import { spec } from '../schema/openapi';
import { answerErrors } from './answerErrors';
import { EntityWorkflows, workflowOf } from './EntityWorkflows';
import { redactProperties } from './redactProperties';
import { requestChecks } from './requestChecks';
import { fromCursor } from './runCursor';
import { checkRunProperties } from './runProperties';
import { WorkflowService } from './WorkflowService';

const DEFAULT_RUNS = 25;

/** The routes of `schema/openapi.ts`: authorization and audit around `WorkflowService`. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  entities: EntityWorkflows;
  service: WorkflowService;
  logger: LoggerService;
}): Router {
  const { httpAuth, userInfo, auditor, entities, service, logger } = options;
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

  router.post('/v1/runs', async (req, res) => {
    const request: StartRunRequest = req.body;
    const { entityRef, workflowArn } = request;
    const event = await auditor.createEvent({
      eventId: 'run-start',
      severityLevel: 'medium',
      request: req,
      meta: {
        entityRef,
        workflowArn,
        properties: redactProperties(request.properties ?? {}),
      },
    });
    try {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunStartPermission,
      );
      const { userEntityRef } = await userInfo.getUserInfo(credentials);
      const runId = await service.startRun(entity.entityRef, {
        workflow: workflowOf(entity, workflowArn),
        properties: checkRunProperties(request.properties),
        startedBy: userEntityRef,
        key: request.idempotencyKey,
      });
      await event.success({ meta: { runId } });
      res.status(201).json({ runId });
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  });

  router.post('/v1/runs/:runId/stop', async (req, res) => {
    const { entityRef, workflowArn }: StopRunRequest = req.body;
    const { runId } = req.params;
    const event = await auditor.createEvent({
      eventId: 'run-stop',
      severityLevel: 'medium',
      request: req,
      meta: { entityRef, workflowArn, runId },
    });
    try {
      const entity = await entities.authorize(
        await httpAuth.credentials(req, { allow: ['user'] }),
        entityRef,
        gluePipelinesRunStopPermission,
      );
      await service.stopRun(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        runId,
      );
      await event.success();
      res.status(202).json({ runId });
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  });

  router.post('/v1/runs/:runId/resume', async (req, res) => {
    const { entityRef, workflowArn, nodeIds }: ResumeRunRequest = req.body;
    const { runId } = req.params;
    const event = await auditor.createEvent({
      eventId: 'run-resume',
      severityLevel: 'medium',
      request: req,
      meta: { entityRef, workflowArn, runId, nodeIds },
    });
    try {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunResumePermission,
      );
      const { userEntityRef } = await userInfo.getUserInfo(credentials);
      const newRunId = await service.resumeRun(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        { runId, nodeIds, startedBy: userEntityRef },
      );
      await event.success({ meta: { newRunId } });
      res.status(201).json({ runId: newRunId });
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
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
