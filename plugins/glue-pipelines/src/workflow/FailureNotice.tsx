import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { Notice } from '../status/Notice';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
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
    <div className={classes.root}>
      <Notice
        kind="error"
        action={
          onOpen && (
            <Button size="small" onClick={onOpen}>
              Show details
            </Button>
          )
        }
      >
        {run.failure && <strong>{run.failure.nodeName} failed</strong>}
        <span className={classes.error}>
          {run.failure?.message ?? run.errorMessage}
        </span>
      </Notice>
    </div>
  );
}
