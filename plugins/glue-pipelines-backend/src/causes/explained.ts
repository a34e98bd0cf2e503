import {
  CauseRule,
  deriveNodeState,
  explainFailure,
  NodeAttempt,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { RunChange } from '../changes/RunChange';

function explainedAttempt(
  attempt: NodeAttempt,
  added: readonly CauseRule[] | undefined,
): NodeAttempt {
  const state = deriveNodeState(attempt.rawState);
  const cause =
    state === 'failed' || state === 'timed-out'
      ? explainFailure(attempt.errorMessage, attempt.rawState, added)
      : undefined;
  return cause ? { ...attempt, cause } : attempt;
}

/** A run whose failed attempts say why, as far as that is known. */
export function explainedRun<T extends RunDetail>(
  run: T,
  added: readonly CauseRule[] | undefined,
): T {
  const nodes = run.graph.nodes.map(node => ({
    ...node,
    attempts: node.attempts.map(attempt => explainedAttempt(attempt, added)),
  }));
  return { ...run, graph: { ...run.graph, nodes } };
}

/** News of a failure with its cause, also by what modules added, in place of what AWS says. */
export function explainedChange(
  change: RunChange,
  added: readonly CauseRule[],
): RunChange {
  if (!change.failure) {
    return change;
  }
  const { message, cause, nodeName } = change.failure;
  return {
    ...change,
    failure: {
      nodeName,
      cause: cause ?? explainFailure(message, undefined, added),
    },
  };
}
