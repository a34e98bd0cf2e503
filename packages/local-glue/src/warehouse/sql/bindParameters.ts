import { sqlString, Token } from './tokenize';

/** Name to value; null is SQL's NULL. */
export type Parameters = Readonly<Record<string, string | null>>;

/**
 * Puts the values of `:name` parameters into a statement, as string literals
 * that take on whatever type stands beside them, which is what Redshift's
 * Data API does with its parameters. Throws Error for a parameter without a
 * value and for a value without a parameter.
 */
export function bindParameters(
  tokens: readonly Token[],
  parameters: Parameters,
): Token[] {
  const used = new Set<string>();
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const name = tokens[index + 1];
    const isParameter =
      token.kind === 'symbol' && token.text === ':' && name?.kind === 'word';
    if (!isParameter) {
      result.push(token);
      continue;
    }
    if (!Object.hasOwn(parameters, name.text)) {
      throw new Error(`the parameter :${name.text} has no value`);
    }
    used.add(name.text);
    const value = parameters[name.text];
    result.push(
      value === null
        ? { kind: 'word', text: 'NULL' }
        : { kind: 'string', text: sqlString(value) },
    );
    index++;
  }
  const unused = Object.keys(parameters).filter(name => !used.has(name));
  if (unused.length > 0) {
    throw new Error(
      `the statement has no parameter :${unused.join(', no parameter :')}`,
    );
  }
  return result;
}
