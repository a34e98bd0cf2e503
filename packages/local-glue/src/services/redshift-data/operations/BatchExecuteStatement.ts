import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { Submission } from '../Statements';
import { submitStatement } from '../submitStatement';

interface Input extends Omit<Submission, 'sqls' | 'isBatch'> {
  Sqls: string[];
}

/** All statements of a batch are one transaction, unless ExecutionMode is AUTO_COMMIT. */
export const BatchExecuteStatement = dataOperation<Input>({
  name: 'BatchExecuteStatement',
  input: inputs.BatchExecuteStatement,
  handle: (input, context) =>
    submitStatement({ ...input, sqls: input.Sqls, isBatch: true }, context),
});
