import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { RunDetail, RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { RunChanges } from '../changes/RunChanges';
import { useLiveResource } from '../live/useLiveResource';
import { describeRun } from '../runs/bars';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { ComparedRuns } from './ComparedRuns';

const useStyles = makeStyles(
  theme => ({
    choice: {
      width: '100%',
      maxWidth: 520,
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'GluePipelinesRunComparison' },
);

/** With which run one wants to compare a run at first: the last success before it, else the run before it. */
export function runToCompareWith(
  run: Pick<RunSummary, 'id'>,
  newestFirst: readonly Pick<RunSummary, 'id' | 'health'>[],
): string | undefined {
  const place = newestFirst.findIndex(({ id }) => id === run.id);
  const earlier = newestFirst
    .slice(place + 1)
    .filter(({ id }) => id !== run.id);
  const success = earlier.find(({ health }) => health === 'succeeded');
  return (success ?? earlier[0])?.id;
}

/** A run beside another: what the nodes did, and what else is different. */
export function RunComparison(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunDetail;
  /** Runs that one may choose, newest first. */
  others: RunSummary[];
  /** The run that was chosen. */
  withRunId?: string;
  onChoose: (runId: string) => void;
  onOpen: (nodeId: string) => void;
}) {
  const { workflow, workflowName, run, others, onChoose, onOpen } = props;
  const { entityRef, workflowArn } = workflow;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const otherId =
    props.withRunId === run.id
      ? runToCompareWith(run, others)
      : (props.withRunId ?? runToCompareWith(run, others));
  const other = useLiveResource(
    otherId && `${entityRef} ${workflowArn} ${otherId}`,
    signal => api.getRun({ ...workflow, runId: otherId ?? '' }, { signal }),
    () => undefined,
  );
  const choices = others.filter(({ id }) => id !== run.id);
  if (!otherId) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('compare.none')}
      </Typography>
    );
  }
  const data = other.isPrevious ? undefined : other.data;
  const isListed = choices.some(({ id }) => id === otherId);
  return (
    <>
      <TextField
        select
        size="small"
        variant="outlined"
        label={t('compare.choice')}
        className={classes.choice}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'aria-label': t('compare.choice') }}
        value={otherId}
        onChange={event => onChoose(event.target.value)}
      >
        {!isListed && (
          <option value={otherId}>{t('compare.run', { id: otherId })}</option>
        )}
        {choices.map(choice => (
          <option key={choice.id} value={choice.id}>
            {describeRun(t, choice)}
          </option>
        ))}
      </TextField>
      <Trouble error={other.error} isStale={Boolean(data)} isPart />
      {!data && !other.error && (
        <Skeleton
          variant="rect"
          height={220}
          role="progressbar"
          aria-label={t('compare.loading')}
        />
      )}
      {data && (
        <>
          <ComparedRuns
            before={data}
            after={run}
            workflowName={workflowName}
            onOpen={onOpen}
          />
          <RunChanges workflow={workflow} runId={run.id} since={otherId} />
        </>
      )}
    </>
  );
}
