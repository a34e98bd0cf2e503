import { closing, next } from './rewriteExpressions';
import { isText, joinTokens, significant, Token, tokenize } from './tokenize';

export interface Rewritten {
  sql: string;
  /** What was accepted and has no effect here, one sentence each. */
  warnings: string[];
}

const ignoredHere = 'has no effect here';

/**
 * CREATE TABLE in Redshift's dialect to DuckDB's: how rows are distributed,
 * sorted and encoded is dropped by name, and so are keys, which Redshift does
 * not enforce either (Amazon Redshift Database Developer Guide, "CREATE TABLE"
 * and "Table constraints"). Undefined when the statement is another one.
 * Throws Error for what would change the table's meaning.
 */
export function rewriteCreateTable(
  tokens: readonly Token[],
): Rewritten | undefined {
  const name = findTableName(tokens);
  if (!name) return undefined;
  const warnings: string[] = [];
  const head = tokens.slice(0, name.end);
  let rest = tokens.slice(name.end);
  let body = '';

  const open = next(rest, -1);
  if (isText(rest[open], '(')) {
    const close = closing(rest, open);
    if (close === -1) return undefined;
    const content = rest.slice(open + 1, close);
    rest = rest.slice(close + 1);
    const [first, ...others] = significant(content);
    if (isText(first, 'like')) {
      const source = joinTokens(
        others.filter(
          token => !isText(token, 'including', 'excluding', 'defaults'),
        ),
      );
      const { rest: after } = dropTableAttributes(rest, warnings);
      return {
        sql: `${joinTokens(head)} AS SELECT * FROM ${source} LIMIT 0${joinTokens(after)}`,
        warnings,
      };
    }
    body = ` (${rewriteElements(content, warnings)})`;
  }
  const { rest: after } = dropTableAttributes(rest, warnings);
  return { sql: joinTokens(head) + body + joinTokens(after), warnings };
}

/** Where the table's name ends, if the statement makes a table. */
function findTableName(tokens: readonly Token[]): { end: number } | undefined {
  let index = next(tokens, -1);
  if (!isText(tokens[index], 'create')) return undefined;
  index = next(tokens, index);
  while (isText(tokens[index], 'local', 'temp', 'temporary')) {
    index = next(tokens, index);
  }
  if (!isText(tokens[index], 'table')) return undefined;
  index = next(tokens, index);
  if (isText(tokens[index], 'if')) {
    // IF NOT EXISTS
    index = next(tokens, next(tokens, next(tokens, index)));
  }
  while (isText(tokens[next(tokens, index)], '.')) {
    index = next(tokens, next(tokens, index));
  }
  return index < tokens.length ? { end: index + 1 } : undefined;
}

function splitElements(tokens: readonly Token[]): Token[][] {
  const elements: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isText(token, '(')) depth++;
    if (isText(token, ')')) depth--;
    if (depth === 0 && isText(token, ',')) elements.push([]);
    else elements[elements.length - 1].push(token);
  }
  return elements;
}

function rewriteElements(tokens: readonly Token[], warnings: string[]): string {
  const elements: string[] = [];
  for (const element of splitElements(tokens)) {
    const first = element[next(element, -1)];
    if (isText(first, 'primary', 'unique', 'foreign', 'constraint')) {
      warnings.push(
        `${joinTokens(element).trim()}: keys are not enforced, as on Redshift`,
      );
    } else {
      elements.push(rewriteColumn(element, warnings));
    }
  }
  return elements.join(',');
}

function rewriteColumn(element: readonly Token[], warnings: string[]): string {
  const words = significant(element);
  const kept: Token[] = words.slice(0, 1);
  for (let index = 1; index < words.length; index++) {
    const token = words[index];
    const following = words[index + 1];
    if (isText(token, 'identity')) {
      throw new Error(
        `the warehouse of local-glue has no IDENTITY columns (column ${words[0].text})`,
      );
    }
    if (isText(token, 'encode')) {
      warnings.push(`ENCODE ${following?.text} ${ignoredHere}`);
      index++;
    } else if (isText(token, 'distkey', 'sortkey')) {
      warnings.push(`${token.text.toUpperCase()} ${ignoredHere}`);
    } else if (isText(token, 'primary') && isText(following, 'key')) {
      warnings.push('PRIMARY KEY: keys are not enforced, as on Redshift');
      index++;
    } else if (isText(token, 'unique')) {
      warnings.push('UNIQUE: keys are not enforced, as on Redshift');
    } else if (isText(token, 'references')) {
      warnings.push('REFERENCES: keys are not enforced, as on Redshift');
      while (index < words.length && !isText(words[index], ')')) {
        if (index > 0 && isText(words[index + 1], 'not', 'default')) break;
        index++;
      }
    } else {
      kept.push(token);
      const isBareDecimal =
        index === 1 &&
        isText(token, 'decimal', 'numeric') &&
        !isText(following, '(');
      if (isBareDecimal) kept.push(...tokenize('(18,0)'));
    }
  }
  return joinTokens(
    kept.flatMap((token, index) =>
      index === 0 ||
      isText(token, '(', ')', ',') ||
      isText(kept[index - 1], '(')
        ? [token]
        : [{ kind: 'space', text: ' ' } as const, token],
    ),
  );
}

/** Drops what stands between a table's columns (or name) and `AS` or the end. */
function dropTableAttributes(
  tokens: readonly Token[],
  warnings: string[],
): { rest: Token[] } {
  let index = next(tokens, -1);
  for (;;) {
    const start = index;
    if (isText(tokens[index], 'compound', 'interleaved')) {
      index = next(tokens, index);
    }
    const word = tokens[index];
    if (isText(word, 'distkey', 'sortkey')) {
      const open = next(tokens, index);
      index = isText(tokens[open], '(')
        ? next(tokens, closing(tokens, open))
        : next(tokens, open);
    } else if (isText(word, 'diststyle', 'encode', 'backup')) {
      index = next(tokens, next(tokens, index));
    } else {
      index = start;
      break;
    }
    const text = joinTokens(tokens.slice(start, index)).trim();
    warnings.push(`${text} ${ignoredHere}`);
  }
  const rest = tokens.slice(index);
  return {
    rest: rest.length > 0 ? [{ kind: 'space', text: ' ' }, ...rest] : [],
  };
}
