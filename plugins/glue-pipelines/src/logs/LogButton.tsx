import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import SubjectIcon from '@material-ui/icons/Subject';
import {
  gluePipelinesLogsReadPermission,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { lastAttempt } from '../nodes/nodeFacts';
import { LogDialog } from './LogDialog';

const REASON_ID = 'glue-pipelines-log-denied';

/** Opens the log of a node's newest attempt; says why where that is not allowed. */
export function LogButton(props: {
  workflow: WorkflowOfEntity;
  runId: string;
  node: WorkflowNode;
}) {
  const { workflow, runId, node } = props;
  const [open, setOpen] = useState(false);
  const { loading, allowed } = usePermission({
    permission: gluePipelinesLogsReadPermission,
    resourceRef: workflow.entityRef,
  });
  const newest = lastAttempt(node);
  if (!newest) {
    return null;
  }
  const denied = !loading && !allowed;
  const attempt = newest.id ?? node.name;
  return (
    <div>
      <Button
        size="small"
        variant="outlined"
        startIcon={<SubjectIcon />}
        disabled={!allowed}
        aria-describedby={denied ? REASON_ID : undefined}
        onClick={() => setOpen(true)}
      >
        Show log
      </Button>
      {denied && (
        <Typography id={REASON_ID} variant="body2" color="textSecondary">
          {`You may not read logs: the permission ${gluePipelinesLogsReadPermission.name} is missing.`}
        </Typography>
      )}
      {open && (
        <LogDialog
          log={{ ...workflow, runId, attempt }}
          name={node.name}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
