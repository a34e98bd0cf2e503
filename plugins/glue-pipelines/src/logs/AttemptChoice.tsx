import TextField from '@material-ui/core/TextField';

/** Which attempt's log is shown, of a job that was tried again. */
export function AttemptChoice(props: {
  /** Oldest first. */
  keys: string[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const { keys, chosen, onChoose } = props;
  return (
    <TextField
      id="glue-pipelines-log-attempt"
      select
      label="Attempt"
      size="small"
      variant="outlined"
      value={chosen}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChoose(event.target.value)}
    >
      {keys.map((key, index) => (
        <option key={key} value={key}>
          {`${index + 1} of ${keys.length}`}
        </option>
      ))}
    </TextField>
  );
}
