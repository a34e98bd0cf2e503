import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { hasGlueWorkflow } from './hasGlueWorkflow';

/** `entity-content:glue-pipelines/glue`: the entity's *Glue* tab. */
export const glueEntityContent = EntityContentBlueprint.make({
  name: 'glue',
  params: {
    path: 'glue',
    title: 'Glue',
    routeRef: entityContentRouteRef,
    filter: hasGlueWorkflow,
    loader: () =>
      import('../workflow/GlueTab').then(({ GlueTab }) => <GlueTab />),
  },
});
