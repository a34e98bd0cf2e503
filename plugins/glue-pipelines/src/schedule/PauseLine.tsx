import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { SchedulePause } from '@glue-pipelines/backstage-plugin-common';
import { Moment } from '../time/Moment';

/** Who paused a schedule, when and why. */
export function PauseLine({ pause }: { pause: SchedulePause }) {
  return (
    <>
      Paused by <EntityRefLink entityRef={pause.pausedBy} hideIcon />{' '}
      <Moment instant={pause.pausedAt} />: {pause.reason}
    </>
  );
}
