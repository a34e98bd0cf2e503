import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';

/** Says how old the page is when AWS could not be read lately. */
export function CollectionNotice({ workflow }: { workflow: WorkflowDetail }) {
  const t = useTexts();
  const { collectedAt, collectionError } = workflow;
  if (collectionError && collectedAt) {
    return (
      <Notice kind="warning" role="status">
        {t('workflow.collection.old', {
          when: <Moment instant={collectedAt} />,
          reason: collectionError,
        })}
      </Notice>
    );
  }
  if (collectionError) {
    return (
      <Notice kind="error" role="status">
        {t('workflow.collection.failed', { reason: collectionError })}
      </Notice>
    );
  }
  return collectedAt ? null : (
    <Notice kind="running" role="status">
      {t('workflow.collection.notYet')}
    </Notice>
  );
}
