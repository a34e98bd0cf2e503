import type { RedshiftDataContext } from './context';
import { resourceNotFound, validationError } from './errors';
import { ResultPage } from './StatementStore';

export interface ResultInput {
  Id: string;
  NextToken?: string;
  WaitTimeSeconds?: number;
}

/**
 * One page of a result, whose token is the number of the page. Rejects with
 * ResourceNotFoundException when there is no result, ValidationException for
 * a result of the other format.
 */
export async function readResult(
  { Id, NextToken, WaitTimeSeconds }: ResultInput,
  format: 'JSON' | 'CSV',
  context: RedshiftDataContext,
): Promise<{ page: ResultPage; nextToken?: string }> {
  const { statements } = context;
  const batchId = Id.replace(/:\d*$/, '');
  await statements.wait(batchId, WaitTimeSeconds);
  const statement = statements.store.get(batchId);
  if (!statement) {
    throw resourceNotFound(`There is no statement with the id ${Id}.`);
  }
  if (statement.resultFormat !== format) {
    throw validationError(
      `The result of ${Id} is ${statement.resultFormat}: ${format === 'JSON' ? 'GetStatementResultV2 gives CSV' : 'GetStatementResult gives JSON'}.`,
    );
  }
  const part =
    statement.id === Id
      ? statement
      : statement.subStatements.find(({ id }) => id === Id);
  // Results of a transaction that was rolled back in the end are none.
  const isKept =
    statement.executionMode === 'AUTO_COMMIT'
      ? part?.status === 'FINISHED'
      : statement.status === 'FINISHED';
  const number = Number(NextToken ?? 0);
  if (!Number.isInteger(number) || number < 0) {
    throw validationError(
      `NextToken is "${NextToken}", which no earlier answer gave.`,
    );
  }
  const page = isKept
    ? await statements.store.resultPage(Id, number)
    : undefined;
  if (!page) {
    throw resourceNotFound(
      `Query does not have result. Please check query status with DescribeStatement.${statement.isBatch && statement.id === Id ? ` The results of a batch belong to its statements, such as ${Id}:1.` : ''}`,
    );
  }
  return {
    page,
    nextToken: page.hasNext ? String(number + 1) : undefined,
  };
}
