import {
  RunSummary,
  StartObstacle,
  startObstacles,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { Texts, useTexts } from '../translation/ref';
import { PauseLine } from './PauseLine';

function words(
  t: Texts,
  obstacle: StartObstacle,
  { propertiesWithheld }: WorkflowDetail,
): ReactNode {
  switch (obstacle.kind) {
    case 'no-trigger':
      return t('schedule.obstacles.noTrigger');
    case 'paused':
      return <PauseLine pause={obstacle.pause} />;
    case 'never-activated':
      return t('schedule.obstacles.neverActivated');
    case 'changing':
      return t('schedule.obstacles.changing', { state: obstacle.state });
    case 'idle-triggers':
      return t('schedule.obstacles.idle', {
        count: obstacle.names.length,
        names: obstacle.names.join(', '),
      });
    case 'overdue':
      return t('schedule.obstacles.overdue', {
        when: <Moment instant={obstacle.dueAt} />,
        cause: t(`schedule.causes.${obstacle.because}`),
      });
    default:
      return t(
        propertiesWithheld
          ? 'schedule.obstacles.notActive'
          : 'schedule.obstacles.notPausedHere',
        { state: obstacle.state },
      );
  }
}

/** Says what keeps the workflow from starting by itself, and which run did not come. */
export function StartNotices(props: {
  workflow: WorkflowDetail;
  /** Newest first; absent while they are not known. */
  runs: RunSummary[] | undefined;
}) {
  const { workflow, runs } = props;
  const t = useTexts();
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
          {words(t, obstacle, workflow)}
        </Notice>
      ))}
    </>
  );
}
