import { dataOperation } from '../operation';
import { resourceNotFound, validationError } from '../errors';
import { inputs } from '../inputs';

export const CancelStatement = dataOperation<{ Id: string }>({
  name: 'CancelStatement',
  input: inputs.CancelStatement,
  handle: ({ Id }, context) => {
    const { statements } = context;
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
});
