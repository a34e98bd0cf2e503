/** What is said of a workflow day by day. */
export const calendarMessages = {
  title: 'Day by day',
  hint: 'The last three months, and when the result was ready.',
  label: 'Days with runs, by week',
  none: 'No run succeeded in this time, so no result was ready.',
  zone: 'Times are those of {{zone}}.',
  landing:
    'Ready by {{usual}} on half of the days; latest at {{latest}}, on {{date}}.',
  date: '{{weekday}} {{date}}',
  day: '{{date}}: {{runs}}',
  noRun: '{{date}}: no run',
  runs_one: '{{count}} run',
  runs_other: '{{count}} runs',
  succeeded: '{{number}} succeeded',
  failed: '{{number}} failed',
  readyAt: 'ready at {{time}}',
} as const;
