import { ConflictError, InputError } from '@backstage/errors';
import {
  isResumable,
  parseWorkflowArn,
  resumableNodes,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';

/**
 * Whether a run can go on from nodes of it.
 * @throws ConflictError for a run that cannot, InputError naming what is no
 * node to go on from
 */
export function checkResume(run: RunDetail, nodeIds: readonly string[]): void {
  if (!isResumable(run)) {
    const { name } = parseWorkflowArn(run.workflowArn);
    throw new ConflictError(
      `Run ${run.id} of workflow '${name}' is ${run.health}: only a run that has ended without success can be resumed`,
    );
  }
  const known = new Set(resumableNodes(run.graph).map(({ id }) => id));
  const unknown = nodeIds.filter(id => !known.has(id));
  if (unknown.length > 0) {
    throw new InputError(
      `nodeIds: ${unknown.join(', ')} did not run in ${run.id}. Choose jobs and crawlers that did`,
    );
  }
}
