import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findNamespace, namespaceOutput } from '../Namespace';

export const getNamespace: Operation<{ namespaceName: string }> = {
  name: 'GetNamespace',
  handle(input, context) {
    checkMembers({ ...input }, { namespaceName: 'string!' });
    const namespace = findNamespace(context, input.namespaceName);
    return { namespace: namespaceOutput(namespace) };
  },
};
