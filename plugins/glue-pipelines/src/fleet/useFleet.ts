import { useApi } from '@backstage/frontend-plugin-api';
import { FleetResponse } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { LiveResource, useLiveResource } from '../live/useLiveResource';
import {
  FleetState,
  queryOf,
  readFleetState,
  writeFleetState,
} from './fleetState';
import { useGatheredSignals } from './useGatheredSignals';

/** Milliseconds between two questions without a signal. */
const INTERVAL_MS = 30_000;

/** What the address says is looked at, and a function that changes parts of it. */
export function useFleetState(): [FleetState, (change: FleetState) => void] {
  const [params, setParams] = useSearchParams();
  return [
    readFleetState(params),
    // Narrowing a list down is not a journey: *Back* leaves the page.
    change =>
      setParams(current => writeFleetState(current, change), { replace: true }),
  ];
}

/** A page of the fleet, kept up to date. */
export function useFleet(
  state: FleetState,
): LiveResource<FleetResponse> & { answeredAt?: number } {
  const api = useApi(gluePipelinesApiRef);
  const query = queryOf(state);
  // By this machine's clock, in milliseconds: an answer that is unchanged keeps the time at which it was new.
  const [answeredAt, setAnsweredAt] = useState<number>();
  const fleet = useLiveResource(
    JSON.stringify(query),
    async signal => {
      const answer = await api.getFleet(query, { signal });
      setAnsweredAt(Date.now());
      return answer;
    },
    () => INTERVAL_MS,
  );
  useGatheredSignals(fleet.refresh);
  return { ...fleet, answeredAt };
}
