import { NodeState } from '@glue-pipelines/backstage-plugin-common';

/** How an edge looks: walked, being walked, or not (yet). */
export type EdgeState = 'walked' | 'active' | 'open';

/** An edge's state from those of the nodes at its ends. */
export function edgeState(source: NodeState, target: NodeState): EdgeState {
  if (source === 'never-run' || source === 'not-reached') {
    return 'open';
  }
  switch (target) {
    case 'never-run':
    case 'not-reached':
    case 'waiting':
      return 'open';
    case 'running':
      return 'active';
    default:
      return 'walked';
  }
}
