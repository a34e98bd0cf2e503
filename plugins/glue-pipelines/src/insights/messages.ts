/** What is said of what Glue found out about a job that failed. */
export const insightsMessages = {
  title: 'Insights',
  hint: 'where the script was when it failed',
  script: 'Script',
  failedAt: 'Failed in line {{line}}',
  lastExecuted: 'Called from line {{line}}',
  reason: 'Error',
  events: 'What failed beneath it, oldest first',
  event: '{{when}}: {{what}}',
  onExecutor: '{{what}} on executor {{executor}}',
  reasonOf: '{{what}}: {{reason}}',
  recommendations: 'What Glue recommends',
  absent: {
    'not-failed':
      'Glue writes insights of jobs that fail. This one did not fail.',
    'not-written':
      'Glue has written none: either the job does not ask for them (set its argument --enable-job-insights to true), or Glue found nothing, or they are still on their way or no longer kept.',
  },
} as const;
