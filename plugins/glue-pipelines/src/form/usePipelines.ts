import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';

/** A workflow, and the entity that names it. */
export interface KnownPipeline {
  name: string;
  entityRef: string;
}

/** The pipelines that the catalog knows, to choose from; none where it cannot be asked. */
export function usePipelines(): KnownPipeline[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [pipelines, setPipelines] = useState<KnownPipeline[]>([]);
  useEffect(() => {
    let isGone = false;
    const annotation = `metadata.annotations.${GLUE_WORKFLOW_ARN_ANNOTATION}`;
    catalog
      ?.getEntities({
        filter: { [annotation]: CATALOG_FILTER_EXISTS },
        fields: [
          'kind',
          'metadata.annotations',
          'metadata.name',
          'metadata.namespace',
        ],
      })
      .then(({ items }) => {
        const found = items.flatMap(entity =>
          parseWorkflowArnList(
            entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
          ).workflows.map(({ name }) => ({
            name,
            entityRef: stringifyEntityRef(entity),
          })),
        );
        if (!isGone) {
          setPipelines(found.sort((a, b) => a.name.localeCompare(b.name)));
        }
      })
      // The name can be written as well.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [catalog]);
  return pipelines;
}
