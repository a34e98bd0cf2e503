import {
  WorkflowDetail,
  WorkflowHealth,
} from '@glue-pipelines/backstage-plugin-common';

/** How a workflow is now. What its last run came to says nothing of one that is gone. */
export function healthOf({
  health,
  missing,
}: Pick<WorkflowDetail, 'health' | 'missing'>): WorkflowHealth {
  return missing ? 'unknown' : health;
}
