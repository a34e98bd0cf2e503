import { makeStyles } from '@material-ui/core/styles';
import {
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { StatusIcon } from '../status/StatusIcon';
import { isActive } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { elapsedSeconds, formatDuration } from '../time/duration';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';

/** How long runs of a workflow take. */
export type UsualLength = Pick<
  WorkflowDetail,
  'medianSeconds' | 'tooLongAfterSeconds' | 'promisedSeconds'
>;

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      quiet: { color: tones.quiet },
      tooLong: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        color: tones.warning.text,
      },
    };
  },
  { name: 'GluePipelinesRunLength' },
);

/** How long a run takes, beside what is usual; says so where one takes longer than promised, or goes on for unusually long. */
export function RunLength(props: { run: RunSummary; usual?: UsualLength }) {
  const { run, usual } = props;
  const classes = useStyles();
  const t = useTexts();
  const active = isActive(run.health);
  const now = useNow(active ? 1000 : undefined);
  const seconds = elapsedSeconds(run, now);
  if (seconds === undefined) {
    return null;
  }
  const {
    medianSeconds,
    tooLongAfterSeconds = Infinity,
    promisedSeconds = Infinity,
  } = usual ?? {};
  const isOverPromise = seconds > promisedSeconds;
  return (
    <>
      <span>
        <span className={classes.quiet}>
          {t(run.completedAt ? 'runs.line.took' : 'runs.line.runningFor')}{' '}
        </span>
        {formatDuration(t, seconds)}
        {active && medianSeconds !== undefined && (
          <span className={classes.quiet}>
            {t('runs.line.usually', {
              duration: formatDuration(t, medianSeconds),
            })}
          </span>
        )}
      </span>
      {(isOverPromise || (active && seconds > tooLongAfterSeconds)) && (
        <span className={classes.tooLong} role="status">
          <StatusIcon status="partially-failed" size={16} />
          {isOverPromise
            ? t('runs.line.overPromise', {
                promised: formatDuration(t, promisedSeconds),
              })
            : t('runs.line.tooLong')}
        </span>
      )}
    </>
  );
}
