import { dataOperation } from '../operation';
import { inputs } from '../inputs';
import { Submission } from '../Statements';
import { submitStatement } from '../submitStatement';

interface Input extends Omit<Submission, 'sqls' | 'isBatch'> {
  Sql: string;
}

export const ExecuteStatement = dataOperation<Input>({
  name: 'ExecuteStatement',
  input: inputs.ExecuteStatement,
  handle: (input, context) =>
    submitStatement({ ...input, sqls: [input.Sql], isBatch: false }, context),
});
