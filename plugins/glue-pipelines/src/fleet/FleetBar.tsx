import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TimelineIcon from '@material-ui/icons/ClearAll';
import HygieneIcon from '@material-ui/icons/PlaylistAddCheck';
import ListIcon from '@material-ui/icons/ViewList';
import TvIcon from '@material-ui/icons/Tv';
import { ElementType } from 'react';
import { AddWorkflowButton } from '../adopt/AddWorkflowButton';
import { useTexts } from '../translation/ref';
import { Choice } from '../workflow/Choice';
import { FleetState, FleetViewName } from './fleetState';
import { SavedViews } from './SavedViews';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    space: { flex: '1 1 auto' },
  }),
  { name: 'GluePipelinesFleetBar' },
);

const VIEWS: readonly {
  name: 'list' | FleetViewName;
  Icon: ElementType;
}[] = [
  { name: 'list', Icon: ListIcon },
  { name: 'timeline', Icon: TimelineIcon },
  { name: 'hygiene', Icon: HygieneIcon },
];

/** What can be done with the page as a whole. */
export function FleetBar(props: {
  state: FleetState;
  onChange: (change: FleetState) => void;
}) {
  const { state, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.bar}>
      <Choice
        label={t('fleet.views.label')}
        value={state.view ?? 'list'}
        options={VIEWS.map(view => ({
          ...view,
          title: t(`fleet.views.${view.name}`),
        }))}
        onChange={view =>
          onChange({ view: view === 'list' ? undefined : view })
        }
      />
      <span className={classes.space} />
      <AddWorkflowButton />
      <SavedViews state={state} />
      <Button
        size="small"
        variant="outlined"
        startIcon={<TvIcon />}
        onClick={() => onChange({ mode: 'wall' })}
      >
        {t('fleet.views.wall')}
      </Button>
    </div>
  );
}
