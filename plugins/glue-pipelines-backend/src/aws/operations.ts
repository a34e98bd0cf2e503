/** How people call the services that the portal calls. */
const SERVICES = {
  glue: 'AWS Glue',
  logs: 'CloudWatch Logs',
  redshift: 'Amazon Redshift',
  'redshift-serverless': 'Amazon Redshift Serverless',
  'redshift-data': 'the Amazon Redshift Data API',
} as const;

/** What an installation may leave out: each is a statement of the IAM policy. */
export type PolicyPart =
  | 'ReadWorkflows'
  | 'ListWorkflows'
  | 'ReadTriggers'
  | 'ReadCatalog'
  | 'ReadJobs'
  | 'ReadBookmarks'
  | 'ResetBookmarks'
  | 'ReadWarehouses'
  | 'StartRuns'
  | 'ChangeSchedules'
  | 'ReadLogs';

interface AwsOperation {
  /** The IAM action that allows it (Service Authorization Reference). */
  action: `${keyof typeof SERVICES}:${string}`;
  part: PolicyPart;
  /** Actions that AWS wants allowed besides, since it calls them itself. */
  alsoAllow?: readonly string[];
  /** What follows `arn:aws:<service>:<region>:<account>:` of what it is called on. */
  resource: string | readonly string[];
}

/** By these the Data API connects with the portal's role, as its own database user ("Authorizing access to the Amazon Redshift Data API", Management Guide). */
const CONNECTING = [
  'redshift:GetClusterCredentialsWithIAM',
  'redshift-serverless:GetCredentials',
] as const;

/** What Glue checks of who reads tables ("Data Catalog Amazon Resource Names", AWS Glue Developer Guide). */
const TABLES = ['catalog', 'database/*', 'table/*'] as const;

/**
 * Every operation that the plugin calls. Nothing else can be called, and the
 * IAM policy of the documentation is made of this list.
 */
export const OPERATIONS = {
  BatchGetWorkflows: {
    action: 'glue:BatchGetWorkflows',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  // A list has no resource.
  ListWorkflows: {
    action: 'glue:ListWorkflows',
    part: 'ListWorkflows',
    resource: '*',
  },
  GetTags: {
    action: 'glue:GetTags',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  GetWorkflowRun: {
    action: 'glue:GetWorkflowRun',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  GetWorkflowRuns: {
    action: 'glue:GetWorkflowRuns',
    part: 'ReadWorkflows',
    resource: 'workflow/*',
  },
  GetTrigger: {
    action: 'glue:GetTrigger',
    part: 'ReadTriggers',
    resource: 'trigger/*',
  },
  BatchGetCrawlers: {
    action: 'glue:BatchGetCrawlers',
    part: 'ReadCatalog',
    resource: 'crawler/*',
  },
  GetTables: {
    action: 'glue:GetTables',
    part: 'ReadCatalog',
    resource: TABLES,
  },
  GetTableVersions: {
    action: 'glue:GetTableVersions',
    part: 'ReadCatalog',
    resource: TABLES,
  },
  BatchGetJobs: {
    action: 'glue:BatchGetJobs',
    part: 'ReadJobs',
    resource: 'job/*',
  },
  // IAM knows no resource of these two: a statement for jobs would allow nothing
  // (Service Authorization Reference, "Actions defined by AWS Glue").
  GetJobBookmark: {
    action: 'glue:GetJobBookmark',
    part: 'ReadBookmarks',
    resource: '*',
  },
  ResetJobBookmark: {
    action: 'glue:ResetJobBookmark',
    part: 'ResetBookmarks',
    resource: '*',
  },
  DescribeClusters: {
    action: 'redshift:DescribeClusters',
    part: 'ReadWarehouses',
    resource: 'cluster:*',
  },
  GetWorkgroup: {
    action: 'redshift-serverless:GetWorkgroup',
    part: 'ReadWarehouses',
    resource: 'workgroup/*',
  },
  DescribeTable: {
    action: 'redshift-data:DescribeTable',
    part: 'ReadWarehouses',
    alsoAllow: CONNECTING,
    resource: '*',
  },
  ExecuteStatement: {
    action: 'redshift-data:ExecuteStatement',
    part: 'ReadWarehouses',
    alsoAllow: CONNECTING,
    resource: '*',
  },
  DescribeStatement: {
    action: 'redshift-data:DescribeStatement',
    part: 'ReadWarehouses',
    resource: '*',
  },
  GetStatementResult: {
    action: 'redshift-data:GetStatementResult',
    part: 'ReadWarehouses',
    resource: '*',
  },
  CancelStatement: {
    action: 'redshift-data:CancelStatement',
    part: 'ReadWarehouses',
    resource: '*',
  },
  StartWorkflowRun: {
    action: 'glue:StartWorkflowRun',
    part: 'StartRuns',
    resource: 'workflow/*',
  },
  ResumeWorkflowRun: {
    action: 'glue:ResumeWorkflowRun',
    part: 'StartRuns',
    resource: 'workflow/*',
  },
  StopWorkflowRun: {
    action: 'glue:StopWorkflowRun',
    part: 'StartRuns',
    resource: 'workflow/*',
  },
  StartTrigger: {
    action: 'glue:StartTrigger',
    part: 'ChangeSchedules',
    resource: 'trigger/*',
  },
  StopTrigger: {
    action: 'glue:StopTrigger',
    part: 'ChangeSchedules',
    resource: 'trigger/*',
  },
  DescribeLogStreams: {
    action: 'logs:DescribeLogStreams',
    part: 'ReadLogs',
    resource: 'log-group:/aws-glue/*',
  },
  FilterLogEvents: {
    action: 'logs:FilterLogEvents',
    part: 'ReadLogs',
    resource: 'log-group:/aws-glue/*',
  },
  GetLogEvents: {
    action: 'logs:GetLogEvents',
    part: 'ReadLogs',
    resource: 'log-group:/aws-glue/*',
  },
  GetJob: {
    action: 'glue:GetJob',
    part: 'ReadLogs',
    resource: 'job/*',
  },
  GetJobRun: {
    action: 'glue:GetJobRun',
    part: 'ReadLogs',
    resource: 'job/*',
  },
} as const satisfies Record<string, AwsOperation>;

export type OperationName = keyof typeof OPERATIONS;

/** The service of an operation as IAM writes it, e.g. `redshift-data`. */
export function servicePrefixOf(operation: OperationName) {
  const [prefix] = OPERATIONS[operation].action.split(':');
  return prefix as keyof typeof SERVICES;
}

/** The service of an operation as people call it. */
export function serviceOf(operation: OperationName): string {
  return SERVICES[servicePrefixOf(operation)];
}
