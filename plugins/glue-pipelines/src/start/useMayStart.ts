import { usePermission } from '@backstage/plugin-permission-react';
import {
  gluePipelinesRunStartPermission,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts, useTexts } from '../translation/ref';

function deniedBecause(t: Texts, error: Error | undefined) {
  return error
    ? t('start.reasons.unknown', { reason: error.message })
    : t('start.reasons.denied', {
        permission: gluePipelinesRunStartPermission.name,
      });
}

/** Why Glue would refuse another run; the page follows those that are under way. */
function refusedBecause(
  t: Texts,
  { maxConcurrentRuns, missing }: WorkflowDetail,
  { length: count }: RunSummary[],
) {
  if (missing) {
    return t('start.reasons.missing');
  }
  return maxConcurrentRuns && count >= maxConcurrentRuns
    ? t('start.reasons.limit', { count })
    : undefined;
}

/** Whether a run can be started now, and why not; without a reason while that is not known. */
export function useMayStart(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
}): { allowed: boolean; reason?: string } {
  const t = useTexts();
  const { loading, allowed, error } = usePermission({
    permission: gluePipelinesRunStartPermission,
    resourceRef: props.entityRef,
  });
  const denied = !loading && !allowed;
  const reason = denied
    ? deniedBecause(t, error)
    : refusedBecause(t, props.workflow, props.activeRuns);
  return { allowed: allowed && !reason, reason };
}
