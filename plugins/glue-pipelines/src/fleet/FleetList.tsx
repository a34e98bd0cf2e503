import { EmptyState } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FleetResponse,
  GLUE_WORKFLOW_ARN_ANNOTATION,
} from '@glue-pipelines/backstage-plugin-common';
import { Unseen } from '../status/Unseen';
import { Panel } from '../workflow/Panel';
import { FleetFilters } from './FleetFilters';
import { fleetSections } from './fleetSections';
import { FleetState, isFiltered, PAGE_SIZE, UNFILTERED } from './fleetState';
import { FleetTable } from './FleetTable';
import { FleetTiles } from './FleetTiles';
import { Pages } from './Pages';
import { amountWords } from '../cost/amountWords';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    table: { marginTop: theme.spacing(2) },
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
  { name: 'GluePipelinesFleetList' },
);

/** Where there is nothing to list: why, and what to do. */
function Nothing(props: { filtered: boolean; onClear: () => void }) {
  const t = useTexts();
  return props.filtered ? (
    <EmptyState
      missing="data"
      title={t('fleet.empty.filtered')}
      action={
        <Button onClick={props.onClear}>{t('fleet.filters.clear')}</Button>
      }
    />
  ) : (
    <EmptyState
      missing="content"
      title={t('fleet.empty.title')}
      description={t('fleet.empty.description', {
        annotation: GLUE_WORKFLOW_ARN_ANNOTATION,
      })}
    />
  );
}

/** The workflows that the address asks for, page by page. */
export function FleetList(props: {
  fleet: FleetResponse;
  state: FleetState;
  isPrevious: boolean;
  onChange: (change: FleetState) => void;
}) {
  const { fleet, state, isPrevious, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const { price, withheld } = fleet;
  return (
    <>
      <FleetTiles
        counts={fleet.tiles}
        chosen={state.tile}
        onChoose={tile => onChange({ tile })}
      />
      <Panel>
        <FleetFilters
          state={state}
          choices={fleet.filters}
          onChange={onChange}
        />
        <div
          aria-busy={isPrevious}
          className={
            isPrevious ? `${classes.table} ${classes.previous}` : classes.table
          }
        >
          {fleet.total === 0 ? (
            <Nothing
              filtered={isFiltered(state)}
              onClear={() => onChange(UNFILTERED)}
            />
          ) : (
            <FleetTable
              sections={fleetSections(fleet.items, state.group, fleet.groups)}
              grouping={state.group}
              price={price}
            />
          )}
        </div>
        <div className={classes.foot}>
          <Typography variant="body2" color="textSecondary">
            {t('fleet.price', {
              price: amountWords(t, price.perDpuHour, price),
              note: price.note,
            })}
            {withheld > 0 && ` ${t('fleet.withheld', { count: withheld })}`}
          </Typography>
          {fleet.total > 0 && (
            <Pages
              shown={fleet.items.length}
              total={fleet.total}
              size={PAGE_SIZE}
              page={state.page ?? 1}
              onPage={page => onChange({ page })}
            />
          )}
        </div>
      </Panel>
      <Unseen role="status">
        {t('fleet.workflows', { count: fleet.total })}
      </Unseen>
    </>
  );
}
