import { dataOperation } from '../dataOperation';
import { inputs } from '../inputs';
import { Submission } from '../Statements';
import { submitStatement } from '../submitStatement';

interface Input extends Omit<Submission, 'sqls' | 'isBatch'> {
  Sql: string;
}

export const executeStatement = dataOperation<Input>(
  'ExecuteStatement',
  inputs.ExecuteStatement,
  (input, context) =>
    submitStatement({ ...input, sqls: [input.Sql], isBatch: false }, context),
);
