import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { resourceNotFound, validationError } from '../errors';
import { columnMetadata, fieldOutput } from '../outputs';
import { statementsOf } from '../Statements';

interface Input {
  Id: string;
  NextToken?: string;
}

export const getStatementResult: Operation<Input> = {
  name: 'GetStatementResult',
  handle(input, context) {
    checkMembers({ ...input }, { Id: 'string!', NextToken: 'string' });
    const { store } = statementsOf(context);
    const statement = store.get(input.Id.replace(/:\d+$/, ''));
    if (!statement) {
      throw resourceNotFound(`There is no statement with the id ${input.Id}.`);
    }
    // Results of a batch that was rolled back in the end are none.
    const isFinished = statement.status === 'FINISHED';
    const number = Number(input.NextToken ?? 0);
    if (!Number.isInteger(number) || number < 0) {
      throw validationError(
        `NextToken is "${input.NextToken}", which no earlier answer gave.`,
      );
    }
    const page = isFinished ? store.resultPage(input.Id, number) : undefined;
    if (!page) {
      throw resourceNotFound(
        `Query does not have result. Please check query status with DescribeStatement.${statement.isBatch && statement.id === input.Id ? ` The results of a batch belong to its statements, such as ${input.Id}:1.` : ''}`,
      );
    }
    return {
      ColumnMetadata: page.columns.map(columnMetadata),
      Records: page.records.map(record =>
        record.map((value, index) => fieldOutput(value, page.columns[index])),
      ),
      TotalNumRows: page.totalRows,
      NextToken: page.hasNext ? String(number + 1) : undefined,
    };
  },
};
