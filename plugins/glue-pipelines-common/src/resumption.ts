import { inFlowOrder } from './flowOrder';
import { NodeState, RunDetail, WorkflowGraph, WorkflowNode } from './types';

/** States of a node from which a run can go on: it ran, and did not succeed. */
const TO_REPAIR: readonly NodeState[] = ['failed', 'timed-out', 'stopped'];

/**
 * Glue resumes a run that has ended ("Repairing and resuming a workflow run", AWS Glue Developer Guide).
 *
 * @public
 */
export function isResumable({ health }: Pick<RunDetail, 'health'>): boolean {
  return ['failed', 'partially-failed', 'stopped'].includes(health);
}

/**
 * Jobs and crawlers from which a run may go on, in the order of their flow: those that ran.
 *
 * @public
 */
export const resumableNodes = (graph: WorkflowGraph): WorkflowNode[] =>
  inFlowOrder(graph).filter(
    ({ type, attempts }) => type !== 'TRIGGER' && attempts.length > 0,
  );

/**
 * Those of them that did not succeed.
 *
 * @public
 */
export const failedNodes = (graph: WorkflowGraph): WorkflowNode[] =>
  resumableNodes(graph).filter(({ state }) => TO_REPAIR.includes(state));

/**
 * What runs again when a run is resumed from some nodes: they, and every job
 * and crawler after them. Whether those after them really run again depends on
 * how the ones before end this time.
 *
 * @param nodeIds - ids of the graph's nodes; others are passed over
 * @returns in the order of their flow
 *
 * @public
 */
export function nodesThatRunAgain(
  graph: WorkflowGraph,
  nodeIds: readonly string[],
): WorkflowNode[] {
  const again = new Set(nodeIds);
  // A set gives what is added while it is walked through.
  for (const id of again) {
    for (const { sourceId, destinationId } of graph.edges) {
      if (sourceId === id) {
        again.add(destinationId);
      }
    }
  }
  return inFlowOrder(graph).filter(
    ({ id, type }) => type !== 'TRIGGER' && again.has(id),
  );
}
