/** What is said of runs. */
export const runsMessages = {
  last: 'Last runs, oldest first',
  lastOf_one: 'Last run',
  lastOf_other: 'Last {{count}} runs',
  success: '{{good}} of the last {{ended}} succeeded',
  run: 'Run',
  runOf: 'Run of {{when}}',
  goesOn: 'goes on from another run',
  firstOfVersion: '{{run}}, the first of a new version',
  failedAt: '{{node}} failed',
  stoppedAt: '{{node}} was stopped',
  chain: {
    label: 'Attempt {{place}} of {{length}}: runs that go on from each other',
    original: 'Original run',
    repair: 'Repair {{place}}',
    latest: 'Latest repair',
  },
  /** Names, each before what it names. */
  line: {
    started: 'Started',
    took: 'Took',
    runningFor: 'Running for',
    usually: ', usually {{duration}}',
    tooLong: 'Unusually long',
    overPromise: 'Longer than promised: at most {{promised}}',
    loaded: 'Loaded',
    rows_one: '{{number}} row',
    rows_other: '{{number}} rows',
    dpuHours: 'DPU hours',
    by: 'By',
    console: 'Run in the AWS console',
  },
  version: {
    isLimited: 'Only runs of one version are shown.',
    showAll: 'Show all runs',
    limit: 'Show only runs of this version',
  },
} as const;
