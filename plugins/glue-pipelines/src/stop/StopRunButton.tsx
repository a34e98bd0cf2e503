import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import StopIcon from '@material-ui/icons/Stop';
import {
  gluePipelinesRunStopPermission,
  RunSummary,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
import { StopRunDialog } from './StopRunDialog';

/** Opens the dialog that stops a run; absent for who may not stop it, and for a run that is stopping. */
export function StopRunButton(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunSummary;
  onStopped: () => void;
}) {
  const { workflow, run } = props;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: gluePipelinesRunStopPermission,
    resourceRef: workflow.entityRef,
  });
  if (!allowed || run.health !== 'running') {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<StopIcon />}
        onClick={() => setOpen(true)}
      >
        {t('stop.open')}
      </Button>
      {open && (
        <StopRunDialog
          {...props}
          onClose={() => setOpen(false)}
          onStopped={() => {
            setOpen(false);
            props.onStopped();
          }}
        />
      )}
    </>
  );
}
