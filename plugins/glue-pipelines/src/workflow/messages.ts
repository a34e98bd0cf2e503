/** What is said around a workflow and its runs. */
export const workflowMessages = {
  loading: 'Loading workflows',
  label: 'Workflows of this entity',
  none: 'No workflow',
  noneNamed:
    'The annotation {{annotation}} of this entity names no workflow that can be shown.',
  unknown: 'This entity names no workflow {{key}}; this is {{workflow}}.',
  started: '{{workflow}} was started.',
  collection: {
    old: 'Showing the state of {{when}}: {{reason}}',
    failed: 'This workflow could not be read yet: {{reason}}',
    notYet:
      'This workflow has not been read yet. That usually takes a few seconds.',
  },
  facts: {
    lastRun: 'Last run',
    never: 'Never',
    starts: 'Starts',
    nextRun: 'Next run',
    account: 'Account and region',
    console: 'AWS console',
    openConsole: 'Open workflow',
    updated: 'Updated',
  },
  starts: {
    scheduled: 'On a schedule',
    notActive: '{{schedule}} · not active',
    batch: 'On every {{size}} events',
    unknown: 'No start trigger',
  },
  runs: {
    title: 'Last runs',
    loading: 'Loading runs',
    loadingOne: 'Loading the run',
    never: 'This workflow has not run yet',
    first: 'Its steps are below. Start the first run to see what they do.',
    unknown: 'There is no run {{run}}.',
    unknownBecause:
      'It may belong to another workflow, or be older than the history that the portal keeps.',
    newest: 'Show the newest run',
    started: 'started {{when}}',
  },
  views: {
    label: 'View',
    graph: 'Graph',
    grid: 'Grid',
    timeline: 'Timeline',
    table: 'Table',
    compare: 'Compare',
    unknown: 'There is no view {{view}}.',
    noRun: 'There is no run yet that could be shown here.',
  },
  node: {
    label: 'Node details',
    unknown: 'This run has no node {{node}}. It may have been renamed since.',
  },
} as const;
