import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { resourceNotFound } from '../errors';
import { acceptedOutput, partOutput } from '../outputs';
import { statementsOf } from '../Statements';

/** Also of one statement of a batch, by `<id>:<place>`. */
export const describeStatement: Operation<{ Id: string }> = {
  name: 'DescribeStatement',
  handle(input, context) {
    checkMembers({ ...input }, { Id: 'string!' });
    const { store } = statementsOf(context);
    const statement = store.get(input.Id.replace(/:\d+$/, ''));
    const part =
      statement?.id === input.Id
        ? statement
        : statement?.subStatements.find(({ id }) => id === input.Id);
    if (!statement || !part) {
      throw resourceNotFound(`There is no statement with the id ${input.Id}.`);
    }
    return {
      ...acceptedOutput(statement),
      ...partOutput(part),
      RedshiftPid: 0,
      ResultFormat: 'JSON',
      QueryParameters: statement.parameters,
      SubStatements:
        part === statement && statement.isBatch
          ? statement.subStatements.map(partOutput)
          : undefined,
    };
  },
};
