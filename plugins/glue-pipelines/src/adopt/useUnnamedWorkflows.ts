import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  gluePipelinesCollectorReadPermission,
  UnnamedLocation,
} from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';

/** The workflows of AWS that no entity names, for who may know of them; `undefined` while they are not known. */
export function useUnnamedWorkflows(): UnnamedLocation[] | undefined {
  const api = useApi(gluePipelinesApiRef);
  const { allowed } = usePermission({
    permission: gluePipelinesCollectorReadPermission,
  });
  const [found, setFound] = useState<UnnamedLocation[]>();
  useEffect(() => {
    if (!allowed) {
      return undefined;
    }
    const abort = new AbortController();
    api
      .getUnnamedWorkflows({ signal: abort.signal })
      .then(({ locations }) => setFound(locations))
      // An ARN can be typed without them.
      .catch(() => undefined);
    return () => abort.abort();
  }, [api, allowed]);
  return found;
}
