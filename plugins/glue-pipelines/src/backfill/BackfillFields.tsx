import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import TextField, { TextFieldProps } from '@material-ui/core/TextField';
import { useTexts } from '../translation/ref';
import { BackfillForm, MOST_AT_ONCE } from './backfillForm';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      margin: 0,
      padding: theme.spacing(1, 0, 0),
      border: 'none',
      minWidth: 0,
      // The browser's own calendar and arrows.
      colorScheme: theme.palette.type,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'GluePipelinesBackfillFields' },
);

/** The fields of a backfill. */
export function BackfillFields(props: {
  form: BackfillForm;
  /** Names that the workflow has already. */
  properties: string[];
  disabled: boolean;
  onChange: (changed: Partial<BackfillForm>) => void;
}) {
  const { form, properties, disabled, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const field = (
    name: keyof BackfillForm,
    label: string,
    more: TextFieldProps = {},
  ) => (
    <TextField
      id={`glue-pipelines-backfill-${name}`}
      label={label}
      size="small"
      variant="outlined"
      value={form[name]}
      onChange={event =>
        onChange({
          [name]:
            typeof form[name] === 'number'
              ? Number(event.target.value)
              : event.target.value,
        })
      }
      {...more}
    />
  );
  const date = { type: 'date', InputLabelProps: { shrink: true } };
  const choice = { select: true, SelectProps: { native: true } };
  const atOnce = field('atOnce', t('backfill.atOnce'), {
    type: 'number',
    inputProps: { min: 1, max: MOST_AT_ONCE },
  });
  return (
    <fieldset className={classes.fields} disabled={disabled}>
      {field('property', t('backfill.property'), {
        required: true,
        helperText: t('backfill.propertyHelp'),
        inputProps: { list: 'glue-pipelines-backfill-properties' },
      })}
      <datalist id="glue-pipelines-backfill-properties">
        {properties.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FormControl component="div">
        <FormLabel id="glue-pipelines-backfill-by">
          {t('backfill.values')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby="glue-pipelines-backfill-by"
          value={form.by}
          onChange={(_, by) => onChange({ by: by as BackfillForm['by'] })}
        >
          <FormControlLabel
            value="range"
            control={<Radio color="primary" size="small" />}
            label={t('backfill.byRange')}
          />
          <FormControlLabel
            value="list"
            control={<Radio color="primary" size="small" />}
            label={t('backfill.byList')}
          />
        </RadioGroup>
      </FormControl>
      {form.by === 'range' ? (
        <div className={classes.row}>
          {field('from', t('backfill.from'), date)}
          {field('to', t('backfill.to'), date)}
          {field('every', t('backfill.every'), {
            ...choice,
            children: (
              <>
                <option value="hour">{t('backfill.everyHour')}</option>
                <option value="day">{t('backfill.everyDay')}</option>
                <option value="month">{t('backfill.everyMonth')}</option>
              </>
            ),
          })}
          {atOnce}
        </div>
      ) : (
        <>
          {field('list', t('backfill.list'), { multiline: true, minRows: 4 })}
          {atOnce}
        </>
      )}
      {field('which', t('backfill.which'), {
        ...choice,
        children: (
          <>
            <option value="missing">{t('backfill.missing')}</option>
            <option value="unsuccessful">{t('backfill.unsuccessful')}</option>
            <option value="all">{t('backfill.all')}</option>
          </>
        ),
      })}
    </fieldset>
  );
}
