import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import ReplayIcon from '@material-ui/icons/Replay';
import {
  gluePipelinesRunResumePermission,
  isResumable,
  resumableNodes,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { isFailure } from '../status/statuses';
import { useTexts } from '../translation/ref';
import { ResumeRunDialog } from './ResumeRunDialog';

/** Opens the dialog that resumes a run; absent for who may not, and where there is nothing to go on from. */
export function ResumeRunButton(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunDetail;
  onResumed: (runId: string) => void;
}) {
  const { workflow, run, onResumed } = props;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: gluePipelinesRunResumePermission,
    resourceRef: workflow.entityRef,
  });
  if (!allowed || !isResumable(run) || resumableNodes(run.graph).length === 0) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<ReplayIcon />}
        onClick={() => setOpen(true)}
      >
        {t(isFailure(run.health) ? 'resume.openFailed' : 'resume.open')}
      </Button>
      {open && (
        <ResumeRunDialog
          {...props}
          onClose={() => setOpen(false)}
          onResumed={runId => {
            setOpen(false);
            onResumed(runId);
          }}
        />
      )}
    </>
  );
}
