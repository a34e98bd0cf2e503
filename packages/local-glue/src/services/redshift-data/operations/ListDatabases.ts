import { offsetPage } from '../../../protocol/offsetPage';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { checkTarget, TargetInput, warehouseOf } from '../target';

interface Input extends TargetInput {
  MaxResults?: number;
  NextToken?: string;
}

export const ListDatabases = dataOperation<Input>({
  name: 'ListDatabases',
  input: inputs.ListDatabases,
  handle: async (input, context) => {
    checkTarget(input, context);
    const warehouse = await warehouseOf(input, context);
    const { items, nextToken } = offsetPage(
      warehouse.databases(),
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return { Databases: items, NextToken: nextToken };
  },
});
