import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, ReactNode, useState } from 'react';
import { errorText } from '../api/errorText';
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
  { name: 'GluePipelinesScheduleDialog' },
);

/** What the dialogs that change a schedule have in common: they ask first, and say where it failed. */
export function ScheduleDialog(props: {
  title: string;
  /** The button that does it, and while it is being done. */
  verb: string;
  busyVerb: string;
  /** That it was not done, and why. */
  refused: (reason: string) => string;
  isReady?: boolean;
  children: ReactNode;
  change: () => Promise<void>;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { title, verb, busyVerb, refused, isReady = true } = props;
  const { children, change, onClose, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (changing || !isReady) {
      return;
    }
    setChanging(true);
    setError(undefined);
    try {
      await change();
      onChanged();
    } catch (refusal) {
      setError(refusal);
      setChanging(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={changing ? undefined : onClose}
      aria-labelledby="glue-pipelines-schedule"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id="glue-pipelines-schedule">{title}</DialogTitle>
        <DialogContent className={classes.content}>
          {error !== undefined && (
            <Notice kind="error" role="alert">
              {refused(errorText(error))}
            </Notice>
          )}
          {children}
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose} disabled={changing}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={changing || !isReady}
          >
            {changing ? busyVerb : verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
