import { dataOperation } from '../operation';
import { resourceNotFound } from '../errors';
import { inputs } from '../inputs';
import { acceptedOutput, partOutput } from '../outputs';

interface Input {
  Id: string;
  WaitTimeSeconds?: number;
}

/** Also of one statement of a batch, by `<id>:<place>`. */
export const DescribeStatement = dataOperation<Input>({
  name: 'DescribeStatement',
  input: inputs.DescribeStatement,
  handle: async ({ Id, WaitTimeSeconds }, context) => {
    const { statements } = context;
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
});
