import { createHash, randomBytes } from 'node:crypto';

export type NodeKind = 'TRIGGER' | 'JOB' | 'CRAWLER';

const random = () => randomBytes(32).toString('hex');

export const newWorkflowRunId = () => `wr_${random()}`;

/** Of what a trigger outside of any workflow leads to: no id of Glue's. */
export const newTriggerChainId = () => `tc_${random()}`;

export const newJobRunId = () => `jr_${random()}`;

export const newCrawlId = () => {
  const hex = randomBytes(16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Glue names the retries of a job run after its first attempt. */
export function retryId(jobRunId: string, attempt: number): string {
  return `${jobRunId.replace(/_attempt_\d+$/, '')}_attempt_${attempt}`;
}

/**
 * The id of a node in a workflow's graph: the same in the workflow and in all
 * of its runs.
 */
export function nodeId(
  workflowName: string,
  kind: NodeKind,
  name: string,
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([workflowName, kind, name]));
  return `wnode_${hash.digest('hex')}`;
}
