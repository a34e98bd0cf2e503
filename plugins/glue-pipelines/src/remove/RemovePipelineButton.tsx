import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { catalogEntityDeletePermission } from '@backstage/plugin-catalog-common/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetRouteRef } from '../routes';
import { useTexts } from '../translation/ref';
import { RemovePipelineDialog } from './RemovePipelineDialog';

/** Opens the dialog that removes the entity from the portal; absent for who may not delete it. */
export function RemovePipelineButton(props: { workflow: WorkflowDetail }) {
  const t = useTexts();
  const { entity } = useEntity();
  const [open, setOpen] = useState(false);
  const fleet = useRouteRef(fleetRouteRef);
  const navigate = useNavigate();
  const { allowed } = usePermission({
    permission: catalogEntityDeletePermission,
    resourceRef: stringifyEntityRef(entity),
  });
  if (!allowed) {
    return null;
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('remove.open')}
      </Button>
      {open && (
        <RemovePipelineDialog
          {...props}
          entity={entity}
          onClose={() => setOpen(false)}
          onRemoved={() => navigate(fleet?.() ?? '/')}
        />
      )}
    </>
  );
}
