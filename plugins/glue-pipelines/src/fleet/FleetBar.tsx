import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TvIcon from '@material-ui/icons/Tv';
import { FleetState } from './fleetState';
import { SavedViews } from './SavedViews';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesFleetBar' },
);

/** What can be done with the page as a whole. */
export function FleetBar(props: {
  state: FleetState;
  onChange: (change: FleetState) => void;
}) {
  const { state, onChange } = props;
  const classes = useStyles();
  return (
    <div className={classes.bar}>
      <SavedViews state={state} />
      <Button
        size="small"
        variant="outlined"
        startIcon={<TvIcon />}
        onClick={() => onChange({ mode: 'wall' })}
      >
        Wall board
      </Button>
    </div>
  );
}
