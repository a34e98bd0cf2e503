import AccountTreeIcon from '@material-ui/icons/AccountTree';
import TimelineIcon from '@material-ui/icons/ClearAll';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import GridOnIcon from '@material-ui/icons/GridOn';
import TableChartIcon from '@material-ui/icons/TableChart';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { ViewName } from '../url/urlState';

const VIEWS = [
  { name: 'graph', title: 'Graph', Icon: AccountTreeIcon },
  { name: 'grid', title: 'Grid', Icon: GridOnIcon },
  { name: 'timeline', title: 'Timeline', Icon: TimelineIcon },
  { name: 'table', title: 'Table', Icon: TableChartIcon },
  { name: 'compare', title: 'Compare', Icon: CompareArrowsIcon },
] as const;

const useStyles = makeStyles(
  theme => ({
    group: { flexWrap: 'wrap' },
    button: {
      padding: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
      textTransform: 'none',
      '& .MuiToggleButton-label': { gap: theme.spacing(0.75) },
      '&$selected': { color: theme.palette.text.primary },
    },
    selected: {},
  }),
  { name: 'GluePipelinesViewToggle' },
);

/** Chooses how the selected run is shown. */
export function ViewToggle(props: {
  view: ViewName;
  onChange: (view: ViewName) => void;
}) {
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={props.view}
      aria-label="View"
      className={classes.group}
      onChange={(_, view: ViewName | null) => view && props.onChange(view)}
    >
      {VIEWS.map(({ name, title, Icon }) => (
        <ToggleButton
          key={name}
          value={name}
          classes={{ root: classes.button, selected: classes.selected }}
        >
          <Icon aria-hidden style={{ fontSize: 16 }} />
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
