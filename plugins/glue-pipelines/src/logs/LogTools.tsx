import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { LogStream } from '@glue-pipelines/backstage-plugin-common';
import { FormEvent, useState } from 'react';
import { Texts, useTexts } from '../translation/ref';
import { LogPreferences } from './useLogPreferences';

const useStyles = makeStyles(
  theme => ({
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    search: { flex: '1 1 180px' },
    stream: { flex: '0 1 220px', minWidth: 140 },
    // A switch of this theme stands out to the left, where it would be cut off.
    toggle: { marginLeft: 0 },
  }),
  { name: 'GluePipelinesLogTools' },
);

function streamWords(t: Texts, { kind, part, name }: LogStream): string {
  const words = t(`logs.kinds.${kind}`);
  return part === 'driver'
    ? words
    : t('logs.stream', { kind: words, part: t(`logs.parts.${part}`), name });
}

/** What one sees of a log: lines with a text, of which writer, and how. */
export function LogTools(props: {
  /** Empty: all lines. */
  onSearch: (text: string) => void;
  streams: LogStream[];
  stream: string;
  onStream: (id: string) => void;
  preferences: LogPreferences;
  onPreferences: (change: Partial<LogPreferences>) => void;
}) {
  const { onSearch, streams, stream, onStream } = props;
  const { preferences, onPreferences } = props;
  const classes = useStyles();
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const find = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  const toggle = (label: string, name: keyof LogPreferences) => (
    <FormControlLabel
      label={label}
      className={classes.toggle}
      control={
        <Switch
          size="small"
          checked={preferences[name]}
          onChange={(_, on) => onPreferences({ [name]: on })}
        />
      }
    />
  );
  return (
    <form onSubmit={find} className={classes.tools} role="search">
      <TextField
        id="glue-pipelines-log-search"
        className={classes.search}
        label={t('logs.search')}
        type="search"
        size="small"
        variant="outlined"
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          if (!event.target.value) {
            onSearch('');
          }
        }}
      />
      <Button type="submit" variant="outlined" disabled={!typed.trim()}>
        {t('logs.find')}
      </Button>
      {streams.length > 1 && (
        <TextField
          id="glue-pipelines-log-stream"
          select
          className={classes.stream}
          label={t('logs.writer')}
          size="small"
          variant="outlined"
          value={stream}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={event => onStream(event.target.value)}
        >
          <option value="">{t('logs.driver')}</option>
          {streams.map(known => (
            <option key={known.id} value={known.id}>
              {streamWords(t, known)}
            </option>
          ))}
        </TextField>
      )}
      {toggle(t('logs.wrap'), 'wrap')}
      {toggle(t('logs.utc'), 'utc')}
    </form>
  );
}
