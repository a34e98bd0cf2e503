import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { CollectorSection } from '../collector/CollectorSection';
import { FleetHeadroom } from '../headroom/FleetHeadroom';
import { FleetHygiene } from '../hygiene/FleetHygiene';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { FleetBar } from './FleetBar';
import { FleetList } from './FleetList';
import { FleetState } from './fleetState';
import { FleetTimeline } from './FleetTimeline';
import { useFleet, useFleetState } from './useFleet';
import { WallBoard } from './WallBoard';

const useStyles = makeStyles(
  theme => ({
    page: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
    },
  }),
  { name: 'GluePipelinesFleetPage' },
);

function Loading() {
  const t = useTexts();
  return (
    <div role="progressbar" aria-label={t('fleet.loading')}>
      <Skeleton variant="rect" height={84} />
      <Skeleton variant="rect" height={320} style={{ marginTop: 16 }} />
    </div>
  );
}

function Workflows(props: {
  state: FleetState;
  onChange: (change: FleetState) => void;
}) {
  const { state, onChange } = props;
  const { data, isPrevious, error } = useFleet(state);
  return (
    <>
      <Trouble error={error} isStale={Boolean(data)} />
      {data && (
        <FleetList
          fleet={data}
          state={state}
          isPrevious={isPrevious}
          onChange={onChange}
        />
      )}
      {!data && !error && <Loading />}
    </>
  );
}

function View(props: {
  state: FleetState;
  onChange: (change: FleetState) => void;
}) {
  switch (props.state.view) {
    case 'timeline':
      return <FleetTimeline {...props} />;
    case 'hygiene':
      return <FleetHygiene {...props} />;
    default:
      return <Workflows {...props} />;
  }
}

/** All workflows that somebody may see: how they are, the worst first. */
export function FleetPage() {
  const classes = useStyles();
  const t = useTexts();
  const [state, change] = useFleetState();
  if (state.mode === 'wall') {
    return (
      <WallBoard state={state} onLeave={() => change({ mode: undefined })} />
    );
  }
  return (
    <Content>
      <main lang={t('locale')} className={classes.page}>
        <FleetBar state={state} onChange={change} />
        <View state={state} onChange={change} />
        <FleetHeadroom />
        <CollectorSection />
      </main>
    </Content>
  );
}
