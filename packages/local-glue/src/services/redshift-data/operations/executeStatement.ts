import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { acceptedOutput } from '../outputs';
import { statementsOf } from '../Statements';
import { checkTarget, TargetInput } from '../target';
import { refuseUnsupported, SubmitInput } from '../unsupported';

interface Input extends TargetInput, SubmitInput {
  Sql: string;
  Parameters?: { name: string; value: string }[];
  [member: string]: unknown;
}

export const executeStatement: Operation<Input> = {
  name: 'ExecuteStatement',
  handle(input, context) {
    checkMembers(input, {
      Sql: 'string!',
      Parameters: 'list',
      StatementName: 'string',
      ClientToken: 'string',
    });
    for (const parameter of input.Parameters ?? []) {
      checkMembers({ ...parameter }, { name: 'string!' });
    }
    refuseUnsupported(input);
    checkTarget(input, context);
    const statement = statementsOf(context).submit({
      ...input,
      sqls: [input.Sql],
      isBatch: false,
      parameters: input.Parameters,
      statementName: input.StatementName,
      clientToken: input.ClientToken,
    });
    return acceptedOutput(statement);
  },
};
