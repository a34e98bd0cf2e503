import { ArnFormat, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { sendStatements } from './dataApi';
import type { Grant } from './grants';
import { serviceOf } from './serviceOf';

export const createLoadRole = (scope: Construct) =>
  new iam.Role(scope, 'LoadRole', {
    assumedBy: serviceOf(scope, 'glue'),
    description: 'Job load',
  });

/**
 * What the load asks of a workgroup: statements of its own, as the database
 * user of its role. The Data API needs no network and no password.
 */
export const useWorkgroup = (workgroupArn: string): Grant[] =>
  sendStatements(
    workgroupArn,
    'redshift-data:BatchExecuteStatement',
    'redshift-serverless:GetCredentials',
  );

/** The same for a cluster, whose credentials are for one database (Service Authorization Reference, "Amazon Redshift"). */
export const useCluster = (
  stack: Stack,
  cluster: string,
  database: string,
): Grant[] => [
  ...sendStatements(
    clusterArn(stack, cluster),
    'redshift-data:BatchExecuteStatement',
  ),
  {
    actions: ['redshift:GetClusterCredentialsWithIAM'],
    resources: [
      stack.formatArn({
        service: 'redshift',
        resource: 'dbname',
        resourceName: `${cluster}/${database}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
  },
];

export const clusterArn = (stack: Stack, cluster: string) =>
  stack.formatArn({
    service: 'redshift',
    resource: 'cluster',
    resourceName: cluster,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
