import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { LogLine, LogStream } from '@glue-pipelines/backstage-plugin-common';
import { FormEvent, useState } from 'react';
import { errorText } from '../api/errorText';
import { Notice } from '../status/Notice';
import { LogLines } from './LogLines';
import { LogOfAttempt, useLog } from './useLog';

const useStyles = makeStyles(
  theme => ({
    paper: { height: '90vh', '& .MuiButton-root': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      minHeight: 0,
    },
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    search: { flex: '1 1 180px' },
    stream: { flex: '0 1 220px', minWidth: 140 },
  }),
  { name: 'GluePipelinesLogDialog' },
);

function streamWords({ kind, part, name }: LogStream) {
  return part === 'driver' ? `${kind}` : `${kind}, ${part} ${name}`;
}

/** Hands the lines that are there to the browser as a file. */
function download(lines: LogLine[], name: string) {
  const text = lines.map(line => `${line.time} ${line.text}\n`).join('');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.log`;
  link.click();
  URL.revokeObjectURL(url);
}

/** What one attempt wrote: its end, which is followed, or what contains a text. */
export function LogDialog(props: {
  log: LogOfAttempt;
  /** Of the job or crawler. */
  name: string;
  onClose: () => void;
}) {
  const { log, name, onClose } = props;
  const classes = useStyles();
  const small = useMediaQuery('(max-width:767px)', { noSsr: true });
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [stream, setStream] = useState('');
  const [wrap, setWrap] = useState(true);
  const [utc, setUtc] = useState(false);
  const { lines, answer, loading, error, readOlder, readNewer } = useLog(log, {
    stream,
    search,
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    setSearch(typed.trim());
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      fullScreen={small}
      classes={{ paper: small ? undefined : classes.paper }}
      onClose={onClose}
      aria-labelledby="glue-pipelines-log"
    >
      <DialogTitle id="glue-pipelines-log">Log of {name}</DialogTitle>
      <DialogContent className={classes.content}>
        <form onSubmit={find} className={classes.tools} role="search">
          <TextField
            id="glue-pipelines-log-search"
            className={classes.search}
            label="Only lines with"
            type="search"
            size="small"
            variant="outlined"
            value={typed}
            onChange={event => {
              setTyped(event.target.value);
              if (!event.target.value) {
                setSearch('');
              }
            }}
          />
          <Button type="submit" variant="outlined" disabled={!typed.trim()}>
            Find
          </Button>
          {answer && answer.streams.length > 1 && (
            <TextField
              id="glue-pipelines-log-stream"
              select
              className={classes.stream}
              label="Written by"
              size="small"
              variant="outlined"
              value={stream}
              SelectProps={{ native: true }}
              InputLabelProps={{ shrink: true }}
              onChange={event => setStream(event.target.value)}
            >
              <option value="">The driver</option>
              {answer.streams.map(known => (
                <option key={known.id} value={known.id}>
                  {streamWords(known)}
                </option>
              ))}
            </TextField>
          )}
          <FormControlLabel
            label="Wrap"
            control={
              <Switch
                size="small"
                checked={wrap}
                onChange={(_, on) => setWrap(on)}
              />
            }
          />
          <FormControlLabel
            label="UTC"
            control={
              <Switch
                size="small"
                checked={utc}
                onChange={(_, on) => setUtc(on)}
              />
            }
          />
        </form>
        {error && <Notice kind="error">{errorText(error)}</Notice>}
        {answer?.problems?.map(problem => (
          <Notice key={problem} kind="warning">
            {problem}
          </Notice>
        ))}
        {answer?.cause && (
          <Notice kind="error">
            <strong>{answer.cause.title}</strong> {answer.cause.remedy}
          </Notice>
        )}
        {readOlder && (
          <Button size="small" disabled={loading} onClick={readOlder}>
            Older lines
          </Button>
        )}
        <LogLines lines={lines} search={search} wrap={wrap} utc={utc} />
        {readNewer && (
          <Button size="small" disabled={loading} onClick={readNewer}>
            More lines
          </Button>
        )}
        <Typography variant="body2" color="textSecondary" role="status">
          {stateWords({
            loading,
            count: lines.length,
            search,
            complete: answer?.complete,
            emptyBecause: answer?.emptyBecause,
          })}
        </Typography>
      </DialogContent>
      <DialogActions>
        {answer?.consoleUrl && (
          <Link to={answer.consoleUrl}>Open in CloudWatch</Link>
        )}
        <Button
          disabled={lines.length === 0}
          onClick={() => download(lines, log.attempt)}
        >
          Download
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

/** What there is to say of the log as a whole. */
export function stateWords(state: {
  loading: boolean;
  count: number;
  search: string;
  complete?: boolean;
  emptyBecause?: string;
}): string {
  const { loading, count, search, complete, emptyBecause } = state;
  if (count === 0) {
    if (loading) {
      return 'Reading…';
    }
    return search
      ? `No line contains “${search}”.`
      : (emptyBecause ?? 'Nothing has been written yet.');
  }
  const lines = `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;
  if (search) {
    return `${lines} with “${search}”.`;
  }
  return complete ? `${lines}.` : `${lines}. New ones follow by themselves.`;
}
