import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findWorkgroup, workgroupOutput } from '../Workgroup';

export const GetWorkgroup = serverlessOperation<{ workgroupName: string }>({
  name: 'GetWorkgroup',
  handle(input, context) {
    checkMembers({ ...input }, { workgroupName: 'string!' });
    const workgroup = findWorkgroup(context, input.workgroupName);
    return { workgroup: workgroupOutput(workgroup) };
  },
});
