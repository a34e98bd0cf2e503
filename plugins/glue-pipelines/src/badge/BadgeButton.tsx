import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import {
  BadgeResponse,
  gluePipelinesBadgeSharePermission,
} from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
import { BadgeDialog } from './BadgeDialog';

/** Opens the dialog with the badge; absent where there is none for the user to show or to make. */
export function BadgeButton(props: {
  entityRef: string;
  workflow: { name: string; arn: string };
}) {
  const { entityRef, workflow } = props;
  const { arn: workflowArn } = workflow;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [badge, setBadge] = useState<BadgeResponse>();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: gluePipelinesBadgeSharePermission,
    resourceRef: entityRef,
  });
  useEffect(() => {
    const request = new AbortController();
    api
      .getBadge({ entityRef, workflowArn }, request)
      .then(answer => request.signal.aborted || setBadge(answer))
      // The page is whole without it.
      .catch(() => undefined);
    return () => request.abort();
  }, [api, entityRef, workflowArn]);
  if (!badge?.enabled || !(badge.link || allowed)) {
    return null;
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('badge.open')}
      </Button>
      {open && (
        <BadgeDialog
          entityRef={entityRef}
          workflow={workflow}
          link={badge.link}
          mayShare={allowed}
          onChanged={setBadge}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
