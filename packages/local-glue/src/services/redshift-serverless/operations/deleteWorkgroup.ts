import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findWorkgroup, workgroupOutput, workgroups } from '../Workgroup';

export const deleteWorkgroup: Operation<{ workgroupName: string }> = {
  name: 'DeleteWorkgroup',
  handle(input, context) {
    checkMembers({ ...input }, { workgroupName: 'string!' });
    const workgroup = findWorkgroup(context, input.workgroupName);
    workgroups(context).delete(input.workgroupName);
    return { workgroup: workgroupOutput(workgroup) };
  },
};
