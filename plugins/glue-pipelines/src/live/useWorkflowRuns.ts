import { useApi } from '@backstage/frontend-plugin-api';
import {
  RunDetail,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useCallback } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { isActive } from '../status/statuses';
import { LiveResource, useLiveResource } from './useLiveResource';
import { useWorkflowSignals } from './useWorkflowSignals';

/** How many runs the strip shows. */
export const RUN_LIMIT = 25;

export interface WorkflowRuns {
  runs: LiveResource<RunSummary[]>;
  /** Those of the chosen version; all where none is chosen. */
  shown: LiveResource<RunSummary[]>;
  run: LiveResource<RunDetail>;
  /** The run that is shown: the chosen one, else the newest. */
  runId?: string;
  refresh: () => void;
}

/** A workflow's last runs and the one that is shown, kept up to date. */
export function useWorkflowRuns(options: {
  entityRef: string;
  workflow: WorkflowDetail;
  chosenRunId?: string;
  version?: string;
  intervalMs: number;
}): WorkflowRuns {
  const { entityRef, workflow, chosenRunId, version, intervalMs } = options;
  const api = useApi(gluePipelinesApiRef);
  const workflowArn = workflow.arn;

  const runs = useLiveResource(
    `${entityRef} ${workflowArn}`,
    async signal => {
      const { items } = await api.getRuns(
        { entityRef, workflowArn, limit: RUN_LIMIT },
        { signal },
      );
      return items;
    },
    () => intervalMs,
  );

  const ofVersion = useLiveResource(
    version && `${entityRef} ${workflowArn} ${version}`,
    async signal => {
      const { items } = await api.getRuns(
        { entityRef, workflowArn, limit: RUN_LIMIT, version },
        { signal },
      );
      return items;
    },
    () => intervalMs,
  );

  const runId = chosenRunId ?? runs.data?.[0]?.id ?? workflow.lastRun?.id;
  const run = useLiveResource(
    runId && `${entityRef} ${workflowArn} ${runId}`,
    signal =>
      api.getRun({ entityRef, workflowArn, runId: runId ?? '' }, { signal }),
    // A run that has ended does not change any more.
    known => (known && !isActive(known.health) ? undefined : intervalMs),
  );

  const { refresh: refreshRuns } = runs;
  const { refresh: refreshRun } = run;
  const { refresh: refreshVersion } = ofVersion;
  const refresh = useCallback(() => {
    refreshRuns();
    refreshRun();
    refreshVersion();
  }, [refreshRuns, refreshRun, refreshVersion]);

  useWorkflowSignals(signal => {
    if (signal.key === workflow.signalKey) {
      refresh();
    }
  });

  return { runs, shown: version ? ofVersion : runs, run, runId, refresh };
}
