import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { BookmarkResponse } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesResetBookmarkDialog' },
);

/** Asks how much the job's next run shall read again, and says what comes of it. */
export function ResetBookmarkDialog(props: {
  workflow: WorkflowOfEntity;
  bookmark: BookmarkResponse;
  onClose: () => void;
  onReset: (bookmark: BookmarkResponse) => void;
}) {
  const { workflow, bookmark, onClose, onReset } = props;
  const { jobName } = bookmark;
  const before = bookmark.bookmark?.previousJobRunId;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [again, setAgain] = useState<'last' | 'everything'>(
    before ? 'last' : 'everything',
  );
  const [resetting, setResetting] = useState(false);
  const [error, setError] = useState<unknown>();

  const reset = async () => {
    setResetting(true);
    setError(undefined);
    try {
      const jobRunId = again === 'last' ? before : undefined;
      onReset(await api.resetBookmark({ ...workflow, jobName, jobRunId }));
    } catch (refusal) {
      setError(refusal);
      setResetting(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={resetting ? undefined : onClose}
      aria-labelledby="glue-pipelines-reset-bookmark"
    >
      <DialogTitle id="glue-pipelines-reset-bookmark">
        {t('bookmarks.reset.title', { job: jobName })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('bookmarks.reset.refused', { reason: errorText(error) })}
          </Notice>
        )}
        <RadioGroup
          aria-label={t('bookmarks.reset.choice')}
          value={again}
          onChange={(_, value) => setAgain(value as typeof again)}
        >
          {before && (
            <FormControlLabel
              value="last"
              control={<Radio color="primary" />}
              label={t('bookmarks.reset.last')}
            />
          )}
          <FormControlLabel
            value="everything"
            control={<Radio color="primary" />}
            label={t('bookmarks.reset.everything')}
          />
        </RadioGroup>
        <Typography variant="body2">
          {t('bookmarks.reset.consequence')}
        </Typography>
      </DialogContent>
      <DialogActions className={classes.actions}>
        {/* As in the dialog that stops a run: the focus is on what destroys least. */}
        <Button
          onClick={onClose}
          disabled={resetting}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
          autoFocus
          disableFocusRipple
        >
          {t('bookmarks.reset.keep')}
        </Button>
        <Button
          color="secondary"
          variant="contained"
          disabled={resetting}
          onClick={reset}
        >
          {t(
            resetting ? 'bookmarks.reset.underWay' : 'bookmarks.reset.confirm',
          )}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
