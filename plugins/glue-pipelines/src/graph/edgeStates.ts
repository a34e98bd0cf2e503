import {
  deriveNodeState,
  NodeState,
} from '@glue-pipelines/backstage-plugin-common';
import { ShownEdge } from './shownGraph';

/** How an edge looks: walked, being walked, or not (yet). */
export type EdgeState = 'walked' | 'active' | 'open';

interface Ends {
  source: NodeState;
  target: NodeState;
  /** Whether the target waits for the source to come to some state, as triggers do. */
  targetIsTrigger: boolean;
}

/** An edge's state from those of the nodes at its ends and of the triggers on it. */
export function edgeState(
  { source, target, targetIsTrigger }: Ends,
  { states, triggers }: Pick<ShownEdge, 'states' | 'triggers'>,
): EdgeState {
  if (source === 'never-run' || source === 'not-reached') {
    return 'open';
  }
  if (targetIsTrigger && states.length > 0) {
    // One branch of a join is done before the others are.
    return states.map(deriveNodeState).includes(source) ? 'walked' : 'open';
  }
  if (
    triggers.length > 0 &&
    triggers.every(({ state }) => state !== 'succeeded')
  ) {
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
