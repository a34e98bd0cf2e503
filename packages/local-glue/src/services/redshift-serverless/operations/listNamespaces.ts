import { Operation } from '../../../protocol/operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { namespaceOutput, namespaces } from '../Namespace';

interface Input {
  maxResults?: number;
  nextToken?: string;
}

export const listNamespaces: Operation<Input> = {
  name: 'ListNamespaces',
  handle({ nextToken: token, maxResults }, context) {
    const all = namespaces(context).list();
    const { items, nextToken } = offsetPage(all, token, maxResults, 100);
    return { namespaces: items.map(namespaceOutput), nextToken };
  },
};
