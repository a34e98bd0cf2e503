import { AwsError } from '../../../base/AwsError';
import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import {
  findNamespace,
  namespaceOutput,
  namespaceWarehouse,
} from '../Namespace';

/** Its databases go with it (Amazon Redshift Serverless API Reference, "DeleteNamespace"); without a final snapshot, which is not made here. */
export const DeleteNamespace = serverlessOperation<{ namespaceName: string }>({
  name: 'DeleteNamespace',
  async handle(input, context) {
    checkMembers({ ...input }, { namespaceName: 'string!' });
    const { namespaceName } = input;
    const namespace = findNamespace(context, namespaceName);
    const user = context.workgroups
      .list()
      .find(workgroup => workgroup.namespaceName === namespaceName);
    if (user) {
      throw new AwsError(
        'ConflictException',
        `The namespace "${namespaceName}" is in use by the workgroup "${user.workgroupName}": delete that first.`,
      );
    }
    context.namespaces.delete(namespaceName);
    await context.warehouses.delete(namespaceWarehouse(namespace));
    return { namespace: namespaceOutput(namespace) };
  },
});
