import { useApi } from '@backstage/frontend-plugin-api';
import {
  WorkflowDetail,
  WorkflowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useRef, useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { isActive } from '../status/statuses';
import { secondsSince } from '../time/duration';
import { pollInterval } from './pollInterval';
import { LiveResource, useLiveResource } from './useLiveResource';
import { useWorkflowSignals } from './useWorkflowSignals';

export interface EntityWorkflows extends LiveResource<WorkflowsResponse> {
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

/** What a signal tells of when it changes. */
function newsOf(workflows: WorkflowDetail[]) {
  return JSON.stringify(
    workflows.map(({ arn, health, lastRun }) => [
      arn,
      health,
      lastRun?.id,
      lastRun?.statistics,
    ]),
  );
}

/** Whether changes are pushed, by what signals have told and answers have shown. */
function usePushed() {
  const [pushed, setPushed] = useState(false);
  const told = useRef(false);
  const news = useRef<string>();
  return {
    pushed,
    onSignal: () => {
      told.current = true;
      setPushed(true);
    },
    onAnswer: (workflows: WorkflowDetail[]) => {
      const next = newsOf(workflows);
      const isUntold =
        news.current !== undefined && news.current !== next && !told.current;
      news.current = next;
      told.current = false;
      if (isUntold) {
        setPushed(false);
      }
    },
  };
}

/** The workflows of an entity, kept up to date. */
export function useEntityWorkflows(
  entityRef: string | undefined,
): EntityWorkflows {
  const api = useApi(gluePipelinesApiRef);
  const refresh = useRef<(key: string) => void>();
  const { pushed, onSignal, onAnswer } = usePushed();
  useWorkflowSignals(signal => {
    onSignal();
    refresh.current?.(signal.key);
  });
  const intervalOf = (known?: WorkflowsResponse) => {
    const activeSeconds = activeSecondsOf(known?.items ?? [], Date.now());
    return pollInterval({
      active: activeSeconds !== undefined,
      activeSeconds: activeSeconds ?? 0,
      pushed,
    });
  };
  const resource = useLiveResource(
    entityRef,
    async signal => {
      const answer = await api.getWorkflows(entityRef ?? '', { signal });
      onAnswer(answer.items);
      return answer;
    },
    intervalOf,
  );
  useEffect(() => {
    refresh.current = key => {
      if (resource.data?.items.some(workflow => workflow.signalKey === key)) {
        resource.refresh();
      }
    };
  });
  return { ...resource, intervalMs: intervalOf(resource.data) };
}
