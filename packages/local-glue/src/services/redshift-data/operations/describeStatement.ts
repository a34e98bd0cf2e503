import { dataOperation } from '../dataOperation';
import { resourceNotFound } from '../errors';
import { inputs } from '../inputs';
import { acceptedOutput, partOutput } from '../outputs';
import { statementsOf } from '../Statements';

interface Input {
  Id: string;
  WaitTimeSeconds?: number;
}

/** Also of one statement of a batch, by `<id>:<place>`. */
export const describeStatement = dataOperation<Input>(
  'DescribeStatement',
  inputs.DescribeStatement,
  async ({ Id, WaitTimeSeconds }, context) => {
    const statements = statementsOf(context);
    const batchId = Id.replace(/:\d*$/, '');
    await statements.wait(batchId, WaitTimeSeconds);
    const statement = statements.store.get(batchId);
    const part =
      statement?.id === Id
        ? statement
        : statement?.subStatements.find(({ id }) => id === Id);
    if (!statement || !part) {
      throw resourceNotFound(`There is no statement with the id ${Id}.`);
    }
    return {
      ...acceptedOutput(statement),
      ...partOutput(part),
      RedshiftPid: process.pid,
      ResultFormat: statement.resultFormat,
      SessionId: statement.sessionId,
      ExecutionMode: statement.executionMode,
      QueryParameters: statement.parameters,
      SubStatements:
        part === statement && statement.isBatch
          ? statement.subStatements.map(partOutput)
          : undefined,
    };
  },
);
