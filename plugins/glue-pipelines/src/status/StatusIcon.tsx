import { makeStyles } from '@material-ui/core/styles';
import SvgIcon from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import SkipNextIcon from '@material-ui/icons/SkipNext';
import StopIcon from '@material-ui/icons/Stop';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import ReportProblemIcon from '@material-ui/icons/ReportProblem';
import SyncIcon from '@material-ui/icons/Sync';
import TimerOffIcon from '@material-ui/icons/TimerOff';
import { joinClasses } from './joinClasses';
import { isActive, Status, toneOf } from './statuses';
import { useToneStyles } from './useToneStyles';

/** The icon of every status. */
export const STATUS_ICONS: Record<Status, typeof SvgIcon> = {
  succeeded: CheckCircleIcon,
  skipped: SkipNextIcon,
  failed: CancelIcon,
  'partially-failed': ReportProblemIcon,
  'timed-out': TimerOffIcon,
  stopped: StopIcon,
  stopping: SyncIcon,
  running: SyncIcon,
  waiting: HourglassEmptyIcon,
  'not-reached': BlockIcon,
  'never-run': RadioButtonUncheckedIcon,
  unknown: HelpOutlineIcon,
};

const useStyles = makeStyles(
  {
    '@keyframes gluePipelinesTurn': {
      from: { transform: 'rotate(360deg)' },
      to: { transform: 'rotate(0deg)' },
    },
    icon: { flex: 'none' },
    turning: {
      '@media (prefers-reduced-motion: no-preference)': {
        animation: '$gluePipelinesTurn 2.4s linear infinite',
      },
    },
  },
  { name: 'GluePipelinesStatusIcon' },
);

/** The mark of a status. Decorative: the word stands beside it. */
export function StatusIcon(props: { status: Status; size?: number }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const Icon = STATUS_ICONS[props.status];
  return (
    <Icon
      aria-hidden
      className={joinClasses(
        classes.icon,
        tones[`${toneOf(props.status)}Mark`],
        isActive(props.status) && classes.turning,
      )}
      style={{ fontSize: props.size ?? 18 }}
    />
  );
}
