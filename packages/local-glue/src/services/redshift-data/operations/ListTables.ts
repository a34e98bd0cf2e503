import { offsetPage } from '../../../protocol/offsetPage';
import { queryCatalog, tablesSql } from '../catalog';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  SchemaPattern?: string;
  TablePattern?: string;
  MaxResults?: number;
  NextToken?: string;
}

export const ListTables = dataOperation<Input>({
  name: 'ListTables',
  input: inputs.ListTables,
  handle: async (input, context) => {
    const rows = await queryCatalog(context, input, tablesSql, [
      input.SchemaPattern?.toLowerCase() ?? null,
      input.TablePattern?.toLowerCase() ?? null,
    ]);
    const { items, nextToken } = offsetPage(
      rows,
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return {
      Tables: items.map(([schema, name, type]) => ({
        schema,
        name,
        type: type === 'VIEW' ? 'VIEW' : 'TABLE',
      })),
      NextToken: nextToken,
    };
  },
});
