import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';

/** Says how old the page is when AWS could not be read lately. */
export function CollectionNotice({ workflow }: { workflow: WorkflowDetail }) {
  const { collectedAt, collectionError } = workflow;
  if (collectionError && collectedAt) {
    return (
      <Notice kind="warning" role="status">
        Showing the state of <Moment instant={collectedAt} />: {collectionError}
      </Notice>
    );
  }
  if (collectionError) {
    return (
      <Notice kind="error" role="status">
        This workflow could not be read yet: {collectionError}
      </Notice>
    );
  }
  return collectedAt ? null : (
    <Notice kind="running" role="status">
      This workflow has not been read yet. That usually takes a few seconds.
    </Notice>
  );
}
