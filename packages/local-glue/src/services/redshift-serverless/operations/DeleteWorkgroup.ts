import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findWorkgroup, workgroupOutput } from '../Workgroup';

export const DeleteWorkgroup = serverlessOperation<{ workgroupName: string }>({
  name: 'DeleteWorkgroup',
  handle(input, context) {
    checkMembers({ ...input }, { workgroupName: 'string!' });
    const workgroup = findWorkgroup(context, input.workgroupName);
    context.workgroups.delete(input.workgroupName);
    return { workgroup: workgroupOutput(workgroup) };
  },
});
