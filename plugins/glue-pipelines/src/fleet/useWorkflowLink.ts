import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Leads from a workflow, or a run of it, to the Glue tab of its entity; nowhere in an app without entity pages. */
export function useWorkflowLink() {
  const entityPage = useRouteRef(entityRouteRef);
  return (
    { entityRef, arn }: { entityRef: string; arn: string },
    runId?: string,
  ): string | undefined => {
    const page = entityPage?.(parseEntityRef(entityRef));
    const query = new URLSearchParams({ workflow: arn });
    if (runId) {
      query.set('run', runId);
    }
    return page && `${page}/glue?${query}`;
  };
}
