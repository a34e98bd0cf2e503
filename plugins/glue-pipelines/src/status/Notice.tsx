import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { joinClasses } from './joinClasses';
import { StatusIcon } from './StatusIcon';
import { Status, toneOf } from './statuses';
import { tonesOfTheme } from './tones';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      notice: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: theme.spacing(1, 1.5),
        padding: theme.spacing(1.5, 2),
        borderRadius: 6,
        fontSize: theme.typography.pxToRem(14),
        lineHeight: 1.5,
      },
      mark: { display: 'flex', paddingTop: 1 },
      text: {
        flex: '1 1 200px',
        minWidth: 0,
        overflowWrap: 'anywhere',
        color: theme.palette.text.primary,
      },
      error: { backgroundColor: tones.error.tint },
      warning: { backgroundColor: tones.warning.tint },
      running: { backgroundColor: tones.running.tint },
    };
  },
  { name: 'GluePipelinesNotice' },
);

const KINDS: Record<'error' | 'warning' | 'running', Status> = {
  error: 'failed',
  warning: 'partially-failed',
  running: 'running',
};

/** Something that one should know before the rest of the page. */
export function Notice(props: {
  kind: keyof typeof KINDS;
  /** `alert` where it answers what somebody just did. */
  role?: 'alert' | 'status';
  action?: ReactNode;
  children: ReactNode;
}) {
  const { kind, role, action, children } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const status = KINDS[kind];
  return (
    <div role={role} className={joinClasses(classes.notice, classes[kind])}>
      <span
        className={joinClasses(classes.mark, tones[`${toneOf(status)}Mark`])}
      >
        <StatusIcon status={status} size={20} />
      </span>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
