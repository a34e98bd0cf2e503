import { EmptyState } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { FleetRunsResponse } from '@glue-pipelines/backstage-plugin-common';
import { Trouble } from '../status/Trouble';
import { calendarWords } from '../time/instant';
import { Texts, useTexts } from '../translation/ref';
import { Choice } from '../workflow/Choice';
import { Panel } from '../workflow/Panel';
import { FleetFilters } from './FleetFilters';
import { FleetState } from './fleetState';
import { Pages } from './Pages';
import { RunChart } from './RunChart';
import { RUNS_PAGE_SIZE, useFleetRuns } from './useFleetRuns';
import { movedUntil, WINDOWS } from './windows';

const useStyles = makeStyles(
  theme => ({
    window: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    body: { marginTop: theme.spacing(2) },
    previous: { opacity: 0.5 },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'GluePipelinesFleetTimeline' },
);

interface PartProps {
  state: FleetState;
  onChange: (change: FleetState) => void;
}

/** Which window of time is looked at, and the ways to others. */
function WindowChoice({ state, onChange }: PartProps) {
  const { window = '12h', until } = state;
  const classes = useStyles();
  const t = useTexts();
  const move = (by: -1 | 1) =>
    onChange({ until: movedUntil(window, until, by, Date.now()) });
  return (
    <div className={classes.window}>
      <Choice
        label={t('fleet.timeline.window')}
        value={window}
        options={WINDOWS.map(name => ({
          name,
          title: t(`fleet.timeline.${name}`),
        }))}
        onChange={name => onChange({ window: name, until: undefined })}
      />
      <Button size="small" variant="outlined" onClick={() => move(-1)}>
        {t('fleet.timeline.earlier')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={!until}
        onClick={() => move(1)}
      >
        {t('fleet.timeline.later')}
      </Button>
    </div>
  );
}

/** What ran, in one sentence. */
function summaryWords(
  t: Texts,
  { counts, total, idle, from, to }: FleetRunsResponse,
) {
  const { runs, failed, running } = counts;
  return t('fleet.timeline.summary', {
    from: calendarWords(t, from),
    to: calendarWords(t, to),
    runs: t('fleet.runs', { count: runs }),
    workflows: t('fleet.workflows', { count: total }),
    states: [
      t('fleet.timeline.failed', { amount: String(failed) }),
      ...(running > 0
        ? [t('fleet.timeline.running', { amount: String(running) })]
        : []),
      t('fleet.timeline.idle', { count: idle }),
    ].join(', '),
  });
}

function Runs(
  props: PartProps & { answer: FleetRunsResponse; isPrevious: boolean },
) {
  const { answer, isPrevious, state, onChange } = props;
  const t = useTexts();
  const classes = useStyles();
  return (
    <>
      <FleetFilters
        state={state}
        choices={answer.filters}
        onChange={onChange}
        filtersOnly
      />
      <div
        aria-busy={isPrevious}
        className={
          isPrevious ? `${classes.body} ${classes.previous}` : classes.body
        }
      >
        <Typography variant="body2" role="status" gutterBottom>
          {summaryWords(t, answer)}
        </Typography>
        {answer.total === 0 ? (
          <EmptyState
            missing="data"
            title={t('fleet.timeline.nothing')}
            description={t('fleet.timeline.nothingHelp')}
          />
        ) : (
          <RunChart answer={answer} />
        )}
      </div>
      <div className={classes.foot}>
        <Typography variant="body2" color="textSecondary">
          {answer.withheld > 0 &&
            t('fleet.timeline.withheld', {
              workflows: t('fleet.workflows', { count: answer.withheld }),
            })}
        </Typography>
        {answer.total > 0 && (
          <Pages
            shown={answer.items.length}
            total={answer.total}
            size={RUNS_PAGE_SIZE}
            page={state.page ?? 1}
            onPage={page => onChange({ page })}
          />
        )}
      </div>
    </>
  );
}

/** What ran when, of all workflows on one axis of time. */
export function FleetTimeline(props: PartProps) {
  const t = useTexts();
  const { data, isPrevious, error } = useFleetRuns(props.state);
  return (
    <Panel title={t('fleet.views.timeline')}>
      <WindowChoice {...props} />
      <Trouble error={error} isStale={Boolean(data)} />
      {data && <Runs {...props} answer={data} isPrevious={isPrevious} />}
      {!data && !error && (
        <div role="progressbar" aria-label={t('fleet.timeline.loading')}>
          <Skeleton variant="rect" height={320} />
        </div>
      )}
    </Panel>
  );
}
