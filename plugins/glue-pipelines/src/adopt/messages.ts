/** What leads a workflow of AWS into the portal. */
export const adoptMessages = {
  open: 'Add a workflow',
  close: 'Close',
  arn: 'ARN of the workflow',
  arnHelp:
    'As the AWS console and aws glue get-workflow have it: arn:aws:glue:<region>:<account>:workflow/<name>',
  unnamed_one:
    '{{count}} workflow of the accounts that the portal reads belongs to no entity: choose it here.',
  unnamed_other:
    '{{count}} workflows of the accounts that the portal reads belong to no entity: choose one here.',
  allNamed:
    'Every workflow of the accounts that the portal reads belongs to an entity.',
  unreadable: '{{place}} could not be listed: {{problem}}',
  known: 'The portal has this workflow already: {{entities}}',
  belongsTo: 'It belongs to',
  newComponent: 'A new component',
  existing: 'An entity of the catalog',
  componentName: 'Name of the component',
  componentHelp: 'Letters and digits, with - _ . between them',
  entity: 'Entity',
  entityHelp: 'For example component:default/covid-hiring',
  owner: 'Owner',
  ownerHelp:
    'A group or user of the catalog, for example group:default/data-engineering',
  badName:
    'A name has letters and digits, with single - _ . between them, at most {{most}}',
  commit: 'Commit this file to a repository, and {{register}} by its address.',
  register: 'register it',
  annotate:
    'Add the annotation to the file of {{entity}}. Where it has {{annotation}} already, append the ARN after a comma.',
  tag: 'Let the workflow say whose it is, by its tag {{tag}}: without it nobody starts it from here. Where a stack of CloudFormation or CDK makes the workflow, set the tag there, or the next deployment may take it away.',
  annotation: 'annotation',
  command: 'command',
  copy: 'Copy {{what}}',
} as const;
