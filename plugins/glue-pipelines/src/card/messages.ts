/** What the card on the overview of an entity says. */
export const cardMessages = {
  title: 'Glue workflow',
  toTab: 'View runs',
  loading: 'Loading workflows',
  none: 'The annotation of this entity names no workflow that can be shown.',
  lastRun: 'Last run',
  never: 'Never',
  success: 'Success',
  failedAt: 'Failed at',
  stoppedAt: 'Stopped at',
  nextRun: 'Next run',
} as const;
