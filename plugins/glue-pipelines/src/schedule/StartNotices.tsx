import {
  OverdueCause,
  RunSummary,
  StartObstacle,
  startObstacles,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { PauseLine } from './PauseLine';

const CAUSES: Record<OverdueCause, string> = {
  limit:
    'As many runs were under way as the workflow allows at a time, so that AWS started no other.',
  'not-read': 'The portal has not read AWS since then: it may have begun.',
  unknown:
    'Nothing that the portal sees explains it: the trigger is active, and fewer runs were under way than the workflow allows. If the schedule was activated or changed only after that, all is well.',
};

function words(
  obstacle: StartObstacle,
  { propertiesWithheld }: WorkflowDetail,
): ReactNode {
  switch (obstacle.kind) {
    case 'no-trigger':
      return 'This workflow has no start trigger: nothing starts it, and nobody can.';
    case 'paused':
      return <PauseLine pause={obstacle.pause} />;
    case 'never-activated':
      return 'The schedule does not start this workflow: its trigger was created, but never activated.';
    case 'changing':
      return `AWS is changing the schedule (${obstacle.state}).`;
    case 'idle-triggers':
      return obstacle.names.length === 1
        ? `The trigger ${obstacle.names[0]} is not active: what it starts never runs.`
        : `The triggers ${obstacle.names.join(', ')} are not active: what they start never runs.`;
    case 'overdue':
      return (
        <>
          A run was due <Moment instant={obstacle.dueAt} /> and did not begin.{' '}
          {CAUSES[obstacle.because]}
        </>
      );
    default:
      return propertiesWithheld
        ? `The schedule does not start this workflow: its trigger is ${obstacle.state}.`
        : `The schedule does not start this workflow: its trigger is ${obstacle.state}. It was not paused in this portal, so the portal knows neither who did it nor why.`;
  }
}

/** Says what keeps the workflow from starting by itself, and which run did not come. */
export function StartNotices(props: {
  workflow: WorkflowDetail;
  /** Newest first; absent while they are not known. */
  runs: RunSummary[] | undefined;
}) {
  const { workflow, runs } = props;
  if (workflow.missing) {
    return null;
  }
  return (
    <>
      {startObstacles(workflow, runs).map(obstacle => (
        <Notice
          key={obstacle.kind}
          kind={obstacle.kind === 'changing' ? 'running' : 'warning'}
          role="status"
        >
          {words(obstacle, workflow)}
        </Notice>
      ))}
    </>
  );
}
