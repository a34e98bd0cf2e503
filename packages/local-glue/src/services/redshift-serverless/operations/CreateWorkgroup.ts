import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../base/AwsError';
import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { checkServerlessName, findNamespace } from '../Namespace';
import { Workgroup, workgroupEndpoint, workgroupOutput } from '../Workgroup';
import { ownWorkgroup } from '../../../warehouse/Warehouses';

export interface WorkgroupInput {
  workgroupName: string;
  namespaceName?: string;
  baseCapacity?: number;
  maxCapacity?: number;
  configParameters?: Workgroup['configParameters'];
  enhancedVpcRouting?: boolean;
  port?: number;
  publiclyAccessible?: boolean;
  securityGroupIds?: string[];
  subnetIds?: string[];
}

/** Members of CreateWorkgroup and UpdateWorkgroup besides the names. */
export const workgroupMembers = {
  baseCapacity: 'number',
  maxCapacity: 'number',
  configParameters: 'list',
  enhancedVpcRouting: 'boolean',
  port: 'number',
  publiclyAccessible: 'boolean',
  securityGroupIds: 'list',
  subnetIds: 'list',
} as const;

export const CreateWorkgroup = serverlessOperation<WorkgroupInput>({
  name: 'CreateWorkgroup',
  handle(input, context) {
    checkMembers(
      { ...input },
      {
        workgroupName: 'string!',
        namespaceName: 'string!',
        ...workgroupMembers,
      },
    );
    const { workgroupName, namespaceName = '', port = 5439 } = input;
    checkServerlessName('workgroupName', workgroupName);
    findNamespace(context, namespaceName);
    const existing = context.workgroups.list();
    if (
      workgroupName === ownWorkgroup ||
      existing.some(other => other.workgroupName === workgroupName)
    ) {
      throw new AwsError(
        'ConflictException',
        `The workgroup "${workgroupName}" exists already.`,
      );
    }
    const user = existing.find(other => other.namespaceName === namespaceName);
    if (user) {
      throw new AwsError(
        'ConflictException',
        `The namespace "${namespaceName}" has the workgroup "${user.workgroupName}" already; a namespace has one.`,
      );
    }
    const workgroupId = randomUUID();
    const workgroup: Workgroup = {
      workgroupArn: `arn:aws:redshift-serverless:${context.region}:${context.accountId}:workgroup/${workgroupId}`,
      workgroupId,
      workgroupName,
      namespaceName,
      baseCapacity: input.baseCapacity ?? 128,
      maxCapacity: input.maxCapacity,
      configParameters: input.configParameters ?? [],
      endpoint: workgroupEndpoint(workgroupName, port, context),
      enhancedVpcRouting: input.enhancedVpcRouting ?? false,
      port,
      publiclyAccessible: input.publiclyAccessible ?? false,
      securityGroupIds: input.securityGroupIds ?? [],
      subnetIds: input.subnetIds ?? [],
      status: 'AVAILABLE',
      createdAt: Date.now(),
    };
    context.workgroups.put(workgroupName, workgroup);
    return { workgroup: workgroupOutput(workgroup) };
  },
});
