import TextField from '@material-ui/core/TextField';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { describeRun } from '../runs/bars';
import { useTexts } from '../translation/ref';

/** Takes the properties of a run that was; absent where none has any to show. */
export function PropertiesAsIn(props: {
  /** The id of the run; empty for the workflow's own properties. */
  value: string;
  /** Newest first; one may be there twice. */
  runs: readonly RunSummary[];
  onChange: (run: RunSummary | undefined) => void;
}) {
  const { value, runs, onChange } = props;
  const t = useTexts();
  const models = [...new Map(runs.map(run => [run.id, run])).values()].filter(
    ({ properties }) => Object.keys(properties).length > 0,
  );
  if (models.length === 0) {
    return null;
  }
  return (
    <TextField
      select
      fullWidth
      size="small"
      variant="outlined"
      label={t('start.asIn')}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': t('start.asIn') }}
      value={models.some(({ id }) => id === value) ? value : ''}
      onChange={event =>
        onChange(models.find(({ id }) => id === event.target.value))
      }
    >
      <option value="">{t('start.defaults')}</option>
      {models.map(run => (
        <option key={run.id} value={run.id}>
          {describeRun(t, run)}
        </option>
      ))}
    </TextField>
  );
}
