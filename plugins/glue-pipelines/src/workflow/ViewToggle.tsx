import AccountTreeIcon from '@material-ui/icons/AccountTree';
import TimelineIcon from '@material-ui/icons/ClearAll';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import GridOnIcon from '@material-ui/icons/GridOn';
import TableChartIcon from '@material-ui/icons/TableChart';
import { useTexts } from '../translation/ref';
import { ViewName } from '../url/urlState';
import { Choice } from './Choice';

const VIEWS = [
  { name: 'graph', Icon: AccountTreeIcon },
  { name: 'grid', Icon: GridOnIcon },
  { name: 'timeline', Icon: TimelineIcon },
  { name: 'table', Icon: TableChartIcon },
  { name: 'compare', Icon: CompareArrowsIcon },
] as const;

/** Chooses how the selected run is shown. */
export function ViewToggle(props: {
  view: ViewName;
  onChange: (view: ViewName) => void;
}) {
  const { view, onChange } = props;
  const t = useTexts();
  return (
    <Choice
      label={t('workflow.views.label')}
      value={view}
      options={VIEWS.map(option => ({
        ...option,
        title: t(`workflow.views.${option.name}`),
      }))}
      onChange={onChange}
    />
  );
}
