import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Backfill,
  gluePipelinesRunStartPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { StatusLabel } from '../status/StatusLabel';
import { tonesOfTheme } from '../status/tones';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { progressOf, progressWords } from './backfillWords';

const useStyles = makeStyles(
  theme => ({
    lines: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
    },
    bar: { width: '100%' },
    list: {
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      gap: theme.spacing(0.5, 2),
      maxHeight: 260,
      overflowY: 'auto',
    },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      overflowWrap: 'anywhere',
    },
    details: { width: '100%', ...theme.typography.body2 },
    quiet: { color: tonesOfTheme(theme).quiet },
  }),
  { name: 'GluePipelinesBackfillPanel' },
);

function Ended({ backfill }: { backfill: Backfill }) {
  const t = useTexts();
  const { endedAt, stoppedBy, atOnce } = backfill;
  if (!endedAt) {
    return <>{t('backfill.goesOn', { most: String(atOnce) })}</>;
  }
  const when = <Moment instant={endedAt} />;
  return (
    <>
      {stoppedBy
        ? t('backfill.stoppedBy', {
            user: <EntityRefLink entityRef={stoppedBy} />,
            when,
          })
        : t('backfill.endedAt', { when })}
    </>
  );
}

/** A backfill: how far it is, why it waits, and what became of each value. */
export function BackfillPanel(props: {
  workflow: WorkflowOfEntity;
  backfill: Backfill;
  onStopped: () => void;
  onSelectRun: (runId: string) => void;
}) {
  const { workflow, backfill, onStopped, onSelectRun } = props;
  const { id, items, property, startedBy, createdAt, endedAt } = backfill;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [stopping, setStopping] = useState(false);
  const [error, setError] = useState<unknown>();
  const { allowed } = usePermission({
    permission: gluePipelinesRunStartPermission,
    resourceRef: workflow.entityRef,
  });
  const { all, done } = progressOf(backfill);
  const words = progressWords(t, backfill);

  const stop = async () => {
    setStopping(true);
    setError(undefined);
    try {
      await api.stopBackfill({ ...workflow, backfillId: id });
      onStopped();
    } catch (refusal) {
      setError(refusal);
    }
    setStopping(false);
  };

  return (
    <Panel title={t('backfill.panel', { property })} aside={words}>
      <div className={classes.lines}>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('backfill.refused', { reason: errorText(error) })}
          </Notice>
        )}
        {backfill.problem && (
          <Notice kind={endedAt ? 'error' : 'warning'}>
            {t(endedAt ? 'backfill.brokenOff' : 'backfill.waits', {
              reason: backfill.problem,
            })}
          </Notice>
        )}
        {!endedAt && (
          <LinearProgress
            className={classes.bar}
            variant="determinate"
            value={(100 * done) / all}
            aria-label={words}
          />
        )}
        <Typography variant="body2" component="div">
          {t('backfill.begunBy', {
            user: <EntityRefLink entityRef={startedBy} />,
            when: <Moment instant={createdAt} />,
          })}
          {' · '}
          <Ended backfill={backfill} />
        </Typography>
        <details className={classes.details}>
          <summary>{t('backfill.details', { count: items.length })}</summary>
          {/* A list that scrolls is reached by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
          <ul className={classes.list} tabIndex={0}>
            {items.map(({ value, run }) => (
              <Typography
                key={value}
                component="li"
                variant="body2"
                className={classes.item}
              >
                {run ? (
                  <>
                    <StatusLabel status={run.health} />
                    <Link
                      component="button"
                      variant="body2"
                      aria-label={t('backfill.showRun', { value })}
                      onClick={() => onSelectRun(run.id)}
                    >
                      {value}
                    </Link>
                  </>
                ) : (
                  <>
                    <span className={classes.quiet}>
                      {t(endedAt ? 'backfill.notStarted' : 'backfill.waiting')}
                    </span>
                    <span>{value}</span>
                  </>
                )}
              </Typography>
            ))}
          </ul>
        </details>
        {allowed && !endedAt && (
          <Button
            size="small"
            variant="outlined"
            disabled={stopping}
            onClick={stop}
          >
            {t(stopping ? 'backfill.stopping' : 'backfill.stop')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
