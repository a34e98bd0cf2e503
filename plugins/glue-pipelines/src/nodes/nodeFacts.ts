import {
  NodeAttempt,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** The newest try of a node, which is the one its state speaks of. */
export function lastAttempt(node: WorkflowNode): NodeAttempt | undefined {
  return node.attempts[node.attempts.length - 1];
}

/** Why a node failed, where it is known: of the attempt whose error is shown. */
export function causeOf(node: WorkflowNode) {
  return [...node.attempts].reverse().find(({ errorMessage }) => errorMessage)
    ?.cause;
}

/** Why a node failed: the error of its newest attempt that has one. */
export function errorOf(node: WorkflowNode): string | undefined {
  return [...node.attempts].reverse().find(({ errorMessage }) => errorMessage)
    ?.errorMessage;
}

/** That Glue will try a failed node again by itself, in words; `undefined` where it will not. */
export function retryWords(
  t: Texts,
  { pendingRetry }: Pick<WorkflowNode, 'pendingRetry'>,
): string | undefined {
  return (
    pendingRetry &&
    t('nodes.retry', {
      attempt: String(pendingRetry.attempt),
      of: String(pendingRetry.of),
    })
  );
}
