import { offsetPage } from '../../../protocol/offsetPage';
import { queryCatalog, schemasSql } from '../catalog';
import { dataOperation } from '../dataOperation';
import { inputs } from '../inputs';
import { TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  SchemaPattern?: string;
  MaxResults?: number;
  NextToken?: string;
}

export const listSchemas = dataOperation<Input>(
  'ListSchemas',
  inputs.ListSchemas,
  async (input, context) => {
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
);
