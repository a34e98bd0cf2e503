import { usePermission } from '@backstage/plugin-permission-react';
import {
  gluePipelinesLogsReadPermission,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { useUrlState } from '../url/useUrlState';
import { AttemptChoice } from './AttemptChoice';
import { LogDialog } from './LogDialog';
import { logKeys } from './logKeys';

/** The log that the address names, over the page; why not, where it cannot be shown. */
export function OpenLog(props: { workflow: WorkflowOfEntity; run: RunDetail }) {
  const { workflow, run } = props;
  const t = useTexts();
  const [url, changeUrl] = useUrlState();
  const { loading, allowed } = usePermission({
    permission: gluePipelinesLogsReadPermission,
    resourceRef: workflow.entityRef,
  });
  const attempt = url.log;
  if (!attempt || loading) {
    return null;
  }
  const node = run.graph.nodes.find(candidate =>
    logKeys(candidate).includes(attempt),
  );
  if (!node) {
    return <Notice kind="warning">{t('logs.noAttempt', { attempt })}</Notice>;
  }
  if (!allowed) {
    return (
      <Notice kind="warning">
        {t('logs.deniedOfNode', {
          node: node.name,
          permission: gluePipelinesLogsReadPermission.name,
        })}
      </Notice>
    );
  }
  const keys = logKeys(node);
  const elsewhere = { stream: undefined, line: undefined };
  return (
    <LogDialog
      key={attempt}
      log={{ ...workflow, runId: run.id, attempt }}
      name={node.name}
      aside={
        keys.length > 1 && (
          <AttemptChoice
            keys={keys}
            chosen={attempt}
            onChoose={log => changeUrl({ ...elsewhere, log }, 'leaf')}
          />
        )
      }
      onClose={() => changeUrl({ ...elsewhere, log: undefined })}
    />
  );
}
