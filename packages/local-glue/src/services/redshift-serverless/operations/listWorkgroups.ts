import { Operation } from '../../../protocol/operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { workgroupOutput, workgroups } from '../Workgroup';

interface Input {
  maxResults?: number;
  nextToken?: string;
}

export const listWorkgroups: Operation<Input> = {
  name: 'ListWorkgroups',
  handle({ nextToken: token, maxResults }, context) {
    const all = workgroups(context).list();
    const { items, nextToken } = offsetPage(all, token, maxResults, 100);
    return { workgroups: items.map(workgroupOutput), nextToken };
  },
};
