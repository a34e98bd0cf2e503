import {
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { isActive, statusOf, wordWithin } from '../status/statuses';
import { Texts } from '../translation/ref';

const TOLD = [
  'succeeded',
  'failed',
  'timed-out',
  'stopped',
  'running',
] as const;

/** What became of a node, where that is worth a word. */
function nodeWords(t: Texts, { name, state }: WorkflowNode): string[] {
  const told = TOLD.find(known => known === state);
  return told ? [t(`live.node.${told}`, { node: name })] : [];
}

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
    .filter(
      ({ id, type, state }) => type !== 'TRIGGER' && states.get(id) !== state,
    )
    .flatMap(node => nodeWords(t, node));
  if (before.health !== after.health && !isActive(after.health)) {
    changes.unshift(t('live.run', { health: wordWithin(t, statusOf(after)) }));
  }
  const shown = changes.slice(0, 3);
  const rest = changes.length - shown.length;
  if (rest > 0) {
    shown.push(t('live.more', { count: rest }));
  }
  return shown.length > 0 ? `${shown.join(', ')}.` : '';
}
