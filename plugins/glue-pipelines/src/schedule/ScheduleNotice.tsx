import {
  scheduleObstacle,
  StartObstacle,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { Notice } from '../status/Notice';
import { PauseLine } from './PauseLine';

function words(
  obstacle: StartObstacle,
  { propertiesWithheld }: WorkflowDetail,
): ReactNode {
  switch (obstacle.kind) {
    case 'paused':
      return <PauseLine pause={obstacle.pause} />;
    case 'never-activated':
      return 'The schedule does not start this workflow: its trigger was created, but never activated.';
    case 'changing':
      return `AWS is changing the schedule (${obstacle.state}).`;
    default:
      return propertiesWithheld
        ? `The schedule does not start this workflow: its trigger is ${obstacle.state}.`
        : `The schedule does not start this workflow: its trigger is ${obstacle.state}. It was not paused in this portal, so the portal knows neither who did it nor why.`;
  }
}

/** Says who paused the schedule, or that it is not active for another reason. */
export function ScheduleNotice({ workflow }: { workflow: WorkflowDetail }) {
  const obstacle = scheduleObstacle(workflow.startTrigger);
  if (!obstacle || workflow.missing) {
    return null;
  }
  return (
    <Notice
      kind={obstacle.kind === 'changing' ? 'running' : 'warning'}
      role="status"
    >
      {words(obstacle, workflow)}
    </Notice>
  );
}
