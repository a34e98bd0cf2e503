import { usePermission } from '@backstage/plugin-permission-react';
import {
  gluePipelinesRunStartPermission,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';

function deniedBecause(error: Error | undefined) {
  return error
    ? `Whether you may start runs could not be found out: ${error.message}`
    : `You may not start runs of this entity: the permission ${gluePipelinesRunStartPermission.name} is missing.`;
}

/** Why Glue would refuse another run; the page follows those that are under way. */
function refusedBecause(
  { maxConcurrentRuns, missing }: WorkflowDetail,
  { length }: RunSummary[],
) {
  if (missing) {
    return 'AWS Glue has no such workflow: there is nothing to start.';
  }
  if (!maxConcurrentRuns || length < maxConcurrentRuns) {
    return undefined;
  }
  return length === 1
    ? 'A run is under way, and the workflow allows one at a time.'
    : `${length} runs are under way, as many as the workflow allows at a time.`;
}

/** Whether a run can be started now, and why not; without a reason while that is not known. */
export function useMayStart(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
}): { allowed: boolean; reason?: string } {
  const { loading, allowed, error } = usePermission({
    permission: gluePipelinesRunStartPermission,
    resourceRef: props.entityRef,
  });
  const denied = !loading && !allowed;
  const reason = denied
    ? deniedBecause(error)
    : refusedBecause(props.workflow, props.activeRuns);
  return { allowed: allowed && !reason, reason };
}
