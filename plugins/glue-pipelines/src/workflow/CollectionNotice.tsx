import Alert from '@material-ui/lab/Alert';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { Moment } from '../time/Moment';

/** Says how old the page is when AWS could not be read lately. */
export function CollectionNotice({ workflow }: { workflow: WorkflowDetail }) {
  const { collectedAt, collectionError } = workflow;
  if (collectionError && collectedAt) {
    return (
      <Alert severity="warning">
        Showing the state of <Moment instant={collectedAt} />: {collectionError}
      </Alert>
    );
  }
  if (collectionError) {
    return (
      <Alert severity="error">
        This workflow could not be read yet: {collectionError}
      </Alert>
    );
  }
  return collectedAt ? null : (
    <Alert severity="info">
      This workflow has not been read yet. That usually takes a few seconds.
    </Alert>
  );
}
