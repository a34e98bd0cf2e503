/** What is said where a run is started, or cannot be. */
export const startMessages = {
  open: 'Start run',
  again: 'Run again',
  everythingAgain: 'Run everything again',
  title: 'Start {{workflow}}',
  refused: 'The run was not started. {{reason}}',
  underWay_one: 'A run is under way already.',
  underWay_other: '{{count}} runs are under way already.',
  properties: 'Run properties',
  noProperties: 'This workflow has no default properties.',
  asIn: 'Properties as in',
  defaults: "The workflow's defaults",
  name: 'Name',
  value: 'Value',
  newProperty: 'new property',
  nameLabel: 'Name of {{property}}',
  valueLabel: 'Value of {{property}}',
  remove: 'Remove {{property}}',
  add: 'Add property',
  noSecrets:
    'Properties are stored with the run and shown to everyone who may see it. Never put secrets here: use Secrets Manager.',
  confirm: 'Start',
  starting: 'Starting…',
  problems: {
    noName: 'Give this value a name',
    tooLong: 'At most {{most}} characters',
    twice: '{{property}} is above already',
  },
  reasons: {
    unknown: 'Whether you may start runs could not be found out: {{reason}}',
    denied:
      'You may not start runs of this entity: the permission {{permission}} is missing.',
    missing: 'AWS Glue has no such workflow: there is nothing to start.',
    limit_one: 'A run is under way, and the workflow allows one at a time.',
    limit_other:
      '{{count}} runs are under way, as many as the workflow allows at a time.',
  },
} as const;
