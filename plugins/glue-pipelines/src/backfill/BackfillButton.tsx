import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import {
  gluePipelinesRunStartPermission,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useTexts } from '../translation/ref';
import { BackfillDialog } from './BackfillDialog';

/** Opens the dialog that begins a backfill; absent for who may not, and where there is nothing to start. */
export function BackfillButton(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  onBegun: () => void;
}) {
  const { entityRef, workflow, onBegun } = props;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: gluePipelinesRunStartPermission,
    resourceRef: entityRef,
  });
  if (!allowed || workflow.missing) {
    return null;
  }
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t('backfill.open')}
      </Button>
      {open && (
        <BackfillDialog
          entityRef={entityRef}
          workflow={workflow}
          onClose={() => setOpen(false)}
          onBegun={() => {
            setOpen(false);
            onBegun();
          }}
        />
      )}
    </>
  );
}
