import { useApi } from '@backstage/frontend-plugin-api';
import { HygieneResponse } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { FILTERS, FleetState, PAGE_SIZE } from '../fleet/fleetState';
import { LiveResource, useLiveResource } from '../live/useLiveResource';

/** It changes seldom. */
const INTERVAL_MS = 5 * 60_000;

/** What should be put right of the workflows that the state names. */
export function useHygiene(state: FleetState): LiveResource<HygieneResponse> {
  const api = useApi(gluePipelinesApiRef);
  const { finding, text, mine, lacks, page = 1 } = state;
  const query = {
    finding,
    text,
    mine,
    lacks,
    ...Object.fromEntries(FILTERS.map(name => [name, state[name]])),
    limit: PAGE_SIZE,
    offset: page > 1 ? (page - 1) * PAGE_SIZE : undefined,
  };
  return useLiveResource(
    JSON.stringify(query),
    signal => api.getHygiene(query, { signal }),
    () => INTERVAL_MS,
  );
}
