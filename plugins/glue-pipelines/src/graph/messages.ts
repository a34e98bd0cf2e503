/** What is said on the graph of a workflow. */
export const graphMessages = {
  label:
    'Graph of {{workflow}}: arrow keys follow the edges, Enter opens details, plus, minus, 0 and 1 change the size',
  size: 'Size of the graph',
  fit: 'Fit',
  smaller: 'Smaller',
  larger: 'Larger',
  triggers: 'Triggers',
  follow: 'Follow',
  followTitle: 'Keep what runs in sight',
  export: {
    open: 'Export',
    format: 'As {{format}}',
    failed: 'The picture could not be made. {{reason}}',
    tooLarge:
      'The browser cannot draw {{width}} × {{height}} pixels. An SVG has no limit.',
  },
  trigger: {
    named: 'Trigger {{name}}',
    withCondition: 'Trigger {{name}}: {{condition}}',
    off: 'trigger off',
    scheduleOff: 'Off: {{schedule}}',
    onDemand: 'On demand',
    onEvents: 'On events',
    after: 'After {{condition}}',
    /** Two triggers of which either starts a node. */
    either: '{{one}}; or: {{other}}',
  },
  /** How something before it ended with which a branch goes on. */
  /** On what a trigger waits. */
  predicate: {
    all: 'all of: {{conditions}}',
    any: 'any of: {{conditions}}',
    and: ', ',
    or: ', ',
  },
  onEnd: 'on {{ends}}',
  ends: {
    success: 'success',
    failure: 'failure',
    timeOut: 'time-out',
    stop: 'stop',
    error: 'error',
  },
} as const;
