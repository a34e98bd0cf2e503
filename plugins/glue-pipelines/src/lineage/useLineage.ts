import { useApi } from '@backstage/frontend-plugin-api';
import { LineageResponse } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { LiveResource, useLiveResource } from '../live/useLiveResource';

/** Milliseconds from one look at the neighbours to the next: of them no signal tells. */
const INTERVAL_MS = 60_000;

/** The pipelines before and after an entity. */
export function useLineage(entityRef: string): LiveResource<LineageResponse> {
  const api = useApi(gluePipelinesApiRef);
  return useLiveResource(
    entityRef,
    signal => api.getLineage(entityRef, { signal }),
    () => INTERVAL_MS,
  );
}
