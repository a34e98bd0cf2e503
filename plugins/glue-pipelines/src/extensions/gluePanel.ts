import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { AddedPanel, GluePanelProps } from '../workflow/AddedPanels';

const panelDataRef = createExtensionDataRef<AddedPanel>().with({
  id: 'glue-pipelines.panel',
});

/**
 * A panel below the others of the *Glue* tab, for each workflow that is looked
 * at. Where it fails, the rest of the tab stays.
 * @public
 */
export const GluePanelBlueprint = createExtensionBlueprint({
  kind: 'glue-panel',
  attachTo: { id: 'entity-content:glue-pipelines/glue', input: 'panels' },
  output: [panelDataRef],
  dataRefs: { panel: panelDataRef },
  *factory(
    params: {
      /** The heading of the panel. */
      title: string;
      loader: () => Promise<(props: GluePanelProps) => JSX.Element>;
    },
    { node },
  ) {
    yield panelDataRef({
      id: node.spec.id,
      title: params.title,
      Content: ExtensionBoundary.lazyComponent(node, params.loader),
    });
  },
});
