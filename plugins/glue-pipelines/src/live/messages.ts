/** What is announced of a run while one looks at it: parts of a list. */
export const liveMessages = {
  run: 'Run {{health}}',
  more_one: '{{count}} more change',
  more_other: '{{count}} more changes',
  node: {
    succeeded: '{{node}} succeeded',
    failed: '{{node}} failed',
    'timed-out': '{{node}} timed out',
    stopped: '{{node}} was stopped',
    running: '{{node}} is running',
  },
} as const;
