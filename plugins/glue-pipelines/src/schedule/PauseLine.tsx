import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { SchedulePause } from '@glue-pipelines/backstage-plugin-common';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';

/** Who paused a schedule, when and why. */
export function PauseLine({ pause }: { pause: SchedulePause }) {
  const t = useTexts();
  return t('schedule.pausedBy', {
    who: <EntityRefLink entityRef={pause.pausedBy} hideIcon />,
    when: <Moment instant={pause.pausedAt} />,
    reason: pause.reason,
  });
}
