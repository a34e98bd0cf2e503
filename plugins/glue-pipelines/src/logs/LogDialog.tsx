import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { ReactNode, useCallback, useState } from 'react';
import { errorText } from '../api/errorText';
import { causeWords } from '../causes/causeWords';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { useUrlState } from '../url/useUrlState';
import { ChosenLine } from './ChosenLine';
import { indexOfKey, lineKey, timeOfKey } from './lineAddress';
import { LogLines } from './LogLines';
import { LogTools } from './LogTools';
import { stateWords } from './stateWords';
import { useDownload } from './useDownload';
import { LogOfAttempt, useLog } from './useLog';
import { useLogPreferences } from './useLogPreferences';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    paper: { height: '90vh' },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      minHeight: 0,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      minHeight: 32,
    },
  }),
  { name: 'GluePipelinesLogDialog' },
);

/**
 * What one attempt wrote: its end, which is followed; what is around the line
 * that the address names; or what contains a text.
 */
export function LogDialog(props: {
  log: LogOfAttempt;
  /** Of the job or crawler. */
  name: string;
  /** Beside the title. */
  aside?: ReactNode;
  onClose: () => void;
}) {
  const { name, aside, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const small = useMediaQuery('(max-width:767px)', { noSsr: true });
  const [url, changeUrl] = useUrlState();
  const [search, setSearch] = useState('');
  // The line with which one came, until the end is asked for instead.
  const [around, setAround] = useState(() => timeOfKey(url.line));
  const [following, setFollowing] = useState(around === undefined);
  const [preferences, changePreferences] = useLogPreferences();
  const { wrap, utc } = preferences;
  const stream = url.stream ?? '';
  const log = useLog(props.log, { stream, search, around });
  const { lines, answer, loading, error, isAtEnd, readOlder, readNewer } = log;
  const [downloading, toggleDownload] = useDownload(log, props.log.attempt);

  const chosen = indexOfKey(url.line, lines);
  const choose = useCallback(
    (line: LogLine) => changeUrl({ line: lineKey(line) }, 'leaf'),
    [changeUrl],
  );
  const onFollow = useCallback(
    (on: boolean) => setFollowing(on && isAtEnd),
    [isAtEnd],
  );
  const follow = () => {
    setAround(undefined);
    setFollowing(true);
    changeUrl({ line: undefined }, 'leaf');
  };
  const isMissing =
    url.line && chosen < 0 && !loading && !error && !search && lines.length > 0;
  // After an error one asks again by a button, not by scrolling.
  const mayReadOn = !loading && !error && !search;
  const isGrowing = answer && !answer.complete && !search;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      fullScreen={small}
      className={classes.dialog}
      classes={{ paper: small ? undefined : classes.paper }}
      onClose={onClose}
      aria-labelledby="glue-pipelines-log"
    >
      <DialogTitle id="glue-pipelines-log">
        {t('logs.title', { node: name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {aside}
        <LogTools
          key={around}
          onSearch={setSearch}
          streams={answer?.streams ?? []}
          stream={stream}
          onStream={id =>
            changeUrl({ stream: id || undefined, line: undefined }, 'leaf')
          }
          preferences={preferences}
          onPreferences={changePreferences}
        />
        {error && <Notice kind="error">{errorText(error)}</Notice>}
        {isMissing && <Notice kind="warning">{t('logs.lines.missing')}</Notice>}
        {answer?.problems?.map(problem => (
          <Notice key={problem} kind="warning">
            {problem}
          </Notice>
        ))}
        {answer?.cause && (
          <Notice kind="error">
            <strong>{causeWords(t, answer.cause).title}</strong>{' '}
            {causeWords(t, answer.cause).remedy}
          </Notice>
        )}
        {readOlder && (
          <Button size="small" disabled={loading} onClick={readOlder}>
            {t('logs.lines.older')}
          </Button>
        )}
        <LogLines
          // Another question begins at another place.
          key={`${stream} ${search} ${around}`}
          lines={lines}
          first={log.first}
          search={search}
          wrap={wrap}
          utc={utc}
          chosen={chosen}
          onChoose={choose}
          following={following && !search && isAtEnd}
          onFollow={onFollow}
          onNearStart={mayReadOn ? readOlder : undefined}
          onNearEnd={mayReadOn ? readNewer : undefined}
        />
        {readNewer && (
          <Button size="small" disabled={loading} onClick={readNewer}>
            {t('logs.lines.more')}
          </Button>
        )}
        {chosen >= 0 && (
          <ChosenLine
            line={lines[chosen]}
            utc={utc}
            onAround={
              search
                ? () => {
                    setSearch('');
                    setAround(lines[chosen].time);
                    setFollowing(false);
                  }
                : undefined
            }
          />
        )}
        <div className={classes.foot}>
          <Typography variant="body2" color="textSecondary" role="status">
            {stateWords(t, {
              loading,
              count: lines.length,
              search,
              complete: answer?.complete,
              emptyBecause: answer?.emptyBecause,
            })}
          </Typography>
          {answer && (
            <Typography variant="body2" color="textSecondary" component="div">
              {t('data.readAt', { when: <Moment instant={answer.readAt} /> })}
            </Typography>
          )}
          {isGrowing && !(following && isAtEnd) && (
            <Button size="small" variant="outlined" onClick={follow}>
              {t('logs.follow')}
            </Button>
          )}
        </div>
      </DialogContent>
      <DialogActions>
        {answer?.consoleUrl && (
          <Link to={answer.consoleUrl}>{t('logs.openInCloudWatch')}</Link>
        )}
        <Button disabled={lines.length === 0} onClick={toggleDownload}>
          {t(downloading ? 'logs.stopDownload' : 'logs.download')}
        </Button>
        <Button onClick={onClose}>{t('logs.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
