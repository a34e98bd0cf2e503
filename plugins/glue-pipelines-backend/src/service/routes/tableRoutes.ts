import { gluePipelinesWorkflowReadPermission } from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

/** The tables of the Data Catalog that a workflow's crawlers write. */
export function tableRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { entities, tables } = deps;

  router.get('/v1/tables', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesWorkflowReadPermission,
    );
    res.json(
      await tables.list(entity.entityRef, workflowOf(entity, workflowArn)),
    );
  });
}
