import { useApi } from '@backstage/frontend-plugin-api';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';

/** The entities that name a workflow already, of those that the user sees; `undefined` while that is not known. */
export function useNamingEntities(
  workflow: WorkflowArn | undefined,
): string[] | undefined {
  const api = useApi(gluePipelinesApiRef);
  const arn = workflow?.arn;
  const [found, setFound] = useState<{ arn: string; refs: string[] }>();
  useEffect(() => {
    if (!workflow || !arn) {
      return undefined;
    }
    const abort = new AbortController();
    const { name, accountId, region } = workflow;
    api
      .getFleet(
        { text: name, account: accountId, region, limit: 100 },
        { signal: abort.signal },
      )
      .then(({ items }) =>
        setFound({
          arn,
          refs: items
            .filter(item => item.arn === arn)
            .map(({ entityRef }) => entityRef),
        }),
      )
      // Not knowing it keeps nobody from going on.
      .catch(() => undefined);
    return () => abort.abort();
    // The workflow is what its ARN says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, arn]);
  return found && found.arn === arn ? found.refs : undefined;
}
