/** What is said of what should be put right. */
export const hygieneMessages = {
  title: 'What to put right',
  loading: 'Loading what to put right',
  only: 'Only workflows with',
  all: 'Anything',
  findings: {
    'ending-version': 'Glue version that ends',
    'no-owner': 'No owner',
    'nobody-told': 'Nobody is told of failures',
    'no-promise': 'No promise of freshness',
    'never-run': 'Never run',
    'not-run-lately': 'Not run for 30 days',
    'no-tags': 'No tags',
  },
  remedies: {
    'ending-version': 'Move the jobs to a newer version of Glue.',
    'no-owner': 'Set spec.owner of the entity.',
    'nobody-told':
      'Set the tag glue-pipelines.io/entity of the workflow to the entity, so that its owner gets notifications.',
    'no-promise':
      'Set the annotation glue-pipelines.io/freshness of the entity, such as P1D.',
    'never-run': 'Start it, or remove it.',
    'not-run-lately': 'Find out whether it is still wanted.',
    'no-tags': 'Set metadata.tags of the entity.',
  },
  workflow: 'Workflow',
  found: 'Found',
  lastRun: 'Last run',
  version:
    'Glue {{version}}: {{jobs}}. Support ends {{support}}, jobs start until {{life}}.',
  versionsFrom: 'Dates from the AWS Glue version support policy',
  summary: '{{found}} with something to put right, {{kept}} well kept.',
  withheld: '{{workflows}} cannot be shown: you may not see them.',
  nothing: 'Nothing to put right',
  nothingHelp: 'No workflow that the filters let pass has this.',
} as const;
