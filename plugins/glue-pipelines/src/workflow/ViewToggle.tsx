import AccountTreeIcon from '@material-ui/icons/AccountTree';
import TimelineIcon from '@material-ui/icons/ClearAll';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import GridOnIcon from '@material-ui/icons/GridOn';
import TableChartIcon from '@material-ui/icons/TableChart';
import { ViewName } from '../url/urlState';
import { Choice } from './Choice';

const VIEWS = [
  { name: 'graph', title: 'Graph', Icon: AccountTreeIcon },
  { name: 'grid', title: 'Grid', Icon: GridOnIcon },
  { name: 'timeline', title: 'Timeline', Icon: TimelineIcon },
  { name: 'table', title: 'Table', Icon: TableChartIcon },
  { name: 'compare', title: 'Compare', Icon: CompareArrowsIcon },
] as const;

/** Chooses how the selected run is shown. */
export function ViewToggle(props: {
  view: ViewName;
  onChange: (view: ViewName) => void;
}) {
  const { view, onChange } = props;
  return (
    <Choice label="View" value={view} options={VIEWS} onChange={onChange} />
  );
}
