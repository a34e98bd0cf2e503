import Button from '@material-ui/core/Button';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import {
  isResumable,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { isActive, isFailure } from '../status/statuses';
import { useTexts } from '../translation/ref';
import { StartRunDialog } from './StartRunDialog';
import { useMayStart } from './useMayStart';

/** Starts a run with the properties of one that has ended; absent while no run can be started. */
export function RunAgainButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
  run: RunSummary;
  onStarted: (runId: string) => void;
}) {
  const { run, onStarted } = props;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = useMayStart(props);
  if (!allowed || isActive(run.health)) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<PlayArrowIcon />}
        onClick={() => setOpen(true)}
      >
        {t(
          isFailure(run.health) && isResumable(run)
            ? 'start.everythingAgain'
            : 'start.again',
        )}
      </Button>
      {open && (
        <StartRunDialog
          {...props}
          asIn={run}
          onClose={() => setOpen(false)}
          onStarted={runId => {
            setOpen(false);
            onStarted(runId);
          }}
        />
      )}
    </>
  );
}
