import { ResultValue } from '../../../warehouse/results';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { columnMetadata } from '../outputs';
import { readResult, ResultInput } from '../readResult';

/**
 * The rows as CSV, without a header: how the Data API writes NULL and ends
 * lines is not documented; here NULL is nothing, and lines end with CR LF.
 */
export const GetStatementResultV2 = dataOperation<ResultInput>({
  name: 'GetStatementResultV2',
  input: inputs.GetStatementResult,
  handle: async (input, context) => {
    const { page, nextToken } = await readResult(input, 'CSV', context);
    return {
      ColumnMetadata: page.columns.map(columnMetadata),
      Records: [
        {
          CSVRecords: page.records.map(record => `${csv(record)}\r\n`).join(''),
        },
      ],
      ResultFormat: 'CSV',
      TotalNumRows: page.totalRows,
      NextToken: nextToken,
    };
  },
});

function csv(record: readonly ResultValue[]): string {
  return record
    .map(value => {
      const text = value === null ? '' : String(value);
      return /[",\r\n]/.test(text) || value === ''
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    })
    .join(',');
}
