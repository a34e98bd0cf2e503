/** What is said where a run is stopped. */
export const stopMessages = {
  open: 'Stop run',
  title: 'Stop the run of {{workflow}}?',
  refused: 'The run was not stopped. {{reason}}',
  consequence:
    'AWS ends its jobs and crawlers, and starts no further ones. Nothing is taken back: what they have written stays, and a load that is under way may or may not have taken effect.',
  keep: 'Let it run',
  confirm: 'Stop run',
  underWay: 'Stopping…',
} as const;
