import {
  NodeAttempt,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { NODE_TYPE_WORDS, wordOf } from '../status/statuses';
import { elapsedSeconds, formatDuration } from '../time/duration';

/** The newest try of a node, which is the one its state speaks of. */
export function lastAttempt(node: WorkflowNode): NodeAttempt | undefined {
  return node.attempts[node.attempts.length - 1];
}

/** Why a node failed: the error of its newest attempt that has one. */
export function errorOf(node: WorkflowNode): string | undefined {
  return [...node.attempts].reverse().find(({ errorMessage }) => errorMessage)
    ?.errorMessage;
}

/** A node in one sentence, for those who hear the page. */
export function describeNode(node: WorkflowNode): string {
  const attempt = lastAttempt(node);
  const parts = [
    node.name,
    NODE_TYPE_WORDS[node.type].toLowerCase(),
    wordOf(node.state, node.type).toLowerCase(),
  ];
  // A number that counts on would be read out anew each second.
  if (attempt?.completedAt) {
    const ended = Date.parse(attempt.completedAt);
    parts.push(formatDuration(elapsedSeconds(attempt, ended) ?? 0));
  }
  return parts.join(', ');
}
