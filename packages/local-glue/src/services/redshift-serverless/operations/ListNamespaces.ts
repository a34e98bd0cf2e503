import { serverlessOperation } from '../operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { namespaceOutput } from '../Namespace';

interface Input {
  maxResults?: number;
  nextToken?: string;
}

export const ListNamespaces = serverlessOperation<Input>({
  name: 'ListNamespaces',
  handle({ nextToken: token, maxResults }, context) {
    const all = context.namespaces.list();
    const { items, nextToken } = offsetPage(all, token, maxResults, 100);
    return { namespaces: items.map(namespaceOutput), nextToken };
  },
});
