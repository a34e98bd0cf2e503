/** What is said of how much more can run at once. */
export const headroomMessages = {
  title: 'At once',
  runs: 'Runs of this workflow',
  account: 'In {{account}}',
  of: '{{running}} of at most {{most}}',
  unlimited: '{{running}}, without a maximum',
  load: '{{runs}} of workflows, {{jobs}} of jobs',
  full_one:
    '{{names}} runs as often as it may. A run that starts now fails there, or waits where the job queues its runs.',
  full_other:
    '{{names}} run as often as they may. A run that starts now fails there, or waits where the job queues its runs.',
  fleetTitle: 'What runs at once',
  locations: 'Accounts and regions',
  workflows: 'Workflows that start no further run now',
  scope:
    'Of the workflows that this portal reads. The quotas of an account are shown by Service Quotas in the AWS console.',
} as const;
