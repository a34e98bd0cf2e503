import { REGION } from './region';
import type { Rule } from './rule';

const PARTITION = 'aws(-[a-z]+)*';
const ACCOUNT = '[0-9]{12}';

export const ROLE_ARN_PATTERN = `^arn:${PARTITION}:iam::${ACCOUNT}:role/[A-Za-z0-9+=,.@_/-]{1,512}$`;
export const SECRET_ARN_PATTERN = `^arn:${PARTITION}:secretsmanager:${REGION}:${ACCOUNT}:secret:[A-Za-z0-9/_+=.@!-]{1,512}-[A-Za-z0-9]{6}$`;
export const WORKGROUP_ARN_PATTERN = `^arn:${PARTITION}:redshift-serverless:${REGION}:${ACCOUNT}:workgroup/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`;
export const TOPIC_ARN_PATTERN = `^arn:${PARTITION}:sns:${REGION}:${ACCOUNT}:[A-Za-z0-9_-]{1,256}$`;

const arnOf =
  (pattern: string, what: string, example: string): Rule =>
  value =>
    new RegExp(pattern, 'u').test(value)
      ? undefined
      : `${JSON.stringify(value)} is not the ARN of ${what}: write it as AWS shows it, for example ${example}`;

export const roleArnRules: Rule[] = [
  arnOf(
    ROLE_ARN_PATTERN,
    'a role',
    'arn:aws:iam::123456789012:role/redshift-copy',
  ),
];

export const secretArnRules: Rule[] = [
  arnOf(
    SECRET_ARN_PATTERN,
    'a secret, which ends in six letters or digits of its own',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:warehouse-admin-a1B2c3',
  ),
];

export const workgroupArnRules: Rule[] = [
  arnOf(
    WORKGROUP_ARN_PATTERN,
    'a workgroup, which ends in an id',
    'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  ),
];

export const topicArnRules: Rule[] = [
  arnOf(
    TOPIC_ARN_PATTERN,
    'a topic',
    'arn:aws:sns:eu-west-1:123456789012:data-alerts',
  ),
];
