import { catalogLocationCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { useState } from 'react';
import { useTexts } from '../translation/ref';
import { AddWorkflowDialog } from './AddWorkflowDialog';

/** Opens the dialog that leads a workflow into the portal; absent for who may register nothing. */
export function AddWorkflowButton() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: catalogLocationCreatePermission,
  });
  if (!allowed) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        onClick={() => setOpen(true)}
      >
        {t('adopt.open')}
      </Button>
      {open && <AddWorkflowDialog onClose={() => setOpen(false)} />}
    </>
  );
}
