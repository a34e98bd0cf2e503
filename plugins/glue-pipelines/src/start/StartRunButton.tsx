import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import {
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';
import { useMayStart } from './useMayStart';

const useStyles = makeStyles(
  { reason: { marginTop: 4, maxWidth: 260 } },
  { name: 'GluePipelinesStartRunButton' },
);

const REASON_ID = 'glue-pipelines-start-reason';

/** The way to start a run; says why where that is not allowed. */
export function StartRunButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
  onClick: () => void;
}) {
  const classes = useStyles();
  const t = useTexts();
  const { allowed, reason } = useMayStart(props);
  return (
    <div>
      <Button
        variant="contained"
        color="primary"
        startIcon={<PlayArrowIcon />}
        disabled={!allowed}
        aria-describedby={reason ? REASON_ID : undefined}
        onClick={props.onClick}
      >
        {t('start.open')}
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
    </div>
  );
}
