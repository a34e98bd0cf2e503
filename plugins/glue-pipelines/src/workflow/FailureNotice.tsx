import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';

const useStyles = makeStyles(
  theme => ({
    alert: {
      marginTop: theme.spacing(2),
      '& $message': { minWidth: 0 },
    },
    message: { overflowWrap: 'anywhere' },
    error: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
    },
  }),
  { name: 'GluePipelinesFailureNotice' },
);

/** The first thing one wants to know of a run that failed: where and why. */
export function FailureNotice(props: { run: RunSummary; onOpen?: () => void }) {
  const { run, onOpen } = props;
  const classes = useStyles();
  if (!run.failure && !run.errorMessage) {
    return null;
  }
  return (
    <Alert
      severity="error"
      classes={{ root: classes.alert, message: classes.message }}
      action={
        onOpen && (
          <Button color="inherit" size="small" onClick={onOpen}>
            Details
          </Button>
        )
      }
    >
      {run.failure && <strong>{run.failure.nodeName} failed</strong>}
      <span className={classes.error}>
        {run.failure?.message ?? run.errorMessage}
      </span>
    </Alert>
  );
}
