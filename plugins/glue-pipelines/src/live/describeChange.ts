import {
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { isActive, wordWithin } from '../status/statuses';
import { Texts } from '../translation/ref';

const VERBS: Partial<Record<WorkflowNode['state'], string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  'timed-out': 'timed out',
  stopped: 'was stopped',
  running: 'is running',
};

/**
 * One sentence for people who do not see the graph: what changed between two
 * readings of a run. Empty where nothing did, or where the runs differ.
 */
export function describeChange(
  t: Texts,
  before: RunDetail | undefined,
  after: RunDetail | undefined,
): string {
  if (!before || !after || before.id !== after.id) {
    return '';
  }
  const states = new Map(before.graph.nodes.map(node => [node.id, node.state]));
  const changes = after.graph.nodes
    .filter(node => node.type !== 'TRIGGER')
    .filter(node => VERBS[node.state] && states.get(node.id) !== node.state)
    .map(node => `${node.name} ${VERBS[node.state]}`);
  if (before.health !== after.health && !isActive(after.health)) {
    changes.unshift(`Run ${wordWithin(t, after.health)}`);
  }
  const shown = changes.slice(0, 3);
  const rest = changes.length - shown.length;
  if (rest > 0) {
    shown.push(`${rest} more ${rest === 1 ? 'change' : 'changes'}`);
  }
  return shown.length > 0 ? `${shown.join(', ')}.` : '';
}
