import SvgIcon from '@material-ui/core/SvgIcon';
import CodeIcon from '@material-ui/icons/Code';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import FlashOnIcon from '@material-ui/icons/FlashOn';
import ScheduleIcon from '@material-ui/icons/Schedule';
import TouchAppIcon from '@material-ui/icons/TouchApp';
import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';

type TriggerType = NonNullable<WorkflowNode['trigger']>['type'];

const TRIGGER_ICONS: Record<TriggerType, typeof SvgIcon> = {
  SCHEDULED: ScheduleIcon,
  ON_DEMAND: TouchAppIcon,
  CONDITIONAL: FlashOnIcon,
  EVENT: FlashOnIcon,
};

const ICONS: Record<WorkflowNode['type'], typeof SvgIcon> = {
  JOB: CodeIcon,
  CRAWLER: FindInPageIcon,
  TRIGGER: FlashOnIcon,
};

/** The icon of a kind of node. */
export function nodeIcon(
  type: WorkflowNode['type'],
  triggerType?: TriggerType,
) {
  return triggerType ? TRIGGER_ICONS[triggerType] : ICONS[type];
}

/** What kind of node it is. Decorative: its name or type stands beside it. */
export function NodeTypeIcon(props: {
  type: WorkflowNode['type'];
  triggerType?: TriggerType;
  size?: number;
  className?: string;
}) {
  const Icon = nodeIcon(props.type, props.triggerType);
  return (
    <Icon
      aria-hidden
      className={props.className}
      style={{ fontSize: props.size ?? 18, flex: 'none' }}
    />
  );
}
