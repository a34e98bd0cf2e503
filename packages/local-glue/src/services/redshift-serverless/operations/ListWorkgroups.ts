import { serverlessOperation } from '../operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { workgroupOutput } from '../Workgroup';

interface Input {
  maxResults?: number;
  nextToken?: string;
}

export const ListWorkgroups = serverlessOperation<Input>({
  name: 'ListWorkgroups',
  handle({ nextToken: token, maxResults }, context) {
    const all = context.workgroups.list();
    const { items, nextToken } = offsetPage(all, token, maxResults, 100);
    return { workgroups: items.map(workgroupOutput), nextToken };
  },
});
