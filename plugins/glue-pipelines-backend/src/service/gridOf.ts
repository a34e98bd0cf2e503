import {
  GridNode,
  inFlowOrder,
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';

function cellOf(runId: string, { state, attempts }: WorkflowNode) {
  return {
    runId,
    state,
    attempts: attempts.length,
    durationSeconds: attempts.at(-1)?.durationSeconds,
  };
}

/**
 * What each job and crawler did in some runs.
 *
 * @param runs - newest first, with their graphs
 */
export function gridOf(
  runs: readonly Pick<RunDetail, 'id' | 'graph'>[],
): GridNode[] {
  const rows = new Map<string, GridNode>();
  for (const { id, graph } of runs) {
    for (const node of inFlowOrder(graph)) {
      const { type, name } = node;
      if (type !== 'TRIGGER') {
        const key = `${type} ${name}`;
        const row = rows.get(key) ?? { type, name, cells: [] };
        row.cells.push(cellOf(id, node));
        rows.set(key, row);
      }
    }
  }
  return [...rows.values()];
}
