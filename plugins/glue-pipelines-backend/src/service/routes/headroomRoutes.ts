import { gluePipelinesRunReadPermission } from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

/** How much more can run at once. */
export function headroomRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { entities, headroom } = deps;

  router.get('/v1/headroom', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesRunReadPermission,
    );
    res.json(
      await headroom.of(entity.entityRef, workflowOf(entity, workflowArn)),
    );
  });

  router.get('/v1/fleet/headroom', async (req, res) => {
    res.json(await headroom.ofFleet(await readerOf(deps, req)));
  });
}
