import { REGION_PATTERN } from '@glue-pipelines/pipeline/region';

/** Longer than any region's name: what is longer is no region. */
const REGION_LENGTH = 32;
/** Longer than any partition's name. */
const PARTITION_LENGTH = 32;
/** How much of a text that is no ARN is repeated in the message. */
const SHOWN_LENGTH = 120;

/** How the regions of each partition but `aws` begin (partitions.json of the AWS SDKs). */
const REGION_PREFIXES: [string, string][] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

/**
 * The parts of `arn:<partition>:glue:<region>:<account>:workflow/<name>`.
 *
 * @public
 */
export interface WorkflowArn {
  arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  partition: string;
  region: string;
  /** 12 digits. */
  accountId: string;
  name: string;
}

/**
 * A text that is no ARN of a Glue workflow; the message names the part that is wrong.
 *
 * @public
 */
export class InvalidWorkflowArnError extends Error {
  constructor(text: string, problem: string) {
    super(
      `'${shortened(text)}' is not the ARN of a Glue workflow: ${problem}. Expected arn:aws:glue:<region>:<account>:workflow/<name>`,
    );
    this.name = 'InvalidWorkflowArnError';
  }
}

/**
 * A workflow has exactly one ARN that is accepted, so that it is stored once:
 * the partition has to be the region's.
 * @throws InvalidWorkflowArnError naming the wrong part
 *
 * @public
 */
export function parseWorkflowArn(text: string): WorkflowArn {
  const invalid = (problem: string) =>
    new InvalidWorkflowArnError(text, problem);
  const { partition, region, accountId, resource } = parseArnParts(
    text,
    'glue',
    invalid,
  );
  if (!resource.startsWith('workflow/')) {
    throw invalid(`'${shortened(resource)}' does not begin with 'workflow/'`);
  }
  const name = resource.slice('workflow/'.length);
  if (name.length < 1 || name.length > 255) {
    throw invalid('the name of the workflow must have 1 to 255 characters');
  }
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    throw invalid(
      'the name of the workflow must not contain line breaks or other control characters',
    );
  }
  if (name.trim() !== name) {
    throw invalid(
      'the name of the workflow must not begin or end with a space',
    );
  }
  return { arn: text, partition, region, accountId, name };
}

/** What every ARN has before its resource, and the resource as it is. */
interface ArnParts {
  partition: string;
  region: string;
  accountId: string;
  /** E.g. `workflow/covid-hiring`. */
  resource: string;
}

/**
 * The parts of `arn:<partition>:<service>:<region>:<account>:<resource>`; the
 * partition has to be the region's.
 * @throws what `invalid` makes of a sentence that names the wrong part
 *
 * @public
 */
export function parseArnParts(
  text: string,
  service: string,
  invalid: (problem: string) => Error,
): ArnParts {
  const [prefix, partition, itsService, region, accountId, ...rest] =
    text.split(':');

  if (prefix !== 'arn') {
    throw invalid(`it must begin with 'arn:'`);
  }
  if (
    !/^aws(-[a-z]+)*$/.test(partition ?? '') ||
    partition.length > PARTITION_LENGTH
  ) {
    throw invalid(
      `'${shortened(partition ?? '')}' is not a partition such as 'aws'`,
    );
  }
  if (itsService !== service) {
    throw invalid(
      `the service is '${shortened(itsService ?? '')}', not '${service}'`,
    );
  }
  if (!region) {
    throw invalid('the region is missing');
  }
  if (
    region.length > REGION_LENGTH ||
    !new RegExp(REGION_PATTERN).test(region)
  ) {
    throw invalid(`'${shortened(region)}' is not a region such as 'eu-west-1'`);
  }
  const itsPartition = partitionOf(region);
  if (partition !== itsPartition) {
    throw invalid(
      `the region '${region}' is in the partition '${itsPartition}', not '${partition}'`,
    );
  }
  if (!/^\d{12}$/.test(accountId ?? '')) {
    throw invalid(
      `'${shortened(accountId ?? '')}' is not an account id of 12 digits`,
    );
  }
  return { partition, region, accountId, resource: rest.join(':') };
}

/**
 * The partition of a region: `aws`, `aws-cn`, `aws-us-gov`, ...
 *
 * @public
 */
export function partitionOf(region: string): string {
  const special = REGION_PREFIXES.find(([prefix]) => region.startsWith(prefix));
  return special ? special[1] : 'aws';
}

/**
 * The beginning of a text that somebody wrote, for a message.
 *
 * @public
 */
export function shortened(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/**
 * What an annotation's list of ARNs says: the good ones, and why the others are not.
 *
 * @public
 */
export interface WorkflowArnList {
  workflows: WorkflowArn[];
  /** One sentence for each part that is no ARN of a workflow. */
  problems: string[];
}

/**
 * Parses the value of `aws.amazon.com/glue-workflow-arn`: ARNs separated by
 * commas or whitespace, each counted once. One bad part does not hide the rest.
 *
 * Names of workflows may contain spaces: whitespace separates only where
 * another ARN follows.
 *
 * @public
 */
export function parseWorkflowArnList(value: string | undefined) {
  const list: WorkflowArnList = { workflows: [], problems: [] };
  const parts = new Set(
    (value ?? '')
      .split(/,|\s+(?=arn:)/)
      .map(part => part.trim())
      .filter(Boolean),
  );
  for (const part of parts) {
    try {
      list.workflows.push(parseWorkflowArn(part));
    } catch (error) {
      if (!(error instanceof InvalidWorkflowArnError)) {
        throw error;
      }
      list.problems.push(error.message);
    }
  }
  return list;
}

const CONSOLE_DOMAINS: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** AWS gives no account this id; endpoints that stand in for AWS do. */
const NO_ACCOUNT = '000000000000';

function consolePage(
  workflow: WorkflowArn,
  app: 'glue' | 'gluestudio' | 'cloudwatch',
  page: string,
): string | undefined {
  const { partition, region, accountId } = workflow;
  if (accountId === NO_ACCOUNT) {
    return undefined;
  }
  const domain = CONSOLE_DOMAINS[partition] ?? CONSOLE_DOMAINS.aws;
  return `https://${region}.${domain}/${app}/home?region=${region}#${page}`;
}

/**
 * The workflow's page in the AWS console; absent where AWS has no such account.
 *
 * @public
 */
export function workflowConsoleUrl(workflow: WorkflowArn): string | undefined {
  const name = encodeURIComponent(workflow.name);
  return consolePage(
    workflow,
    'glue',
    `/v2/etl-configuration/workflows/view/${name}`,
  );
}

/**
 * A workflow run's page in the AWS console; absent where AWS has no such account.
 *
 * @public
 */
export function runConsoleUrl(
  workflow: WorkflowArn,
  runId: string,
): string | undefined {
  const name = encodeURIComponent(workflow.name);
  return consolePage(
    workflow,
    'glue',
    `/v2/etl-configuration/workflows/run/${name}?runId=${encodeURIComponent(runId)}`,
  );
}

/**
 * A job run's page in the AWS console; the job is in the workflow's account and
 * region. Absent where AWS has no such account.
 *
 * @public
 */
export function jobRunConsoleUrl(
  workflow: WorkflowArn,
  jobName: string,
  jobRunId: string,
): string | undefined {
  return consolePage(
    workflow,
    'gluestudio',
    `/job/${encodeURIComponent(jobName)}/run/${encodeURIComponent(jobRunId)}`,
  );
}

/**
 * A crawler's page in the AWS console; absent where AWS has no such account.
 *
 * @public
 */
export function crawlerConsoleUrl(
  workflow: WorkflowArn,
  crawlerName: string,
): string | undefined {
  return consolePage(
    workflow,
    'glue',
    `/v2/data-catalog/crawlers/view/${encodeURIComponent(crawlerName)}`,
  );
}

/**
 * A log group in the AWS console, or one of its streams; absent where AWS has
 * no such account. CloudWatch encodes names twice and writes `$` instead of `%`.
 *
 * @public
 */
export function logConsoleUrl(
  workflow: WorkflowArn,
  logGroup: string,
  logStream?: string,
): string | undefined {
  const encode = (name: string) =>
    encodeURIComponent(encodeURIComponent(name)).replace(/%/g, '$');
  const group = `logsV2:log-groups/log-group/${encode(logGroup)}`;
  return consolePage(
    workflow,
    'cloudwatch',
    logStream === undefined
      ? group
      : `${group}/log-events/${encode(logStream)}`,
  );
}
