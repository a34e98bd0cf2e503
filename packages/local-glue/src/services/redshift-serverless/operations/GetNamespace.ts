import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { findNamespace, namespaceOutput } from '../Namespace';

export const GetNamespace = serverlessOperation<{ namespaceName: string }>({
  name: 'GetNamespace',
  handle(input, context) {
    checkMembers({ ...input }, { namespaceName: 'string!' });
    const namespace = findNamespace(context, input.namespaceName);
    return { namespace: namespaceOutput(namespace) };
  },
});
