/** What is said of why a run failed. */
export const failureMessages = {
  details: 'Show details',
  log: 'Log',
  logLine: 'Show this line in the log',
  logUnread: 'It could not be read: {{reason}}',
  notReached: 'Not reached',
  andMore_one: '{{names}} and {{count}} more',
  andMore_other: '{{names}} and {{count}} more',
  before: 'Before',
  history: {
    isNew: 'The run before it did not fail.',
    goesOn_one: 'The run before it failed, too.',
    goesOn_other: 'The {{count}} runs before it failed, too.',
    nodeToo: '{{node}} failed in it.',
    nodeNot: '{{node}} did not fail in it.',
    nodeInSome: '{{node}} failed in {{times}} of the {{runs}} runs before.',
    nodeInNone: '{{node}} failed in none of the {{runs}} runs before.',
  },
} as const;
