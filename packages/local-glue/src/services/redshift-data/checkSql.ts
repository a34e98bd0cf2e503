import { parameterNames } from '../../warehouse/sql/bindParameters';
import { splitStatements } from '../../warehouse/sql/tokenize';
import { validationError } from './errors';

/** Amazon Redshift Management Guide, "Considerations when calling the Amazon Redshift Data API". */
const largestStatement = 100 * 1024;

/** Throws a ValidationException unless each is one statement, and the parameters are those of the statements. */
export function checkSql(
  sqls: readonly string[],
  parameters: readonly { name: string }[],
): void {
  sqls.forEach(checkSingle);
  checkParameters(sqls, parameters);
}

function checkSingle(sql: string): void {
  if (Buffer.byteLength(sql) > largestStatement) {
    throw validationError(
      `The SQL has ${Buffer.byteLength(sql)} bytes; at most ${largestStatement} are allowed.`,
    );
  }
  let count: number;
  try {
    count = splitStatements(sql).length;
  } catch (error) {
    throw validationError(
      `The SQL cannot be read: ${(error as Error).message}.`,
    );
  }
  if (count === 1) return;
  throw validationError(
    count === 0
      ? 'The SQL contains no statement.'
      : `The SQL contains ${count} statements where one is allowed; give each to BatchExecuteStatement as a member of its own.`,
  );
}

/** Every parameter has a value, and every value is of a parameter in one of the statements. */
function checkParameters(
  sqls: readonly string[],
  given: readonly { name: string }[],
): void {
  const values = given.map(({ name }) => name);
  const names = new Set(sqls.flatMap(sql => [...parameterNames(sql)]));
  const unused = values.filter(name => !names.has(name));
  if (unused.length > 0) {
    throw validationError(
      `Parameters list contains unused parameters. Unused parameters: [${unused.join(', ')}]`,
    );
  }
  const missing = [...names].filter(name => !values.includes(name));
  if (missing.length > 0) {
    throw validationError(
      `Parameters list lacks parameters of the SQL. Missing parameters: [${missing.join(', ')}]`,
    );
  }
}
