import { Operation } from '../../../protocol/operation';
import { offsetPage } from '../../offsetPage';
import { queryCatalog, schemasSql } from '../catalog';
import { checkTarget, TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  SchemaPattern?: string;
  MaxResults?: number;
  NextToken?: string;
  [member: string]: unknown;
}

export const listSchemas: Operation<Input> = {
  name: 'ListSchemas',
  async handle(input, context) {
    checkTarget(input, context);
    const rows = await queryCatalog(context, input.Database ?? '', schemasSql, [
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
};
