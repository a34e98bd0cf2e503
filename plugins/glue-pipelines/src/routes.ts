import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The *Glue* tab of an entity's page. */
export const entityContentRouteRef = createRouteRef();

/** The page of all workflows. */
export const fleetRouteRef = createRouteRef();
