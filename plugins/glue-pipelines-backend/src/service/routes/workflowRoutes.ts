import {
  gluePipelinesRunReadPermission,
  gluePipelinesWorkflowReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

/** The workflows of an entity. */
export function workflowRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { entities, service } = deps;

  router.get('/v1/workflows', async (req, res) => {
    const credentials = await readerOf(deps, req);
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
}
