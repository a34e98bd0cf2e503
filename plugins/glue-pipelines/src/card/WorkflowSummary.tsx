import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useEffect } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { Facts } from '../nodes/Facts';
import { healthOf } from '../status/healthOf';
import { StatusLabel } from '../status/StatusLabel';
import { Trouble } from '../status/Trouble';
import { Moment } from '../time/Moment';
import { CollectionNotice } from '../workflow/CollectionNotice';
import { MiniStrip } from './MiniStrip';
import { successWords } from '../runs/runHistory';
import { useTexts } from '../translation/ref';

const RUN_LIMIT = 10;

const useStyles = makeStyles(
  theme => ({
    summary: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      '& + &': {
        marginTop: theme.spacing(2),
        paddingTop: theme.spacing(2),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    top: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GluePipelinesWorkflowSummary' },
);

/** One workflow on the overview: how it is and how it has been lately. */
export function WorkflowSummary(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  intervalMs: number;
  /** The address of the tab; absent where the app does not show it. */
  tab?: string;
}) {
  const { entityRef, workflow, intervalMs, tab } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const { lastRun, startTrigger } = workflow;
  const runs = useLiveResource(
    `${entityRef} ${workflow.arn}`,
    async signal => {
      const { items } = await api.getRuns(
        { entityRef, workflowArn: workflow.arn, limit: RUN_LIMIT },
        { signal },
      );
      return items;
    },
    () => intervalMs,
  );
  // The workflow is told of changes sooner than the interval.
  const { refresh } = runs;
  const state = `${lastRun?.id} ${workflow.health}`;
  useEffect(() => refresh(), [refresh, state]);

  return (
    <div className={classes.summary}>
      <div className={classes.top}>
        <Typography variant="body2" component="span" className={classes.name}>
          {tab ? (
            <Link to={`${tab}?workflow=${encodeURIComponent(workflow.arn)}`}>
              {workflow.name}
            </Link>
          ) : (
            workflow.name
          )}
        </Typography>
        <StatusLabel status={healthOf(workflow)} chip />
      </div>
      <CollectionNotice workflow={workflow} />
      <Trouble error={runs.error} isStale={Boolean(runs.data)} isPart />
      {runs.data && runs.data.length > 0 && <MiniStrip runs={runs.data} />}
      {!runs.data && !runs.error && <Skeleton variant="rect" height={42} />}
      <Facts
        facts={[
          [
            t('card.lastRun'),
            lastRun?.startedAt ? (
              <Moment instant={lastRun.startedAt} />
            ) : (
              t('card.never')
            ),
          ],
          [t('card.success'), runs.data && successWords(t, runs.data)],
          [
            t(
              lastRun?.health === 'stopped'
                ? 'card.stoppedAt'
                : 'card.failedAt',
            ),
            lastRun?.failure?.nodeName,
          ],
          [
            t('card.nextRun'),
            startTrigger?.nextRunAt && (
              <Moment instant={startTrigger.nextRunAt} />
            ),
          ],
        ]}
      />
    </div>
  );
}
