import { useApi } from '@backstage/frontend-plugin-api';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';

/** The entities that name a workflow already, of those that the user sees; `undefined` while that is not known. */
export function useNamingEntities(
  workflow: WorkflowArn | undefined,
): string[] | undefined {
  const api = useApi(gluePipelinesApiRef);
  const { arn, name, accountId, region } = workflow ?? {};
  const [found, setFound] = useState<{ arn: string; refs: string[] }>();
  useEffect(() => {
    if (!arn) {
      return undefined;
    }
    const abort = new AbortController();
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
  }, [api, arn, name, accountId, region]);
  return found && found.arn === arn ? found.refs : undefined;
}
