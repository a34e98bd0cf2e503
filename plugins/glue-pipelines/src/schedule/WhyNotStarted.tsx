import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  StartTrigger,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { Facts } from '../nodes/Facts';
import { formatDuration } from '../time/duration';
import { Moment } from '../time/Moment';
import { Texts, useTexts } from '../translation/ref';
import { scheduleWords } from './scheduleWords';

const useStyles = makeStyles(
  theme => ({
    details: {
      marginTop: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(14),
      '& summary': {
        cursor: 'pointer',
        color: theme.palette.text.secondary,
        width: 'fit-content',
      },
      '& dl': { margin: theme.spacing(1, 0) },
    },
  }),
  { name: 'GluePipelinesWhyNotStarted' },
);

function batchWords(t: Texts, { batch }: StartTrigger) {
  if (!batch) {
    return undefined;
  }
  return batch.size === 1
    ? t('schedule.why.eachEvent')
    : t('schedule.why.batch', {
        size: String(batch.size),
        window: formatDuration(t, batch.windowSeconds),
      });
}

function limitWords(t: Texts, most: number | undefined, count: number) {
  const active = String(count);
  return most
    ? t('schedule.why.limit', { active, most: String(most) })
    : t('schedule.why.noLimit', { active });
}

/** What decides whether a workflow starts by itself, for who waits for a run of it. */
export function WhyNotStarted(props: {
  workflow: WorkflowDetail;
  /** How many runs are under way. */
  active: number;
}) {
  const { workflow, active } = props;
  const classes = useStyles();
  const t = useTexts();
  const { startTrigger, missing } = workflow;
  if (missing || !startTrigger || startTrigger.type === 'ON_DEMAND') {
    return null;
  }
  const { name, state, schedule, lastDueAt, nextRunAt } = startTrigger;
  const hasConditions = workflow.graph.nodes.some(
    ({ trigger }) => trigger?.type === 'CONDITIONAL',
  );
  return (
    <details className={classes.details}>
      <summary>{t('schedule.why.question')}</summary>
      <Facts
        facts={[
          [t('schedule.why.trigger'), `${name} (${state})`],
          [
            t('schedule.why.schedule'),
            schedule && `${scheduleWords(t, schedule)}, ${schedule}`,
          ],
          [
            t('schedule.why.wasDue'),
            lastDueAt && <Moment instant={lastDueAt} />,
          ],
          [
            t('schedule.why.isDue'),
            nextRunAt && <Moment instant={nextRunAt} />,
          ],
          [t('schedule.why.starts'), batchWords(t, startTrigger)],
          [
            t('schedule.why.runs'),
            limitWords(t, workflow.maxConcurrentRuns, active),
          ],
        ]}
      />
      {startTrigger.type === 'EVENT' && (
        <Typography variant="body2">{t('schedule.why.events')}</Typography>
      )}
      {hasConditions && (
        <Typography variant="body2">{t('schedule.why.alone')}</Typography>
      )}
    </details>
  );
}
