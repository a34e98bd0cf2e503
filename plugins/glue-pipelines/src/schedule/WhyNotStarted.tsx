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
    ? 'By each event'
    : `By ${batch.size} events, or ${formatDuration(t, batch.windowSeconds)} after the first`;
}

function limitWords(maxConcurrentRuns: number | undefined, active: number) {
  return maxConcurrentRuns
    ? `${active} of ${maxConcurrentRuns} under way`
    : `${active} under way, without a limit`;
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
      <summary>A run that you expected did not start?</summary>
      <Facts
        facts={[
          ['Trigger', `${name} (${state})`],
          ['Schedule', schedule && `${scheduleWords(schedule)}, ${schedule}`],
          ['Was due', lastDueAt && <Moment instant={lastDueAt} />],
          ['Is due', nextRunAt && <Moment instant={nextRunAt} />],
          ['Starts', batchWords(t, startTrigger)],
          ['Runs', limitWords(workflow.maxConcurrentRuns, active)],
        ]}
      />
      {startTrigger.type === 'EVENT' && (
        <Typography variant="body2">
          The portal does not see the events. Look at the rule in Amazon
          EventBridge: whether it is enabled, whether it matched, and whether
          its role may call glue:notifyEvent for this workflow.
        </Typography>
      )}
      {hasConditions && (
        <Typography variant="body2">
          A job or crawler that a person, or a schedule of its own, starts alone
          is no part of a run: no trigger of the workflow follows it.
        </Typography>
      )}
    </details>
  );
}
