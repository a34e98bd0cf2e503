/** What things are and how they are, and that they cannot be read. */
export const statusMessages = {
  words: {
    succeeded: 'Succeeded',
    skipped: 'Skipped: nothing new',
    failed: 'Failed',
    'partially-failed': 'Partially failed',
    'timed-out': 'Timed out',
    stopped: 'Stopped',
    stopping: 'Stopping',
    running: 'Running',
    waiting: 'Waiting',
    'not-reached': 'Not reached',
    'never-run': 'Never run',
    unknown: 'Unknown',
  },
  fired: 'Fired',
  /** The same within a sentence. */
  within: {
    succeeded: 'succeeded',
    skipped: 'skipped (nothing new)',
    failed: 'failed',
    'partially-failed': 'partially failed',
    'timed-out': 'timed out',
    stopped: 'stopped',
    stopping: 'stopping',
    running: 'running',
    waiting: 'waiting',
    'not-reached': 'not reached',
    'never-run': 'never run',
    unknown: 'unknown',
    fired: 'fired',
  },
  nodeTypes: { TRIGGER: 'Trigger', JOB: 'Job', CRAWLER: 'Crawler' },
  unreachable:
    'The portal cannot be reached. This is what was known last; it is asked again by itself.',
  stale:
    'This is what was known last, because reading it anew failed: {{reason}}',
} as const;
