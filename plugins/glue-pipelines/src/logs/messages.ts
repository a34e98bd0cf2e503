/** What is said where a log is read. */
export const logsMessages = {
  title: 'Log of {{node}}',
  open: 'Show log',
  close: 'Close',
  denied: 'You may not read logs: the permission {{permission}} is missing.',
  deniedOfNode:
    'You may not read the log of {{node}}: the permission {{permission}} is missing.',
  noAttempt: 'This run has no attempt {{attempt}} whose log could be shown.',
  attempt: 'Attempt',
  attemptOf: '{{attempt}} of {{attempts}}',
  lines: {
    label: 'Lines of the log',
    older: 'Older lines',
    more: 'More lines',
    cut: ' … (cut)',
    missing:
      'The line of this link is not in the log. CloudWatch keeps lines only for the retention of their log group.',
  },
  chosen: {
    title: 'The line of {{moment}}',
    copyLink: 'Copy link to this line',
    copied: 'Copied.',
    notCopied: 'This browser lets no page copy: the address above is the link.',
    around: 'Show what is around it',
  },
  state: {
    reading: 'Reading…',
    nothingFound: 'No line contains “{{search}}”.',
    empty: 'Nothing has been written yet.',
    found_one: '{{number}} line with “{{search}}”.',
    found_other: '{{number}} lines with “{{search}}”.',
    most_one: '{{number}} line, which is as many as are shown at once.',
    most_other: '{{number}} lines, which is as many as are shown at once.',
    complete_one: '{{number}} line.',
    complete_other: '{{number}} lines.',
    growing_one: '{{number}} line. New ones follow by themselves.',
    growing_other: '{{number}} lines. New ones follow by themselves.',
  },
  /** Why no line is there. */
  empty: {
    'never-began': 'It never began, so that it wrote nothing.',
    waiting: 'It waits to begin, and has not written anything yet.',
    'nothing-yet': 'It has not written anything yet.',
    'just-ended':
      'It has just ended, and CloudWatch has nothing of it yet. Look again in a minute.',
    'no-log':
      'CloudWatch has no log of it in {{groups}}. Either nothing was written, or its role may not write logs (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents), or the log was deleted, or is older than the log group keeps it.',
    'executors-only':
      'There are only logs of executors. Choose one of the streams.',
    'no-stream': 'There is no such stream of it. Choose one of the streams.',
    'none-found':
      'No line contains the text, with these capitals and small letters.',
    'none-found-yet':
      'No line so far contains the text. Go on to search the rest.',
    'no-more': 'There are no more lines.',
    'no-more-yet': 'There are no more lines so far.',
    'none-in-time': 'No line was written in this time.',
    'empty-streams':
      'Its streams are empty. Either nothing was written, or it is older than the log group keeps it.',
  },
  follow: 'Follow',
  download: 'Download',
  stopDownload: 'Stop the download',
  openInCloudWatch: 'Open in CloudWatch',
  search: 'Only lines with',
  find: 'Find',
  writer: 'Written by',
  driver: 'The driver',
  /** A stream of the log, by whom it was written. */
  stream: '{{kind}}, {{part}} {{name}}',
  kinds: {
    output: 'output',
    error: 'error',
    continuous: 'continuous',
    crawler: 'crawler',
  },
  parts: {
    driver: 'driver',
    executor: 'executor',
    progress: 'progress',
    insights: 'insights',
  },
  wrap: 'Wrap',
  utc: 'UTC',
} as const;
