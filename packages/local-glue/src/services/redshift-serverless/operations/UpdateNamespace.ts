import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findNamespace, namespaceOutput } from '../Namespace';
import { NamespaceInput } from './CreateNamespace';

/** Changes the members that are given; the database cannot be changed. */
export const UpdateNamespace = serverlessOperation<NamespaceInput>({
  name: 'UpdateNamespace',
  handle(input, context) {
    checkMembers(
      { ...input },
      { namespaceName: 'string!', iamRoles: 'list', logExports: 'list' },
    );
    const before = findNamespace(context, input.namespaceName);
    const namespace = {
      ...before,
      adminUsername: input.adminUsername ?? before.adminUsername,
      defaultIamRoleArn: input.defaultIamRoleArn ?? before.defaultIamRoleArn,
      iamRoles: input.iamRoles ?? before.iamRoles,
      kmsKeyId: input.kmsKeyId ?? before.kmsKeyId,
      logExports: input.logExports ?? before.logExports,
    };
    context.namespaces.put(input.namespaceName, namespace);
    return { namespace: namespaceOutput(namespace) };
  },
});
