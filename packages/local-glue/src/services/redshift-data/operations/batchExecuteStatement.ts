import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { validationError } from '../errors';
import { acceptedOutput } from '../outputs';
import { statementsOf } from '../Statements';
import { checkTarget, TargetInput } from '../target';
import { refuseUnsupported, SubmitInput } from '../unsupported';

interface Input extends TargetInput, SubmitInput {
  Sqls: string[];
  [member: string]: unknown;
}

/** Of one batch (Amazon Redshift Data API Reference, BatchExecuteStatement). */
const maxStatements = 40;

/** All statements of a batch are one transaction. */
export const batchExecuteStatement: Operation<Input> = {
  name: 'BatchExecuteStatement',
  handle(input, context) {
    checkMembers(input, {
      Sqls: 'list!',
      StatementName: 'string',
      ClientToken: 'string',
    });
    const { Sqls } = input;
    if (Sqls.length === 0 || Sqls.length > maxStatements) {
      throw validationError(
        `Sqls has ${Sqls.length} statements; 1 to ${maxStatements} are allowed.`,
      );
    }
    if (!Sqls.every(sql => typeof sql === 'string')) {
      throw validationError('Sqls must be a list of strings.');
    }
    if (input.Parameters !== undefined) {
      throw validationError(
        'local-glue does not support Parameters of a batch; ExecuteStatement has them.',
      );
    }
    refuseUnsupported(input);
    checkTarget(input, context);
    const statement = statementsOf(context).submit({
      ...input,
      sqls: Sqls,
      isBatch: true,
      statementName: input.StatementName,
      clientToken: input.ClientToken,
    });
    return acceptedOutput(statement);
  },
};
