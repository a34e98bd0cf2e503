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

/** The names of the pipelines that the catalog knows, to choose from; none where it cannot be asked. */
export function usePipelineNames(): string[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let isGone = false;
    const annotation = `metadata.annotations.${GLUE_WORKFLOW_ARN_ANNOTATION}`;
    catalog
      ?.getEntities({
        filter: { [annotation]: CATALOG_FILTER_EXISTS },
        fields: ['metadata.annotations'],
      })
      .then(({ items }) => {
        const found = items.flatMap(({ metadata }) =>
          parseWorkflowArnList(
            metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
          ).workflows.map(({ name }) => name),
        );
        if (!isGone) {
          setNames([...new Set(found)].sort());
        }
      })
      // The name can be written as well.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [catalog]);
  return names;
}
