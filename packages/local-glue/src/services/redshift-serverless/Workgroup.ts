import type { Account } from '../../base/Account';
import type { RedshiftResources } from '../../store/RedshiftResources';
import { AwsError } from '../../base/AwsError';

/** A workgroup, as the API describes it. */
export interface Workgroup {
  workgroupArn: string;
  workgroupId: string;
  workgroupName: string;
  namespaceName: string;
  /** In Redshift processing units; it sizes nothing here. */
  baseCapacity: number;
  maxCapacity?: number;
  configParameters: { parameterKey: string; parameterValue: string }[];
  endpoint: { address: string; port: number; vpcEndpoints: [] };
  enhancedVpcRouting: boolean;
  port: number;
  publiclyAccessible: boolean;
  securityGroupIds: string[];
  subnetIds: string[];
  status: 'AVAILABLE';
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** Throws ResourceNotFoundException. */
export function findWorkgroup(
  { workgroups }: { workgroups: RedshiftResources<Workgroup> },
  name: string,
): Workgroup {
  const workgroup = workgroups.get(name);
  if (workgroup) return workgroup;
  throw new AwsError(
    'ResourceNotFoundException',
    `There is no workgroup "${name}".`,
  );
}

export function workgroupOutput({ createdAt, ...workgroup }: Workgroup) {
  return { ...workgroup, creationDate: new Date(createdAt) };
}

/** Where JDBC clients would find it: the name in it is how connections say which workgroup they mean. */
export function workgroupEndpoint(
  name: string,
  port: number,
  { accountId, region }: Account,
): Workgroup['endpoint'] {
  return {
    address: `${name}.${accountId}.${region}.redshift-serverless.amazonaws.com`,
    port,
    vpcEndpoints: [],
  };
}
