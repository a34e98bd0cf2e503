import { useApi } from '@backstage/frontend-plugin-api';
import { FleetRunsResponse } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { LiveResource, useLiveResource } from '../live/useLiveResource';
import { FILTERS, FleetState } from './fleetState';
import { useGatheredSignals } from './useGatheredSignals';
import { windowOf } from './windows';

/** Workflows on one page. */
export const RUNS_PAGE_SIZE = 25;
const INTERVAL_MS = 30_000;

/** What ran in the window that the state names, kept up to date. */
export function useFleetRuns(
  state: FleetState,
): LiveResource<FleetRunsResponse> {
  const api = useApi(gluePipelinesApiRef);
  const { window = '12h', until, text, mine, lacks, page = 1 } = state;
  const filter = {
    text,
    mine,
    lacks,
    ...Object.fromEntries(FILTERS.map(name => [name, state[name]])),
    limit: RUNS_PAGE_SIZE,
    offset: page > 1 ? (page - 1) * RUNS_PAGE_SIZE : undefined,
  };
  const runs = useLiveResource(
    JSON.stringify({ window, until, ...filter }),
    signal => {
      const { from, to } = windowOf(window, until, Date.now());
      return api.getFleetRuns(
        {
          ...filter,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        },
        { signal },
      );
    },
    () => INTERVAL_MS,
  );
  useGatheredSignals(runs.refresh);
  return runs;
}
