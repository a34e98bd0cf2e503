/** What is said before a pipeline is removed from the portal. */
export const removeMessages = {
  open: 'Remove from the portal…',
  title: 'Remove {{workflow}} from the portal?',
  goesOnByEvents:
    'AWS goes on starting this workflow by its events, and nobody sees it here any more. Pause it or destroy the stack first.',
  goesOnBySchedule:
    'AWS goes on starting this workflow by its schedule, and nobody sees it here any more. Pause it or destroy the stack first.',
  goes: {
    title: 'What goes',
    entity: '{{entity}} from the catalog, with this page',
    history:
      'the history of its runs in the portal, after 30 days unless the portal is configured otherwise, if no other entity names the workflow',
  },
  stays: {
    title: 'What stays',
    aws: 'everything in AWS account {{account}}: the workflow, its jobs and crawlers, the data and the warehouse, and what they cost',
    repository: 'the repository, and the file that describes the entity',
  },
  fromAws: {
    title: 'To remove it from AWS, too',
    how: 'In the repository of a pipeline that was made here; buckets and databases stay, as its README says. Other workflows are removed by what has made them.',
    command: 'command',
  },
  confirm: 'Go on to removing',
} as const;
