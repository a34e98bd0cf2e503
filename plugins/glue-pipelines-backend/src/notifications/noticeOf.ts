import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { RunChange } from '../changes/RunChange';
import { Notice, NoticeKind } from './Notice';

const FAILED: readonly (RunHealth | undefined)[] = [
  'failed',
  'partially-failed',
];

/**
 * What a change of a run means to the owner of its workflow, if anything: that
 * it fails, that it succeeds again, or that it succeeds for the first time.
 * Runs that begin, succeed as before or are stopped by somebody mean nothing,
 * and neither does what became of a run when a newer one has ended already.
 *
 * @param standing what the owner was told of the workflow last
 */
export function noticeOf(
  change: RunChange,
  standing: NoticeKind | undefined,
): Notice | undefined {
  const kind = change.superseded ? undefined : kindOf(change, standing);
  return (
    kind && {
      workflowArn: change.workflowArn,
      kind,
      occasion: change.runId,
      happenedAt: change.at,
      details: {
        runId: change.runId,
        health: change.after,
        ...(kind === 'failure' && change.failure),
      },
    }
  );
}

function kindOf(
  { before, after, previous }: RunChange,
  standing: NoticeKind | undefined,
): NoticeKind | undefined {
  if (FAILED.includes(after)) {
    return FAILED.includes(before) ? undefined : 'failure';
  }
  if (after !== 'succeeded') {
    return undefined;
  }
  if (
    standing === 'failure' ||
    standing === 'lateness' ||
    FAILED.includes(previous)
  ) {
    return 'recovery';
  }
  return previous === undefined && standing === undefined
    ? 'first-success'
    : undefined;
}
