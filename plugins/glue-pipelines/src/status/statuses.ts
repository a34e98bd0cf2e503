import {
  NodeState,
  NodeType,
  WorkflowHealth,
} from '@glue-pipelines/backstage-plugin-common';

/** Every state that the pages show, of nodes, runs and workflows. */
export type Status = NodeState | WorkflowHealth;

/** The colour family of a status. Never the only sign of it. */
export type Tone =
  'ok' | 'error' | 'warning' | 'running' | 'pending' | 'neutral';

interface StatusLook {
  word: string;
  tone: Tone;
}

const LOOKS: Record<Status, StatusLook> = {
  succeeded: { word: 'Succeeded', tone: 'ok' },
  failed: { word: 'Failed', tone: 'error' },
  'partially-failed': { word: 'Partially failed', tone: 'warning' },
  'timed-out': { word: 'Timed out', tone: 'error' },
  stopped: { word: 'Stopped', tone: 'neutral' },
  stopping: { word: 'Stopping', tone: 'running' },
  running: { word: 'Running', tone: 'running' },
  waiting: { word: 'Waiting', tone: 'pending' },
  'not-reached': { word: 'Not reached', tone: 'neutral' },
  'never-run': { word: 'Never run', tone: 'neutral' },
  unknown: { word: 'Unknown', tone: 'neutral' },
};

export const STATUSES = Object.keys(LOOKS) as Status[];

export function toneOf(status: Status): Tone {
  return LOOKS[status].tone;
}

/** The status in words. A trigger does not succeed, it fires. */
export function wordOf(status: Status, type?: NodeType): string {
  if (type === 'TRIGGER' && status === 'succeeded') {
    return 'Fired';
  }
  return LOOKS[status].word;
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

export const NODE_TYPE_WORDS: Record<NodeType, string> = {
  TRIGGER: 'Trigger',
  JOB: 'Job',
  CRAWLER: 'Crawler',
};
