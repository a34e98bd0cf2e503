import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A service of AWS that may assume a role, or use what a policy is of, for
 * resources of this account only (IAM User Guide, "The confused deputy
 * problem"). Redshift is not among those whose documents say that they tell the
 * account, so that its role has no such condition.
 *
 * @param sources - which of its resources, where the service tells them
 */
export const serviceOf = (
  scope: Construct,
  service:
    'cloudwatch' | 'events' | 'glue' | 'lambda' | 'scheduler' | 'vpc-flow-logs',
  sources?: { service: string; resource: string },
) =>
  new iam.ServicePrincipal(`${service}.amazonaws.com`, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
      ...(sources && {
        ArnLike: {
          'aws:SourceArn': Stack.of(scope).formatArn({
            ...sources,
            resourceName: '*',
          }),
        },
      }),
    },
  });
