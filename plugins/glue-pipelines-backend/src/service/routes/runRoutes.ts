import {
  gluePipelinesRunReadPermission,
  ResumeRunRequest,
  StartRunRequest,
  StopRunRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { fromCursor } from '../runCursor';
import { propertyOf } from '../runProperties';
import { ApiRouter, callerOf, readerOf, RouteDeps } from './ApiRouter';
import { toInstant } from './toInstant';

const DEFAULT_RUNS = 25;
const DEFAULT_DAYS = 91;

/** The runs of a workflow: what they did, and starting, stopping and resuming them. */
export function runRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { entities, service, writes } = deps;

  const readable = async (
    req: Parameters<typeof readerOf>[1],
    entityRef: string,
  ) =>
    entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesRunReadPermission,
    );

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
          version: req.query.version,
          startedBy: req.query.startedBy?.toLocaleLowerCase('en-US'),
          properties: req.query.property?.map(propertyOf),
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

  router.get('/v1/runs/:runId/changes', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await readable(req, entityRef);
    res.json(
      await service.getChanges(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        req.params.runId,
        req.query.since,
      ),
    );
  });

  router.get('/v1/grid', async (req, res) => {
    const { entityRef, workflowArn, limit, cursor } = req.query;
    const entity = await readable(req, entityRef);
    res.json(
      await service.getGrid(entity.entityRef, workflowOf(entity, workflowArn), {
        limit: limit ?? DEFAULT_RUNS,
        after: cursor === undefined ? undefined : fromCursor(cursor),
      }),
    );
  });

  router.get('/v1/days', async (req, res) => {
    const { entityRef, workflowArn, days, timeZone } = req.query;
    const entity = await readable(req, entityRef);
    res.json(
      await service.getDays(entity.entityRef, workflowOf(entity, workflowArn), {
        days: days ?? DEFAULT_DAYS,
        timeZone: timeZone ?? 'UTC',
      }),
    );
  });

  router.post('/v1/runs', async (req, res) => {
    const request: StartRunRequest = req.body;
    res
      .status(201)
      .json({ runId: await writes.start(callerOf(deps, req), request) });
  });

  router.post('/v1/runs/:runId/stop', async (req, res) => {
    const request: StopRunRequest = req.body;
    const { runId } = req.params;
    await writes.stop(callerOf(deps, req), { ...request, runId });
    res.status(202).json({ runId });
  });

  router.post('/v1/runs/:runId/resume', async (req, res) => {
    const request: ResumeRunRequest = req.body;
    const { runId } = req.params;
    res.status(201).json({
      runId: await writes.resume(callerOf(deps, req), { ...request, runId }),
    });
  });
}
