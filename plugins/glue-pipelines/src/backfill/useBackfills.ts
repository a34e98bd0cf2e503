import { useApi } from '@backstage/frontend-plugin-api';
import {
  Backfill,
  BackfillsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';

/** Milliseconds from one look to the next, while one goes on and otherwise. */
const OPEN_MS = 3_000;
const IDLE_MS = 60_000;

/** How long one that has ended is shown, in milliseconds. */
const SHOWN_MS = 24 * 60 * 60_000;

const isOpen = (data: BackfillsResponse | undefined) =>
  data?.backfills.some(({ endedAt }) => !endedAt);

/** The newest one, while it goes on and for a day after its end. */
export function shownBackfill(
  data: BackfillsResponse | undefined,
  now: number,
): Backfill | undefined {
  const newest = data?.backfills[0];
  const ended = newest?.endedAt;
  return ended && Date.parse(ended) < now - SHOWN_MS ? undefined : newest;
}

/** The last backfills of a workflow, kept up to date. */
export function useBackfills({ entityRef, workflowArn }: WorkflowOfEntity) {
  const api = useApi(gluePipelinesApiRef);
  return useLiveResource(
    `${entityRef} ${workflowArn}`,
    signal => api.getBackfills({ entityRef, workflowArn }, { signal }),
    data => (isOpen(data) ? OPEN_MS : IDLE_MS),
  );
}
