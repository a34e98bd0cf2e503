import { offsetPage } from '../../../protocol/offsetPage';
import { queryCatalog, schemasSql } from '../catalog';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  SchemaPattern?: string;
  MaxResults?: number;
  NextToken?: string;
}

export const ListSchemas = dataOperation<Input>({
  name: 'ListSchemas',
  input: inputs.ListSchemas,
  handle: async (input, context) => {
    const rows = await queryCatalog(context, input, schemasSql, [
      input.SchemaPattern?.toLowerCase() ?? null,
    ]);
    const { items, nextToken } = offsetPage(
      rows.map(([name]) => String(name)),
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return { Schemas: items, NextToken: nextToken };
  },
});
