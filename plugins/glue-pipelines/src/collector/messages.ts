/** How the portal reads AWS. */
export const collectorMessages = {
  title: 'How AWS is read',
  loading: 'Loading how AWS is read',
  locations: 'Accounts and regions',
  none: 'Nothing is collected yet: no entity names a workflow.',
  since:
    'Calls are those of the back end that answered, since it started {{when}}.',
  lastRead: 'Last read',
  never: 'never',
  workflows: 'Workflows',
  counts: '{{workflows}}, of which {{active}} with a run',
  calls: 'Calls to AWS',
  trouble: 'In trouble',
  newestFailure: 'Newest failure',
  failedAt: 'It was',
  health: {
    unused: 'No entity names a workflow there',
    nothing: 'Nothing can be read',
    some: '{{failing}} of {{workflows}} cannot be read',
    notYet: 'Not read yet',
    behind: '{{duration}} behind',
    upToDate: 'Up to date',
  },
  outcomes: {
    ok: '{{what}} answered',
    throttled: '{{what}} throttled',
    denied: '{{what}} denied',
    unreachable: '{{what}} without an answer',
    'not-found': '{{what}} not found',
    error: '{{what}} failed',
  },
} as const;
