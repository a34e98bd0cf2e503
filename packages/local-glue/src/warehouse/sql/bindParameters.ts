import { Token, tokenize } from './tokenize';
import { sqlString } from '../../base/sqlText';

/** Name to value; null is SQL's NULL. */
export type Parameters = Readonly<Record<string, string | null>>;

/** The names of the parameters in a statement. Throws Error for SQL that cannot be read. */
export function parameterNames(sql: string): Set<string> {
  const names = new Set<string>();
  replaceParameters(tokenize(sql), name => {
    names.add(name);
    return [];
  });
  return names;
}

/**
 * Puts the values of `:name` parameters into a statement, as string literals
 * that take on whatever type stands beside them, which is what Redshift's
 * Data API does with its parameters. Throws Error for a parameter without a
 * value.
 */
export function bindParameters(
  tokens: readonly Token[],
  parameters: Parameters,
): Token[] {
  return replaceParameters(tokens, name => {
    if (!Object.hasOwn(parameters, name)) {
      throw new Error(`the parameter :${name} has no value`);
    }
    const value = parameters[name];
    return value === null
      ? [{ kind: 'word', text: 'NULL' }]
      : [{ kind: 'string', text: sqlString(value) }];
  });
}

function replaceParameters(
  tokens: readonly Token[],
  valueOf: (name: string) => Token[],
): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const name = tokens[index + 1];
    const isParameter =
      token.kind === 'symbol' && token.text === ':' && name?.kind === 'word';
    if (isParameter) {
      result.push(...valueOf(name.text));
      index++;
    } else {
      result.push(token);
    }
  }
  return result;
}
