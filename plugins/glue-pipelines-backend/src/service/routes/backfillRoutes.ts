import {
  BackfillRequest,
  gluePipelinesRunReadPermission,
  gluePipelinesRunStartPermission,
  StopBackfillRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, callerOf, readerOf, RouteDeps } from './ApiRouter';

/** Series of runs, one for each value of a run property. */
export function backfillRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { entities, backfills, writes } = deps;

  router.get('/v1/backfills', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesRunReadPermission,
    );
    res.json({
      backfills: await backfills.list(
        entity.entityRef,
        workflowOf(entity, workflowArn),
      ),
    });
  });

  router.post('/v1/backfills/preview', async (req, res) => {
    const request: BackfillRequest = req.body;
    // It tells which runs there are to somebody who is about to start others.
    const entity = await entities.authorize(
      await callerOf(deps, req).credentials(),
      request.entityRef,
      gluePipelinesRunStartPermission,
    );
    res.json({
      items: await backfills.preview(
        entity.entityRef,
        workflowOf(entity, request.workflowArn),
        request,
      ),
    });
  });

  router.post('/v1/backfills', async (req, res) => {
    const request: BackfillRequest = req.body;
    res
      .status(201)
      .json({ id: await writes.beginBackfill(callerOf(deps, req), request) });
  });

  router.post('/v1/backfills/:backfillId/stop', async (req, res) => {
    const request: StopBackfillRequest = req.body;
    const { backfillId } = req.params;
    await writes.stopBackfill(callerOf(deps, req), { ...request, backfillId });
    res.status(204).end();
  });
}
