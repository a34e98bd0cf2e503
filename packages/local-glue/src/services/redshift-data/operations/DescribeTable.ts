import { readLength } from '../../../warehouse/catalog/TableDefinition';
import { offsetPage } from '../../../protocol/offsetPage';
import { catalogType, columnsSql, queryCatalog } from '../catalog';
import { columnMetadata } from '../outputs';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { TargetInput } from '../target';

interface Input extends TargetInput {
  ConnectedDatabase?: string;
  Schema?: string;
  Table?: string;
  MaxResults?: number;
  NextToken?: string;
}

/** An unknown table has no columns, which is what the Data API answers too. */
export const DescribeTable = dataOperation<Input>({
  name: 'DescribeTable',
  input: inputs.DescribeTable,
  handle: async (input, context) => {
    const rows = await queryCatalog(context, input, columnsSql, [
      input.Schema?.toLowerCase() ?? null,
      input.Table?.toLowerCase() ?? null,
    ]);
    const { items, nextToken } = offsetPage(
      rows,
      input.NextToken,
      input.MaxResults,
      1000,
    );
    return {
      TableName: input.Table?.toLowerCase(),
      ColumnList: items.map(row => {
        const [schema, table, name, type, isNullable, defaultSql, check] = row;
        const length = readLength(String(check ?? ''));
        return {
          ...columnMetadata({
            name: String(name),
            ...catalogType(String(type)),
          }),
          ...(length && {
            typeName: length.type === 'character' ? 'bpchar' : 'varchar',
            length: length.bytes,
            precision: length.bytes,
          }),
          nullable: isNullable === true ? 1 : 0,
          columnDefault: defaultSql ?? undefined,
          schemaName: schema,
          tableName: table,
        };
      }),
      NextToken: nextToken,
    };
  },
});
