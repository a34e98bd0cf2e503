import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { BrowsedBucket } from '@glue-pipelines/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import FileIcon from '@material-ui/icons/InsertDriveFileOutlined';
import FolderIcon from '@material-ui/icons/FolderOutlined';
import { useEffect, useState } from 'react';
import { errorText } from '../api/errorText';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { fileSize } from './fileSize';
import { pipelineFormApiRef } from './PipelineFormApi';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minHeight: 320,
    },
    place: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    uri: { overflowWrap: 'anywhere' },
    name: { overflowWrap: 'anywhere' },
  }),
  { name: 'GluePipelinesBrowseDialog' },
);

const QUIET_MS = 300;

/** The folder around a folder; `undefined` above a bucket. */
const above = (folder: string) =>
  /^s3:\/\/[^/]+\/$/.test(folder) ? undefined : folder.replace(/[^/]+\/$/, '');

/** Leads from the buckets to a file or a folder. */
export function BrowseDialog(props: {
  form: JsonObject;
  onClose: () => void;
  onChoose: (uri: string) => void;
}) {
  const { form, onClose, onChoose } = props;
  const api = useApi(pipelineFormApiRef);
  const classes = useStyles();
  const t = useTexts();
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const [folder, setFolder] = useState<string>();
  const [begins, setBegins] = useState('');
  const [listed, setListed] = useState<BrowsedBucket>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let isLatest = true;
    setError(undefined);
    setListed(undefined);
    const timer = setTimeout(
      () =>
        api.browse(folder && folder + begins, form).then(
          answer => isLatest && setListed(answer),
          refusal => isLatest && setError(refusal),
        ),
      begins ? QUIET_MS : 0,
    );
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [api, folder, begins, form]);

  const enter = (next: string | undefined) => {
    setFolder(next);
    setBegins('');
  };
  const nameOf = (uri: string) => uri.slice(folder ? folder.length : 5);
  const isEmpty =
    listed && listed.folders.length === 0 && listed.files.length === 0;

  return (
    <Dialog
      open
      fullWidth
      fullScreen={isNarrow}
      maxWidth="sm"
      className={classes.dialog}
      onClose={onClose}
      aria-labelledby="glue-pipelines-browse"
    >
      <DialogTitle id="glue-pipelines-browse">
        {t('form.browse.title')}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <div className={classes.place}>
          {folder && (
            <Button onClick={() => enter(above(folder))}>
              {t('form.browse.up')}
            </Button>
          )}
          <Typography className={classes.uri}>
            {folder ?? t('form.browse.buckets')}
          </Typography>
        </div>
        {folder && (
          <TextField
            id="glue-pipelines-browse-begins"
            size="small"
            variant="outlined"
            label={t('form.browse.begins')}
            value={begins}
            onChange={event => setBegins(event.target.value)}
          />
        )}
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('form.browse.refused', { reason: errorText(error) })}
          </Notice>
        )}
        {!listed && error === undefined && (
          <Typography role="status">{t('form.browse.loading')}</Typography>
        )}
        {isEmpty && (
          <Typography role="status">
            {t(folder ? 'form.browse.empty' : 'form.browse.none')}
          </Typography>
        )}
        {listed && !isEmpty && (
          <List dense aria-label={folder ?? t('form.browse.buckets')}>
            {listed.folders.map(uri => (
              <li key={uri}>
                <ListItem button component="div" onClick={() => enter(uri)}>
                  <ListItemIcon>
                    <FolderIcon />
                  </ListItemIcon>
                  <ListItemText
                    className={classes.name}
                    primary={nameOf(uri)}
                  />
                </ListItem>
              </li>
            ))}
            {listed.files.map(({ uri, bytes }) => (
              <li key={uri}>
                <ListItem button component="div" onClick={() => onChoose(uri)}>
                  <ListItemIcon>
                    <FileIcon />
                  </ListItemIcon>
                  <ListItemText
                    className={classes.name}
                    primary={t('form.browse.file', {
                      name: nameOf(uri),
                      size: fileSize(t, bytes),
                    })}
                  />
                </ListItem>
              </li>
            ))}
          </List>
        )}
        {listed?.more && (
          <Typography variant="body2">{t('form.browse.more')}</Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={!folder || above(folder) === undefined}
          onClick={() => folder && onChoose(folder)}
        >
          {t('form.browse.useFolder')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
