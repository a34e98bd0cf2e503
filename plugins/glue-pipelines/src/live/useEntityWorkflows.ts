import { useApi } from '@backstage/frontend-plugin-api';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useRef } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { isActive } from '../status/statuses';
import { secondsSince } from '../time/duration';
import { pollInterval } from './pollInterval';
import { LiveResource, useLiveResource } from './useLiveResource';
import { useWorkflowSignals } from './useWorkflowSignals';

export interface EntityWorkflows extends LiveResource<WorkflowDetail[]> {
  /** Milliseconds between two questions about what is under way. */
  intervalMs: number;
}

/** It was named just now, and is being read for the first time: of that no signal tells. */
function isAwaited({ collectedAt, collectionError }: WorkflowDetail) {
  return !collectedAt && !collectionError;
}

function activeSecondsOf(workflows: WorkflowDetail[], now: number) {
  const starts = workflows
    .filter(workflow => isActive(workflow.health) || isAwaited(workflow))
    .map(({ lastRun }) => lastRun?.startedAt)
    .map(startedAt => (startedAt ? secondsSince(startedAt, now) : 0));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** The workflows of an entity, kept up to date. */
export function useEntityWorkflows(
  entityRef: string | undefined,
): EntityWorkflows {
  const api = useApi(gluePipelinesApiRef);
  const refresh = useRef<(key: string) => void>();
  const secondsSinceSignal = useWorkflowSignals(signal =>
    refresh.current?.(signal.key),
  );
  const intervalOf = (workflows: WorkflowDetail[] = []) => {
    const activeSeconds = activeSecondsOf(workflows, Date.now());
    return pollInterval({
      active: activeSeconds !== undefined,
      activeSeconds: activeSeconds ?? 0,
      secondsSinceSignal: secondsSinceSignal(),
    });
  };
  const resource = useLiveResource(
    entityRef,
    async signal => (await api.getWorkflows(entityRef ?? '', { signal })).items,
    intervalOf,
  );
  useEffect(() => {
    refresh.current = key => {
      if (resource.data?.some(workflow => workflow.signalKey === key)) {
        resource.refresh();
      }
    };
  });
  return { ...resource, intervalMs: intervalOf(resource.data) };
}
