import { dataOperation } from '../dataOperation';
import { inputs } from '../inputs';
import { Submission } from '../Statements';
import { submitStatement } from '../submitStatement';

interface Input extends Omit<Submission, 'sqls' | 'isBatch'> {
  Sqls: string[];
}

/** All statements of a batch are one transaction, unless ExecutionMode is AUTO_COMMIT. */
export const batchExecuteStatement = dataOperation<Input>(
  'BatchExecuteStatement',
  inputs.BatchExecuteStatement,
  (input, context) =>
    submitStatement({ ...input, sqls: input.Sqls, isBatch: true }, context),
);
