import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  explainFailure,
  RunSummary,
} from '@glue-pipelines/backstage-plugin-common';
import { endWords } from '../runs/endWords';
import { Notice } from '../status/Notice';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    cause: { display: 'block' },
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
  const message = run.failure?.message ?? run.errorMessage;
  const cause = explainFailure(message);
  return (
    <div className={classes.root}>
      <Notice
        kind={run.health === 'stopped' ? 'warning' : 'error'}
        action={
          onOpen && (
            <Button size="small" onClick={onOpen}>
              Show details
            </Button>
          )
        }
      >
        {run.failure && <strong>{endWords(run)}</strong>}
        {cause ? (
          <span className={classes.cause}>
            {cause.title} {cause.remedy}
          </span>
        ) : (
          <span className={classes.error}>{message}</span>
        )}
      </Notice>
    </div>
  );
}
