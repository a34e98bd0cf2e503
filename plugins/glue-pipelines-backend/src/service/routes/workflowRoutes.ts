import {
  gluePipelinesRunReadPermission,
  gluePipelinesWorkflowReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

/** The workflows of an entity, and those before and after them. */
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

  router.get('/v1/lineage', async (req, res) => {
    const credentials = await readerOf(deps, req);
    const { entityRef } = await entities.authorize(
      credentials,
      req.query.entityRef,
      gluePipelinesWorkflowReadPermission,
    );
    res.json(await deps.lineage.of(credentials, entityRef));
  });
}
