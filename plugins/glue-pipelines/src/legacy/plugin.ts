import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { GluePipelinesClient } from '../api/GluePipelinesClient';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { checkPart, PartOptions } from '../form/checkPart';
import { pipelineFormApiRef } from '../form/PipelineFormApi';
import { PipelineFormClient } from '../form/PipelineFormClient';
import { PART_FIELD } from '../form/partFieldName';
import { LegacyPartField } from './partField';
import { entityContentRouteRef, fleetRouteRef } from '../routes';

// Refs of the new system, which the old one takes too.
const entityContent = convertLegacyRouteRef(entityContentRouteRef);
const fleet = convertLegacyRouteRef(fleetRouteRef);

/**
 * The plugin of an app of the old frontend system.
 * @public
 */
export const gluePipelinesPlugin = createPlugin({
  id: 'glue-pipelines',
  routes: { entityContent, fleet },
  apis: [
    createApiFactory({
      api: gluePipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new GluePipelinesClient(apis),
    }),
    createApiFactory({
      api: pipelineFormApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new PipelineFormClient(apis),
    }),
  ],
});

/**
 * The *Glue* tab, for an `EntityLayout.Route`.
 * @public
 */
export const EntityGlueContent = gluePipelinesPlugin.provide(
  createRoutableExtension({
    name: 'EntityGlueContent',
    mountPoint: entityContent,
    component: () => import('./components').then(m => m.LegacyGlueTab),
  }),
);

/**
 * The card for an entity's overview.
 * @public
 */
export const EntityGlueCard = gluePipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityGlueCard',
    component: { lazy: () => import('./components').then(m => m.LegacyCard) },
  }),
);

/**
 * The page of all pipelines, for a `Route` of the app.
 * @public
 */
export const GluePipelinesPage = gluePipelinesPlugin.provide(
  createRoutableExtension({
    name: 'GluePipelinesPage',
    mountPoint: fleet,
    component: () => import('./components').then(m => m.LegacyFleetPage),
  }),
);

/**
 * The parts of a pipeline in the form of the scaffolder, for its
 * `ScaffolderFieldExtensions`.
 * @public
 */
export const GluePipelinePartField = gluePipelinesPlugin.provide(
  createScaffolderFieldExtension<JsonValue, PartOptions>({
    name: PART_FIELD,
    component: LegacyPartField,
    validation: checkPart,
  }),
);
