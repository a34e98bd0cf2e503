/** What is said of when the steps of a run waited and worked. */
export const timelineMessages = {
  label: 'Timeline of {{workflow}}',
  caption:
    '{{whole}} from start to end, of which {{working}} at work on the critical path and {{waiting}} waiting.',
  nothingKnown:
    'Glue does not say what the nodes of this run did, so there is no timeline of it.',
  runBefore: 'Run before',
  legend: {
    critical: 'Bold, with a line below: critical path',
    waiting: 'Dotted: waiting',
    gettingReady: 'Pale: getting ready',
    leftOut: '⫽ idle time left out',
  },
  /** Parts of a list after a step's name. */
  row: {
    carriedOver: 'done in the run before',
    started: 'started {{time}} after the run',
    waited: 'waited {{time}}',
    gotReady: '{{time}} to get ready',
    critical: 'on the critical path',
  },
} as const;
