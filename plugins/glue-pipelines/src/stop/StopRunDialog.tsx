import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { RunLine } from '../runs/RunLine';
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
  { name: 'GluePipelinesStopRunDialog' },
);

/** Asks before it stops a run, since nothing is taken back. */
export function StopRunDialog(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunSummary;
  onClose: () => void;
  onStopped: () => void;
}) {
  const { workflow, workflowName, run, onClose, onStopped } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [stopping, setStopping] = useState(false);
  const [error, setError] = useState<unknown>();

  const stop = async () => {
    setStopping(true);
    setError(undefined);
    try {
      await api.stopRun({ ...workflow, runId: run.id });
      onStopped();
    } catch (refusal) {
      setError(refusal);
      setStopping(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={stopping ? undefined : onClose}
      aria-labelledby="glue-pipelines-stop-run"
    >
      <DialogTitle id="glue-pipelines-stop-run">
        {t('stop.title', { workflow: workflowName })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('stop.refused', { reason: errorText(error) })}
          </Notice>
        )}
        <RunLine run={run} />
        <Typography variant="body2">{t('stop.consequence')}</Typography>
      </DialogContent>
      <DialogActions className={classes.actions}>
        {/* Its ripple is not there yet when the button gets the focus. A dialog takes the
            focus, on what destroys least (WAI-ARIA, "Alert dialog"): */}
        <Button
          onClick={onClose}
          disabled={stopping}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
          autoFocus
          disableFocusRipple
        >
          {t('stop.keep')}
        </Button>
        <Button
          color="secondary"
          variant="contained"
          disabled={stopping}
          onClick={stop}
        >
          {t(stopping ? 'stop.underWay' : 'stop.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
