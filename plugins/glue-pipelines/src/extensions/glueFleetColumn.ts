import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { AddedColumn, GlueFleetColumnProps } from '../fleet/addedColumns';

const columnDataRef = createExtensionDataRef<AddedColumn>().with({
  id: 'glue-pipelines.fleet-column',
});

/**
 * A column of the table of all pipelines, after the others; where the page is
 * narrow, a line of each pipeline.
 * @public
 */
export const GlueFleetColumnBlueprint = createExtensionBlueprint({
  kind: 'glue-fleet-column',
  attachTo: { id: 'page:glue-pipelines', input: 'columns' },
  output: [columnDataRef],
  dataRefs: { column: columnDataRef },
  *factory(
    params: {
      /** The heading of the column. */
      title: string;
      loader: () => Promise<(props: GlueFleetColumnProps) => JSX.Element>;
    },
    { node },
  ) {
    yield columnDataRef({
      title: params.title,
      Cell: ExtensionBoundary.lazyComponent(node, params.loader),
    });
  },
});
