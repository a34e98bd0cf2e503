import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { PromiseLine } from '../promises/PromiseLine';
import { scheduleWords } from '../schedule/scheduleWords';
import { healthOf } from '../status/healthOf';
import { StatusLabel } from '../status/StatusLabel';
import { Moment } from '../time/Moment';
import { Texts, useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
    },
    main: { minWidth: 0, flex: '1 1 300px' },
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 1.5),
    },
    name: {
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      fontWeight: theme.typography.fontWeightBold as number,
      lineHeight: 1.3,
      overflowWrap: 'anywhere',
    },
    starts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 4),
      margin: theme.spacing(1.5, 0, 0),
      fontSize: theme.typography.pxToRem(14),
      '& dt': {
        color: theme.palette.text.secondary,
        fontSize: theme.typography.pxToRem(12),
      },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'GluePipelinesWorkflowHeader' },
);

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function startWords(
  t: Texts,
  trigger: WorkflowDetail['startTrigger'],
): ReactNode {
  switch (trigger?.type) {
    case 'SCHEDULED': {
      const schedule = trigger.schedule
        ? scheduleWords(t, trigger.schedule)
        : t('workflow.starts.scheduled');
      return (
        <span title={trigger.schedule}>
          {trigger.state === 'ACTIVATED'
            ? schedule
            : t('workflow.starts.notActive', { schedule })}
        </span>
      );
    }
    case 'EVENT':
      return trigger.batch && trigger.batch.size > 1
        ? t('workflow.starts.batch', { size: String(trigger.batch.size) })
        : t('graph.trigger.onEvents');
    case 'ON_DEMAND':
      return t('graph.trigger.onDemand');
    default:
      return t('workflow.starts.unknown');
  }
}

/** What a workflow is, how it is, and when it runs. */
export function WorkflowHeader(props: {
  workflow: WorkflowDetail;
  /** The button that starts it. */
  action: ReactNode;
  /** The button that pauses or resumes its schedule. */
  scheduleAction: ReactNode;
}) {
  const { workflow, action, scheduleAction } = props;
  const classes = useStyles();
  const t = useTexts();
  const { lastRun, startTrigger, collectedAt } = workflow;
  return (
    <div className={classes.header}>
      <div className={classes.main}>
        <div className={classes.title}>
          <h2 className={classes.name}>{workflow.name}</h2>
          <StatusLabel status={healthOf(workflow)} chip />
        </div>
        {workflow.description && (
          <Typography variant="body2" color="textSecondary">
            {workflow.description}
          </Typography>
        )}
        <dl className={classes.facts}>
          <Fact name={t('workflow.facts.lastRun')}>
            {lastRun?.startedAt ? (
              <Moment instant={lastRun.startedAt} />
            ) : (
              t('workflow.facts.never')
            )}
          </Fact>
          <Fact name={t('workflow.facts.starts')}>
            <span className={classes.starts}>
              {startWords(t, startTrigger)}
              {scheduleAction}
            </span>
          </Fact>
          {startTrigger?.nextRunAt && (
            <Fact name={t('workflow.facts.nextRun')}>
              <Moment instant={startTrigger.nextRunAt} />
            </Fact>
          )}
          {workflow.freshness && (
            <Fact name={t('promises.name')}>
              <PromiseLine promise={workflow.freshness} />
            </Fact>
          )}
          <Fact name={t('workflow.facts.account')}>
            {workflow.accountId} · {workflow.region}
          </Fact>
          {workflow.consoleUrl && (
            <Fact name={t('workflow.facts.console')}>
              <Link to={workflow.consoleUrl}>
                {t('workflow.facts.openConsole')}
              </Link>
            </Fact>
          )}
          {collectedAt && (
            <Fact name={t('workflow.facts.updated')}>
              <Moment instant={collectedAt} />
            </Fact>
          )}
        </dl>
      </div>
      {action}
    </div>
  );
}
