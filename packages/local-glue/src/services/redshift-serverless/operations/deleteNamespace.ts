import { AwsError } from '../../../protocol/errors';
import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { findNamespace, namespaceOutput, namespaces } from '../Namespace';
import { workgroups } from '../Workgroup';

/** The database stays: the warehouse of this machine is shared by all namespaces. */
export const deleteNamespace: Operation<{ namespaceName: string }> = {
  name: 'DeleteNamespace',
  handle(input, context) {
    checkMembers({ ...input }, { namespaceName: 'string!' });
    const { namespaceName } = input;
    const namespace = findNamespace(context, namespaceName);
    const user = workgroups(context)
      .list()
      .find(workgroup => workgroup.namespaceName === namespaceName);
    if (user) {
      throw new AwsError(
        'ConflictException',
        `The namespace "${namespaceName}" is in use by the workgroup "${user.workgroupName}": delete that first.`,
      );
    }
    namespaces(context).delete(namespaceName);
    return { namespace: namespaceOutput(namespace) };
  },
};
