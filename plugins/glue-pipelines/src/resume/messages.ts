/** What is said where a run is resumed. */
export const resumeMessages = {
  open: 'Resume run',
  openFailed: 'Resume from what failed',
  title: 'Resume the run of {{workflow}}',
  refused: 'The run was not resumed. {{reason}}',
  from: 'Go on from',
  again: 'Runs again',
  none: 'Choose at least one',
  consequence:
    'A new run begins with the properties of this one. What succeeded before these nodes is not done again.',
  confirm: 'Resume',
  resuming: 'Resuming…',
} as const;
