import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import {
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { StartRunDialog } from './StartRunDialog';
import { useMayStart } from './useMayStart';

const useStyles = makeStyles(
  { reason: { marginTop: 4, maxWidth: 260 } },
  { name: 'GluePipelinesStartRunButton' },
);

const REASON_ID = 'glue-pipelines-start-reason';

/** Opens the dialog that starts a run; says why where that is not allowed. */
export function StartRunButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
  /** The last runs, newest first, whose properties can be taken over. */
  runs?: readonly RunSummary[];
  onStarted: (runId: string) => void;
}) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { allowed, reason } = useMayStart(props);
  return (
    <div>
      <Button
        variant="contained"
        color="primary"
        startIcon={<PlayArrowIcon />}
        disabled={!allowed}
        aria-describedby={reason ? REASON_ID : undefined}
        onClick={() => setOpen(true)}
      >
        Start run
      </Button>
      {reason && (
        <Typography
          id={REASON_ID}
          variant="body2"
          color="textSecondary"
          className={classes.reason}
        >
          {reason}
        </Typography>
      )}
      {open && (
        <StartRunDialog
          {...props}
          onClose={() => setOpen(false)}
          onStarted={runId => {
            setOpen(false);
            props.onStarted(runId);
          }}
        />
      )}
    </div>
  );
}
