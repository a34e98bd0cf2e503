/** How people call the services that the portal calls. */
const SERVICES = {
  glue: 'AWS Glue',
  logs: 'CloudWatch Logs',
  redshift: 'Amazon Redshift',
  'redshift-serverless': 'Amazon Redshift Serverless',
  'redshift-data': 'the Amazon Redshift Data API',
} as const;

/** What an installation may leave out: each is a statement of the IAM policy. */
export type PolicyPart = 'ReadWorkflows' | 'ReadTriggers' | 'StartRuns';

interface AwsOperation {
  /** The IAM action that allows it (Service Authorization Reference). */
  action: `${keyof typeof SERVICES}:${string}`;
  part: PolicyPart;
  /** What follows `arn:aws:<service>:<region>:<account>:` of what it is called on. */
  resource: string;
}

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
} as const satisfies Record<string, AwsOperation>;

export type OperationName = keyof typeof OPERATIONS;

/** The service of an operation as people call it. */
export function serviceOf(operation: OperationName): string {
  const [service] = OPERATIONS[operation].action.split(':');
  return SERVICES[service as keyof typeof SERVICES];
}
