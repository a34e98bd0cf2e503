/** What is said of what starts a workflow by itself, and where that is paused. */
export const scheduleMessages = {
  pausedBy: 'Paused by {{who}} {{when}}: {{reason}}',
  pause: {
    open: 'Pause schedule',
    title: 'Pause the schedule of {{workflow}}?',
    underWay: 'Pausing…',
    refused: 'The schedule was not paused. {{reason}}',
    consequence:
      'Until it is resumed, only people start this workflow. A run that is under way goes on, and what the schedule misses is not caught up.',
    reason: 'Reason',
    reasonHelp: 'Shown with your name to who looks at this workflow',
  },
  resume: {
    open: 'Resume schedule',
    title: 'Resume the schedule of {{workflow}}?',
    underWay: 'Resuming…',
    refused: 'The schedule was not resumed. {{reason}}',
    consequence:
      'AWS starts the workflow by its schedule again. What it has missed is not caught up.',
    consequenceOf:
      'AWS starts the workflow by its schedule again: {{schedule}}. What it has missed is not caught up.',
  },
  obstacles: {
    noTrigger:
      'This workflow has no start trigger: nothing starts it, and nobody can.',
    neverActivated:
      'The schedule does not start this workflow: its trigger was created, but never activated.',
    changing: 'AWS is changing the schedule ({{state}}).',
    idle_one: 'The trigger {{names}} is not active: what it starts never runs.',
    idle_other:
      'The triggers {{names}} are not active: what they start never runs.',
    overdue: 'A run was due {{when}} and did not begin. {{cause}}',
    notActive:
      'The schedule does not start this workflow: its trigger is {{state}}.',
    notPausedHere:
      'The schedule does not start this workflow: its trigger is {{state}}. It was not paused in this portal, so the portal knows neither who did it nor why.',
  },
  causes: {
    limit:
      'As many runs were under way as the workflow allows at a time, so that AWS started no other.',
    'not-read': 'The portal has not read AWS since then: it may have begun.',
    unknown:
      'Nothing that the portal sees explains it: the trigger is active, and fewer runs were under way than the workflow allows. If the schedule was activated or changed only after that, all is well.',
  },
  why: {
    question: 'A run that you expected did not start?',
    trigger: 'Trigger',
    schedule: 'Schedule',
    wasDue: 'Was due',
    isDue: 'Is due',
    starts: 'Starts',
    runs: 'Runs',
    eachEvent: 'By each event',
    batch: 'By {{size}} events, or {{window}} after the first',
    limit: '{{active}} of {{most}} under way',
    noLimit: '{{active}} under way, without a limit',
    events:
      'The portal does not see the events. Look at the rule in Amazon EventBridge: whether it is enabled, whether it matched, and whether its role may call glue:notifyEvent for this workflow.',
    alone:
      'A job or crawler that a person, or a schedule of its own, starts alone is no part of a run: no trigger of the workflow follows it.',
  },
} as const;
