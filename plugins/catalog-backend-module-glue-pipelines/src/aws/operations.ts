/**
 * Every operation that discovery calls, with the IAM action that allows it and
 * what follows `arn:aws:<service>:<region>:<account>:` of what it is called on
 * (Service Authorization Reference). The IAM policy of the documentation is
 * made of this list.
 */
export const OPERATIONS = {
  // Lists have no resource.
  ListWorkflows: {
    action: 'glue:ListWorkflows',
    part: 'ListWorkflows',
    resource: '*',
  },
  BatchGetWorkflows: {
    action: 'glue:BatchGetWorkflows',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  GetTags: {
    action: 'glue:GetTags',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  BatchGetCrawlers: {
    action: 'glue:BatchGetCrawlers',
    part: 'ReadLineage',
    resource: 'crawler/*',
  },
  BatchGetJobs: {
    action: 'glue:BatchGetJobs',
    part: 'ReadLineage',
    resource: 'job/*',
  },
  GetTables: {
    action: 'glue:GetTables',
    part: 'ReadTables',
    resource: ['catalog', 'database/*', 'table/*'],
  },
} as const;

export type OperationName = keyof typeof OPERATIONS;
