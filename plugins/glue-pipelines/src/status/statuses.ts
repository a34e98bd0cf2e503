import {
  NodeState,
  NodeType,
  WorkflowHealth,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** Every state that the pages show, of nodes, runs and workflows. */
export type Status = NodeState | WorkflowHealth | 'skipped';

/** The colour family of a status. Never the only sign of it. */
export type Tone =
  'ok' | 'error' | 'warning' | 'running' | 'pending' | 'neutral';

const TONES: Record<Status, Tone> = {
  succeeded: 'ok',
  skipped: 'neutral',
  failed: 'error',
  'partially-failed': 'warning',
  'timed-out': 'error',
  stopped: 'neutral',
  stopping: 'running',
  running: 'running',
  waiting: 'pending',
  'not-reached': 'neutral',
  'never-run': 'neutral',
  unknown: 'neutral',
};

export const STATUSES = Object.keys(TONES) as Status[];

/** How a run is shown: one that ended well is another thing where there was nothing to do. */
export function statusOf<T extends Status>({
  health,
  skipped,
}: {
  health: T;
  skipped?: string;
}): T | 'skipped' {
  return health === 'succeeded' && skipped ? 'skipped' : health;
}

export function toneOf(status: Status): Tone {
  return TONES[status];
}

/** A trigger does not succeed, it fires. */
const isFired = (status: Status, type?: NodeType) =>
  type === 'TRIGGER' && status === 'succeeded';

/** The status in words. */
export function wordOf(t: Texts, status: Status, type?: NodeType): string {
  return t(isFired(status, type) ? 'status.fired' : `status.words.${status}`);
}

/** The status in words within a sentence. */
export function wordWithin(t: Texts, status: Status, type?: NodeType): string {
  return t(`status.within.${isFired(status, type) ? 'fired' : status}`);
}

/** Whether something of this status goes on without anybody's doing. */
export function isActive(status: Status): boolean {
  return status === 'running' || status === 'stopping';
}

/** Whether something of this status ended as it should not have. */
export function isFailure(status: Status): boolean {
  return (
    status === 'failed' ||
    status === 'partially-failed' ||
    status === 'timed-out'
  );
}

export function nodeTypeWord(t: Texts, type: NodeType): string {
  return t(`status.nodeTypes.${type}`);
}
