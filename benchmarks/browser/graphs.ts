import {
  NodeState,
  WorkflowGraph,
} from '@glue-pipelines/backstage-plugin-common';

/** A node in the middle of a graph, whose state changes. */
export const changingNode = (nodes: number) => `step-${Math.floor(nodes / 2)}`;

/** Jobs in parallel branches, some of which lead to the branch beside them, too; all jobs but one have succeeded. */
export function graphOf(nodes: number, changing: NodeState): WorkflowGraph {
  const branches = nodes > 20 ? 10 : 2;
  const id = (index: number) => `step-${index}`;
  const isLast = (index: number) => index % branches === branches - 1;
  return {
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: id(index),
      type: 'JOB' as const,
      name: id(index),
      state: id(index) === changingNode(nodes) ? changing : 'succeeded',
      attempts: [],
    })),
    edges: Array.from({ length: nodes }, (_, index) => [
      [index, index + branches],
      ...(index % 7 === 0 && !isLast(index)
        ? [[index, index + branches + 1]]
        : []),
    ])
      .flat()
      .filter(([, to]) => to < nodes)
      .map(([from, to]) => ({ sourceId: id(from), destinationId: id(to) })),
  };
}
