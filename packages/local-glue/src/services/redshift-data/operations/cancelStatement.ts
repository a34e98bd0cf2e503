import { dataOperation } from '../dataOperation';
import { resourceNotFound, validationError } from '../errors';
import { inputs } from '../inputs';
import { statementsOf } from '../Statements';

export const cancelStatement = dataOperation<{ Id: string }>(
  'CancelStatement',
  inputs.CancelStatement,
  ({ Id }, context) => {
    const statements = statementsOf(context);
    const statement = statements.store.get(Id);
    if (!statement) {
      throw resourceNotFound(`There is no statement with the id ${Id}.`);
    }
    if (!statements.cancel(Id)) {
      throw validationError(
        `Could not cancel a query that is already in ${statement.status} state with ID: ${Id}`,
      );
    }
    return { Status: true };
  },
);
