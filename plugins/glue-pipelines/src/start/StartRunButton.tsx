import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import {
  gluePipelinesRunStartPermission,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { StartRunDialog } from './StartRunDialog';

const useStyles = makeStyles(
  { reason: { marginTop: 4, maxWidth: 260 } },
  { name: 'GluePipelinesStartRunButton' },
);

const REASON_ID = 'glue-pipelines-start-reason';

function deniedBecause(error: Error | undefined) {
  return error
    ? `Whether you may start runs could not be found out: ${error.message}`
    : `You may not start runs of this entity: the permission ${gluePipelinesRunStartPermission.name} is missing.`;
}

/** Why Glue would refuse another run; the page follows those that are under way. */
function refusedBecause(
  { maxConcurrentRuns, missing }: WorkflowDetail,
  { length }: RunSummary[],
) {
  if (missing) {
    return 'AWS Glue has no such workflow: there is nothing to start.';
  }
  if (!maxConcurrentRuns || length < maxConcurrentRuns) {
    return undefined;
  }
  return length === 1
    ? 'A run is under way, and the workflow allows one at a time.'
    : `${length} runs are under way, as many as the workflow allows at a time.`;
}

/** Opens the dialog that starts a run; says why where that is not allowed. */
export function StartRunButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
  onStarted: (runId: string) => void;
}) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { loading, allowed, error } = usePermission({
    permission: gluePipelinesRunStartPermission,
    resourceRef: props.entityRef,
  });
  const denied = !loading && !allowed;
  const reason = denied
    ? deniedBecause(error)
    : refusedBecause(props.workflow, props.activeRuns);
  return (
    <div>
      <Button
        variant="contained"
        color="primary"
        startIcon={<PlayArrowIcon />}
        disabled={!allowed || Boolean(reason)}
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
