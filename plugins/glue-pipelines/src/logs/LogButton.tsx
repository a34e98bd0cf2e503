import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import SubjectIcon from '@material-ui/icons/Subject';
import {
  gluePipelinesLogsReadPermission,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
import { logKeys } from './logKeys';
import { useOpenLog } from './useOpenLog';

const REASON_ID = 'glue-pipelines-log-denied';

/** Shows the log of a node's newest attempt, see `OpenLog`; says why where that is not allowed. */
export function LogButton(props: {
  workflow: WorkflowOfEntity;
  runId: string;
  node: WorkflowNode;
}) {
  const { workflow, runId, node } = props;
  const t = useTexts();
  const open = useOpenLog(runId);
  const { loading, allowed } = usePermission({
    permission: gluePipelinesLogsReadPermission,
    resourceRef: workflow.entityRef,
  });
  if (logKeys(node).length === 0) {
    return null;
  }
  const denied = !loading && !allowed;
  return (
    <div>
      <Button
        size="small"
        variant="outlined"
        startIcon={<SubjectIcon />}
        disabled={!allowed}
        aria-describedby={denied ? REASON_ID : undefined}
        onClick={() => open(node)}
      >
        {t('logs.open')}
      </Button>
      {denied && (
        <Typography id={REASON_ID} variant="body2" color="textSecondary">
          {t('logs.denied', {
            permission: gluePipelinesLogsReadPermission.name,
          })}
        </Typography>
      )}
    </div>
  );
}
