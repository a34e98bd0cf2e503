/** What is said of how far a job has read. */
export const bookmarksMessages = {
  title: 'Bookmark',
  hint: 'how far the job has read',
  leftBy: 'Left by run',
  leftByRun: '{{run}} of the job',
  jobRun: 'Job run',
  changes: 'Changes',
  denied: 'You may not reset it: the permission {{permission}} is missing.',
  off: 'Bookmarks are off for this job: each run reads everything.',
  unknown: 'Whether the job uses its bookmark shows once it has run.',
  everything: 'The next run reads everything.',
  paused:
    'Each run reads what came after the bookmark, which stays where it is.',
  newer: 'The next run reads what came after the last one.',
  reset: {
    open: 'Reset the bookmark',
    title: 'Reset the bookmark of {{job}}?',
    refused: 'The bookmark was not reset. {{reason}}',
    choice: 'What the next run reads again',
    last: 'The next run reads again what the last one read',
    everything: 'The next run reads everything again, from the beginning',
    consequence:
      'Nothing starts now. What is read again is also written again: a job that only adds rows adds them twice. The place up to which the job has read is forgotten and does not come back.',
    keep: 'Keep it',
    confirm: 'Reset',
    underWay: 'Resetting…',
  },
} as const;
