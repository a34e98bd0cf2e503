import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import {
  gluePipelinesScheduleUpdatePermission,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useTexts } from '../translation/ref';
import { PauseScheduleDialog } from './PauseScheduleDialog';
import { ResumeScheduleDialog } from './ResumeScheduleDialog';

/**
 * Opens the dialog that pauses the schedule, or the one that resumes it; absent
 * for who may not, and where AWS has no schedule to change.
 */
export function ScheduleButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  onChanged: () => void;
}) {
  const { entityRef, workflow, onChanged } = props;
  const { startTrigger, missing } = workflow;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: gluePipelinesScheduleUpdatePermission,
    resourceRef: entityRef,
  });
  if (!allowed || missing || startTrigger?.type !== 'SCHEDULED') {
    return null;
  }
  const isActive = startTrigger.state === 'ACTIVATED';
  const ChangeDialog = isActive ? PauseScheduleDialog : ResumeScheduleDialog;
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t(isActive ? 'schedule.pause.open' : 'schedule.resume.open')}
      </Button>
      {open && (
        <ChangeDialog
          entityRef={entityRef}
          workflow={workflow}
          onClose={() => setOpen(false)}
          onChanged={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
