import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  failedNodes,
  nodesThatRunAgain,
  resumableNodes,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { StatusLabel } from '../status/StatusLabel';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    nodes: {
      display: 'flex',
      flexDirection: 'column',
      margin: 0,
      padding: 0,
      border: 'none',
      minWidth: 0,
    },
    node: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
    legend: {
      padding: 0,
      fontWeight: theme.typography.fontWeightBold as number,
    },
    again: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesResumeRunDialog' },
);

/** Asks from where a run is to go on, and shows what will run again. */
export function ResumeRunDialog(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunDetail;
  onClose: () => void;
  onResumed: (runId: string) => void;
}) {
  const { workflow, workflowName, run, onClose, onResumed } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [chosen, setChosen] = useState(() =>
    failedNodes(run.graph).map(({ id }) => id),
  );
  const [resuming, setResuming] = useState(false);
  const [error, setError] = useState<unknown>();
  const again = nodesThatRunAgain(run.graph, chosen);

  const resume = async () => {
    setResuming(true);
    setError(undefined);
    try {
      const { runId } = await api.resumeRun({
        ...workflow,
        runId: run.id,
        nodeIds: chosen,
      });
      onResumed(runId);
    } catch (refusal) {
      setError(refusal);
      setResuming(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={resuming ? undefined : onClose}
      aria-labelledby="glue-pipelines-resume-run"
    >
      <DialogTitle id="glue-pipelines-resume-run">
        {t('resume.title', { workflow: workflowName })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('resume.refused', { reason: errorText(error) })}
          </Notice>
        )}
        <fieldset className={classes.nodes} disabled={resuming}>
          <Typography component="legend" className={classes.legend}>
            {t('resume.from')}
          </Typography>
          {resumableNodes(run.graph).map(({ id, name, state, type }) => (
            <FormControlLabel
              key={id}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={chosen.includes(id)}
                  onChange={(_, checked) =>
                    setChosen(
                      checked
                        ? [...chosen, id]
                        : chosen.filter(other => other !== id),
                    )
                  }
                />
              }
              label={
                <span className={classes.node}>
                  {name} <StatusLabel status={state} type={type} />
                </span>
              }
            />
          ))}
        </fieldset>
        <div aria-live="polite">
          <Typography className={classes.legend}>
            {t(again.length > 0 ? 'resume.again' : 'resume.none')}
          </Typography>
          {again.length > 0 && (
            <ul className={classes.again}>
              {again.map(({ id, name }) => (
                <Typography component="li" variant="body2" key={id}>
                  {name}
                </Typography>
              ))}
            </ul>
          )}
        </div>
        <Typography variant="body2" color="textSecondary">
          {t('resume.consequence')}
        </Typography>
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose} disabled={resuming}>
          {t('cancel')}
        </Button>
        <Button
          color="primary"
          variant="contained"
          disabled={resuming || chosen.length === 0}
          onClick={resume}
        >
          {t(resuming ? 'resume.resuming' : 'resume.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
