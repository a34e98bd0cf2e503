import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { answerCaching } from './answerCaching';
import { answerErrors } from './answerErrors';
import { requestChecks } from './requestChecks';
import { RouteDeps } from './routes/ApiRouter';
import { collectorRoutes } from './routes/collectorRoutes';
import { backfillRoutes } from './routes/backfillRoutes';
import { badgeRoutes } from './routes/badgeRoutes';
import { bookmarkRoutes } from './routes/bookmarkRoutes';
import { fleetRoutes } from './routes/fleetRoutes';
import { headroomRoutes } from './routes/headroomRoutes';
import { logRoutes } from './routes/logRoutes';
import { runRoutes } from './routes/runRoutes';
import { scheduleRoutes } from './routes/scheduleRoutes';
import { tableRoutes } from './routes/tableRoutes';
import { warehouseRoutes } from './routes/warehouseRoutes';
import { workflowRoutes } from './routes/workflowRoutes';

/** The routes of `schema/openapi.yaml`: authorization and audit around the services. */
export function createRouter(deps: RouteDeps): Router {
  const router = createValidatedOpenApiRouter(spec, {
    middleware: requestChecks(spec.paths, deps.logger),
  });
  router.use(answerCaching(spec.paths));
  workflowRoutes(router, deps);
  fleetRoutes(router, deps);
  runRoutes(router, deps);
  backfillRoutes(router, deps);
  logRoutes(router, deps);
  bookmarkRoutes(router, deps);
  badgeRoutes(router, deps);
  headroomRoutes(router, deps);
  scheduleRoutes(router, deps);
  warehouseRoutes(router, deps);
  tableRoutes(router, deps);
  collectorRoutes(router, deps);
  router.use(answerErrors(deps.logger));
  return router;
}
