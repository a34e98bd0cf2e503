import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FleetResponse } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { useTexts } from '../translation/ref';
import {
  FilterName,
  FILTERS,
  FleetState,
  GROUPINGS,
  isFiltered,
  LACKS,
  SORTS,
  UNFILTERED,
} from './fleetState';
import { nameOfRef } from './fleetWords';

/** Milliseconds after the last letter until it is searched. */
const TYPING_MS = 300;

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    text: { flex: '1 1 200px', minWidth: 160 },
    // As wide as its longest choice, in any language.
    choice: { flex: '0 1 auto', minWidth: 150, maxWidth: 220 },
  }),
  { name: 'GluePipelinesFleetFilters' },
);

const CHOICES: Record<FilterName, keyof FleetResponse['filters']> = {
  owner: 'owners',
  system: 'systems',
  tag: 'tags',
  account: 'accounts',
  region: 'regions',
};

/** What was written, told on when the typing pauses. */
function useTyped(
  value: string,
  onTyped: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onTyped(text), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return [text, setText];
}

/** In which order workflows are, and what keeps them together. */
function Arrangement(props: {
  state: FleetState;
  onChange: (change: FleetState) => void;
}) {
  const { state, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <TextField
        id="glue-pipelines-fleet-order"
        select
        className={classes.choice}
        label={t('fleet.order.label')}
        size="small"
        variant="outlined"
        value={state.sort ?? 'worst'}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event => {
          const sort = event.target.value as FleetState['sort'];
          onChange({
            sort: sort === 'worst' ? undefined : sort,
            order: undefined,
          });
        }}
      >
        {SORTS.map(sort => (
          <option key={sort} value={sort}>
            {t(`fleet.order.${sort}`)}
          </option>
        ))}
      </TextField>
      <TextField
        id="glue-pipelines-fleet-group"
        select
        className={classes.choice}
        label={t('fleet.grouping.label')}
        size="small"
        variant="outlined"
        value={state.group ?? ''}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event =>
          onChange({
            group: (event.target.value || undefined) as FleetState['group'],
          })
        }
      >
        <option value="">{t('fleet.grouping.nothing')}</option>
        {GROUPINGS.map(grouping => (
          <option key={grouping} value={grouping}>
            {t(`fleet.grouping.${grouping}`)}
          </option>
        ))}
      </TextField>
    </>
  );
}

/** Narrows the list down by what workflows and their entities are, and orders it. */
export function FleetFilters(props: {
  state: FleetState;
  choices: FleetResponse['filters'];
  onChange: (change: FleetState) => void;
  /** Without order and grouping. */
  filtersOnly?: boolean;
}) {
  const { state, choices, onChange, filtersOnly } = props;
  const classes = useStyles();
  const t = useTexts();
  const [text, setText] = useTyped(state.text ?? '', typed =>
    onChange({ text: typed || undefined }),
  );
  const shown = FILTERS.filter(
    name => state[name] || choices[CHOICES[name]].length > 1,
  );
  return (
    <div role="search" aria-label={t('fleet.list')} className={classes.filters}>
      <TextField
        id="glue-pipelines-fleet-text"
        className={classes.text}
        label={t('fleet.filters.text')}
        type="search"
        size="small"
        variant="outlined"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {shown.map(name => {
        const chosen = state[name] ?? '';
        const options = choices[CHOICES[name]];
        return (
          <TextField
            key={name}
            id={`glue-pipelines-fleet-${name}`}
            select
            className={classes.choice}
            label={t(`fleet.filters.${name}`)}
            size="small"
            variant="outlined"
            value={chosen}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
            onChange={event =>
              onChange({ [name]: event.target.value || undefined })
            }
          >
            <option value="">{t('fleet.filters.all')}</option>
            {[...new Set(chosen ? [...options, chosen] : options)].map(
              option => (
                <option key={option} value={option}>
                  {nameOfRef(option)}
                </option>
              ),
            )}
          </TextField>
        );
      })}
      <TextField
        id="glue-pipelines-fleet-lacks"
        select
        className={classes.choice}
        label={t('fleet.filters.lacks')}
        size="small"
        variant="outlined"
        value={state.lacks ?? ''}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event =>
          onChange({
            lacks: (event.target.value || undefined) as FleetState['lacks'],
          })
        }
      >
        <option value="">{t('fleet.filters.lacksWhatever')}</option>
        {LACKS.map(lack => (
          <option key={lack} value={lack}>
            {t(`fleet.lacks.${lack}`)}
          </option>
        ))}
      </TextField>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={state.mine ?? false}
            onChange={event =>
              onChange({ mine: event.target.checked || undefined })
            }
          />
        }
        label={t('fleet.filters.mine')}
      />
      {!filtersOnly && <Arrangement state={state} onChange={onChange} />}
      {isFiltered(state) && (
        <Button size="small" onClick={() => onChange(UNFILTERED)}>
          {t('fleet.filters.clear')}
        </Button>
      )}
    </div>
  );
}
