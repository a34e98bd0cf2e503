import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import {
  findWorkgroup,
  Workgroup,
  workgroupEndpoint,
  workgroupOutput,
} from '../Workgroup';
import { WorkgroupInput, workgroupMembers } from './CreateWorkgroup';

/** Changes the members that are given. */
export const UpdateWorkgroup = serverlessOperation<WorkgroupInput>({
  name: 'UpdateWorkgroup',
  handle(input, context) {
    checkMembers(
      { ...input },
      { workgroupName: 'string!', ...workgroupMembers },
    );
    const { workgroupName } = input;
    const before = findWorkgroup(context, workgroupName);
    const port = input.port ?? before.port;
    const workgroup: Workgroup = {
      ...before,
      port,
      endpoint: workgroupEndpoint(workgroupName, port, context),
      baseCapacity: input.baseCapacity ?? before.baseCapacity,
      maxCapacity: input.maxCapacity ?? before.maxCapacity,
      configParameters: input.configParameters ?? before.configParameters,
      enhancedVpcRouting: input.enhancedVpcRouting ?? before.enhancedVpcRouting,
      publiclyAccessible: input.publiclyAccessible ?? before.publiclyAccessible,
      securityGroupIds: input.securityGroupIds ?? before.securityGroupIds,
      subnetIds: input.subnetIds ?? before.subnetIds,
    };
    context.workgroups.put(workgroupName, workgroup);
    return { workgroup: workgroupOutput(workgroup) };
  },
});
