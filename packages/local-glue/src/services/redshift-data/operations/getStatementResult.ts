import { dataOperation } from '../dataOperation';
import { inputs } from '../inputs';
import { columnMetadata, fieldOutput } from '../outputs';
import { readResult, ResultInput } from '../readResult';

export const getStatementResult = dataOperation<ResultInput>(
  'GetStatementResult',
  inputs.GetStatementResult,
  async (input, context) => {
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
);
