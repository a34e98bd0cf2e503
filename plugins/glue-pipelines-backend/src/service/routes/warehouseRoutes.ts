import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  gluePipelinesWarehouseReadPermission,
  gluePipelinesWorkflowReadPermission,
  WarehouseTableRef,
  warehouseTableTag,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Request } from 'express';
import { audited } from '../audited';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, callerOf, readerOf, RouteDeps } from './ApiRouter';

const DEFAULT_ROWS = 20;

/** The table that a workflow loads: how it is, and what is in it. */
export function warehouseRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { auditor, entities, warehouses } = deps;

  /** For the table's data, which is for fewer than how it is; recorded with who asked. */
  const readData = <T>(
    eventId: string,
    req: Request<any, any, any, any, any>,
    { entityRef, workflowArn }: { entityRef: string; workflowArn: string },
    read: (workflow: WorkflowArn, table: WarehouseTableRef) => Promise<T>,
  ): Promise<T> => {
    const meta = { entityRef, workflowArn };
    return audited(auditor, { eventId, request: req, meta }, async () => {
      const credentials: BackstageCredentials<BackstageUserPrincipal> =
        await callerOf(deps, req).credentials();
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesWarehouseReadPermission,
      );
      const workflow = workflowOf(entity, workflowArn);
      const table = await warehouses.tableOf(entity, workflow);
      return {
        result: await read(workflow, table),
        meta: { table: warehouseTableTag(table) },
      };
    });
  };

  router.get('/v1/warehouse', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesWorkflowReadPermission,
    );
    const workflow = workflowOf(entity, workflowArn);
    const table = await warehouses.tableOf(entity, workflow);
    res.json(await warehouses.read(workflow, table));
  });

  router.get('/v1/warehouse/rows', async (req, res) => {
    const { limit = DEFAULT_ROWS } = req.query;
    res.json(
      await readData('warehouse-rows-read', req, req.query, (workflow, table) =>
        warehouses.rows(workflow, table, limit),
      ),
    );
  });

  router.get('/v1/warehouse/load-errors', async (req, res) => {
    res.json(
      await readData(
        'warehouse-load-errors-read',
        req,
        req.query,
        (workflow, table) => warehouses.loadErrors(workflow, table),
      ),
    );
  });
}
