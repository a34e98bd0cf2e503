import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { offsetPage } from '../../offsetPage';
import { catalogType, columnsSql, queryCatalog } from '../catalog';
import { columnMetadata } from '../outputs';
import { checkTarget, TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  Schema?: string;
  Table?: string;
  MaxResults?: number;
  NextToken?: string;
  [member: string]: unknown;
}

/** An unknown table has no columns, which is what the Data API answers too. */
export const describeTable: Operation<Input> = {
  name: 'DescribeTable',
  async handle(input, context) {
    checkTarget(input, context);
    checkMembers(input, { Table: 'string!', Schema: 'string' });
    const schema = (input.Schema ?? 'public').toLowerCase();
    const table = input.Table?.toLowerCase() ?? '';
    const rows = await queryCatalog(context, input.Database ?? '', columnsSql, [
      schema,
      table,
    ]);
    const { items, nextToken } = offsetPage(
      rows,
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return {
      TableName: table,
      ColumnList: items.map(([name, type, nullable, columnDefault]) => ({
        ...columnMetadata({ name: String(name), ...catalogType(String(type)) }),
        nullable: nullable === 'YES' ? 1 : 0,
        columnDefault: columnDefault ?? undefined,
        schemaName: schema,
        tableName: table,
      })),
      NextToken: nextToken,
    };
  },
};
