/** A word of an expression. */
export interface Token {
  /**
   * `name` is an identifier or a keyword as written, `quoted` an identifier in
   * backticks without them, `string` a literal without its quotes, `end` the
   * end of the text.
   */
  kind: 'name' | 'quoted' | 'string' | 'number' | 'symbol' | 'end';
  text: string;
  /** Where the token begins, counted in characters from 1. */
  at: number;
}

/**
 * Something that is not an expression of the language. The message says what and where.
 *
 * @public
 */
export class ExpressionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpressionError';
  }
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?:BD|[LSYDF])?/iy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const SYMBOL = /<=>|<>|<=|>=|==|!=|\|\||=>|->|::|[-+*/%=<>!~&|^(),.?:[\]{}@]/y;

function matchAt(pattern: RegExp, text: string, index: number) {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** The end of what a quote at `start` opens, past its closing quote. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\' && quote !== '`') {
      index += 1;
    } else if (text[index] === quote) {
      if (quote !== '`' || text[index + 1] !== '`') {
        return index + 1;
      }
      index += 1;
    }
  }
  throw new ExpressionError(
    `has a ${quote} at character ${
      start + 1
    } that is not closed: add the closing ${quote}`,
  );
}

function tokenAt(text: string, index: number): Token & { end: number } {
  const at = index + 1;
  const character = text[index];
  if (`'"\``.includes(character)) {
    const end = endOfQuoted(text, index);
    const inner = text.slice(index + 1, end - 1);
    return character === '`'
      ? { kind: 'quoted', text: inner.replaceAll('``', '`'), at, end }
      : { kind: 'string', text: inner, at, end };
  }
  if (text.startsWith('--', index) || text.startsWith('/*', index)) {
    throw new ExpressionError(
      `has a comment at character ${at}: remove it, pipeline.yaml takes comments of its own`,
    );
  }
  const kinds = { number: NUMBER, name: NAME, symbol: SYMBOL } as const;
  for (const [kind, pattern] of Object.entries(kinds)) {
    const found = matchAt(pattern, text, index);
    if (found) {
      return {
        kind: kind as keyof typeof kinds,
        text: found,
        at,
        end: index + found.length,
      };
    }
  }
  throw new ExpressionError(
    `has ${JSON.stringify(character)} at character ${at}, which means nothing there: quote a column with such a name by backticks`,
  );
}

/**
 * Takes an expression of Spark SQL apart into words. Strings are in single or
 * double quotes, names with other characters than letters, digits and `_` in
 * backticks (Apache Spark SQL reference, "Identifiers" and "Literals").
 *
 * @throws ExpressionError
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < text.length) {
    if (/\s/.test(text[index])) {
      index += 1;
    } else {
      const { end, ...token } = tokenAt(text, index);
      tokens.push(token);
      index = end;
    }
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}
