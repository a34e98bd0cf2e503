import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { columnMetadata, fieldOutput } from '../outputs';
import { readResult, ResultInput } from '../readResult';

export const GetStatementResult = dataOperation<ResultInput>({
  name: 'GetStatementResult',
  input: inputs.GetStatementResult,
  handle: async (input, context) => {
    const { page, nextToken } = await readResult(input, 'JSON', context);
    return {
      ColumnMetadata: page.columns.map(columnMetadata),
      Records: page.records.map(record =>
        record.map((value, index) => fieldOutput(value, page.columns[index])),
      ),
      TotalNumRows: page.totalRows,
      NextToken: nextToken,
    };
  },
});
