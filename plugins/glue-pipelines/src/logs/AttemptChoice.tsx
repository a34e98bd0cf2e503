import TextField from '@material-ui/core/TextField';
import { useTexts } from '../translation/ref';

/** Which attempt's log is shown, of a job that was tried again. */
export function AttemptChoice(props: {
  /** Oldest first. */
  keys: string[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const { keys, chosen, onChoose } = props;
  const t = useTexts();
  return (
    <TextField
      id="glue-pipelines-log-attempt"
      select
      label={t('logs.attempt')}
      size="small"
      variant="outlined"
      value={chosen}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChoose(event.target.value)}
    >
      {keys.map((key, index) => (
        <option key={key} value={key}>
          {t('logs.attemptOf', {
            attempt: String(index + 1),
            attempts: String(keys.length),
          })}
        </option>
      ))}
    </TextField>
  );
}
