import { Operation } from '../../../protocol/operation';
import { offsetPage } from '../../offsetPage';
import { checkTarget, TargetInput } from '../target';

interface Input extends TargetInput {
  MaxResults?: number;
  NextToken?: string;
  [member: string]: unknown;
}

export const listDatabases: Operation<Input> = {
  name: 'ListDatabases',
  handle(input, context) {
    checkTarget(input, context);
    const { items, nextToken } = offsetPage(
      context.warehouse.databases(),
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return { Databases: items, NextToken: nextToken };
  },
};
