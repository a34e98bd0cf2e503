import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { resourceNotFound, validationError } from '../errors';
import { statementsOf } from '../Statements';

export const cancelStatement: Operation<{ Id: string }> = {
  name: 'CancelStatement',
  handle(input, context) {
    checkMembers({ ...input }, { Id: 'string!' });
    const statements = statementsOf(context);
    const statement = statements.store.get(input.Id);
    if (!statement) {
      throw resourceNotFound(`There is no statement with the id ${input.Id}.`);
    }
    if (!statements.cancel(input.Id)) {
      throw validationError(
        `Could not cancel a query that is already in ${statement.status} state with ID: ${input.Id}`,
      );
    }
    return { Status: true };
  },
};
