import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { DpuHours } from '../cost/DpuHours';
import { tonesOfTheme } from '../status/tones';
import { StatusLabel } from '../status/StatusLabel';
import { statusOf } from '../status/statuses';
import { Moment } from '../time/Moment';
import { formatNumber } from '../translation/formatNumber';
import { useTexts } from '../translation/ref';
import { RunLength, UsualLength } from './RunLength';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      minWidth: 0,
    },
    quiet: { color: tonesOfTheme(theme).quiet },
  }),
  { name: 'GluePipelinesRunLine' },
);

/** The run that is shown, in one line. */
export function RunLine(props: {
  run: RunSummary;
  /** How long runs of its workflow take. */
  usual?: UsualLength;
  /** At its end: what can be done with it. */
  action?: ReactNode;
}) {
  const { run, usual, action } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <Typography component="div" variant="body2" className={classes.line}>
      <StatusLabel status={statusOf(run)} chip />
      {run.startedAt && (
        <span>
          <span className={classes.quiet}>{t('runs.line.started')} </span>
          <Moment instant={run.startedAt} />
        </span>
      )}
      {run.startedAt && <RunLength run={run} usual={usual} />}
      {run.rowsLoaded !== undefined && (
        <span>
          <span className={classes.quiet}>{t('runs.line.loaded')} </span>
          {t('runs.line.rows', {
            count: run.rowsLoaded,
            number: formatNumber(t, run.rowsLoaded),
          })}
        </span>
      )}
      {run.dpuHours !== undefined && (
        <span>
          <span className={classes.quiet}>{t('runs.line.dpuHours')} </span>
          <DpuHours hours={run.dpuHours} />
        </span>
      )}
      {run.startedBy && (
        <span>
          <span className={classes.quiet}>{t('runs.line.by')} </span>
          <EntityRefLink entityRef={run.startedBy} hideIcon />
        </span>
      )}
      {run.consoleUrl && (
        <Link to={run.consoleUrl}>{t('runs.line.console')}</Link>
      )}
      {action}
    </Typography>
  );
}
