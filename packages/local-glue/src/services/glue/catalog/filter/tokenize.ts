import { malformed } from './malformed';

export interface Token {
  /**
   * `word`: a keyword or the name of a partition key; `string`: in single
   * quotes; `quoted`: a name or a string, in double quotes; `name`: in
   * backticks; `end`: behind the last character.
   */
  kind: 'word' | 'quoted' | 'name' | 'string' | 'number' | 'symbol' | 'end';
  /** Names and strings without their quotes. */
  text: string;
  /** From 1. */
  position: number;
}

/** What a token may look like at the place where the reading is. */
const PATTERNS: [Token['kind'], RegExp][] = [
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  [
    'number',
    /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.])/uy,
  ],
  ['string', /'(?:[^']|'')*'/uy],
  ['quoted', /"(?:[^"]|"")*"/uy],
  ['name', /`(?:[^`]|``)*`/uy],
  ['symbol', /<>|!=|<=|>=|[=<>(),]/uy],
];

const SPACE = /\s*/uy;

/**
 * Divides a filter expression into its tokens; the last one is the end.
 *
 * @throws AwsError InvalidInputException
 */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(expression)?.[0];
  };
  for (;;) {
    index += read(SPACE)!.length;
    const position = index + 1;
    if (index === expression.length) {
      tokens.push({ kind: 'end', text: '', position });
      return tokens;
    }
    const token = PATTERNS.flatMap(([kind, pattern]) => {
      const text = read(pattern);
      return text === undefined ? [] : { kind, text };
    })[0];
    if (!token) throw malformed(position, problemAt(expression, index));
    index += token.text.length;
    tokens.push({ ...token, text: unquoted(token), position });
  }
}

function unquoted({ kind, text }: Pick<Token, 'kind' | 'text'>): string {
  if (!['string', 'quoted', 'name'].includes(kind)) return text;
  const quote = text[0];
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

function problemAt(expression: string, index: number): string {
  const character = String.fromCodePoint(expression.codePointAt(index)!);
  switch (character) {
    case "'":
    case '"':
    case '`':
      return 'there is no closing quote. Write a quote inside of quotes twice';
    default:
      return /[\p{N}.+-]/u.test(character)
        ? 'this is neither a number nor a name. Write strings in single quotes, and names that begin with a digit in double quotes'
        : `${character} has no meaning in a filter. Write strings in single quotes`;
  }
}
