import {
  FleetItem,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { Status, statusOf } from './statuses';

/** How a workflow is now. What its last run came to says nothing of one that is gone. */
export function healthOf({
  health,
  lastRun,
  missing,
}: Pick<WorkflowDetail, 'health' | 'lastRun' | 'missing'>): Status {
  return missing ? 'unknown' : statusOf({ health, skipped: lastRun?.skipped });
}

/** The same of a workflow in a list of all. */
export function fleetStatusOf({
  health,
  runs,
}: Pick<FleetItem, 'health' | 'runs'>): Status {
  return statusOf({ health, skipped: runs?.[0]?.skipped });
}
