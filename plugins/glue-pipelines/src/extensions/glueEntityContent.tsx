import { createExtensionInput } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { AddedPanelsProvider } from '../workflow/AddedPanels';
import { GluePanelBlueprint } from './gluePanel';
import { hasGlueWorkflow } from './hasGlueWorkflow';

const { panel } = GluePanelBlueprint.dataRefs;

/** `entity-content:glue-pipelines/glue`: the entity's *Glue* tab, with the panels that adopters add. */
export const glueEntityContent = EntityContentBlueprint.makeWithOverrides({
  name: 'glue',
  inputs: { panels: createExtensionInput([panel]) },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: 'glue',
      title: 'Glue',
      routeRef: entityContentRouteRef,
      filter: hasGlueWorkflow,
      loader: async () => {
        const { GlueTab } = await import('../workflow/GlueTab');
        const panels = inputs.panels.map(input => input.get(panel));
        return (
          <AddedPanelsProvider value={panels}>
            <GlueTab />
          </AddedPanelsProvider>
        );
      },
    }),
});
