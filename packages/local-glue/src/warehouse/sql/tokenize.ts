export type TokenKind =
  /** An unquoted name or keyword. */
  | 'word'
  /** `"name"` */
  | 'quoted'
  /** `'text'` or `$$text$$` */
  | 'string'
  | 'number'
  /** `::` or one other character. */
  | 'symbol'
  /** White space and comments. */
  | 'space';

export interface Token {
  kind: TokenKind;
  text: string;
}

const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+|--[^\n]*/y],
  ['string', /'(?:[^']|'')*'/y],
  ['string', /\$([A-Za-z_]*)\$[^]*?\$\1\$/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['word', /[A-Za-z_#\u0080-\uffff][A-Za-z0-9_$#\u0080-\uffff]*/y],
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['symbol', /::|[^]/y],
];

/** Takes SQL apart; the texts of the tokens together are the SQL. Throws Error on an open quote or comment. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const token = readComment(sql, at) ?? readToken(sql, at);
    if (token.kind === 'symbol' && (token.text === "'" || token.text === '"')) {
      throw new Error(
        `unterminated quote at ${JSON.stringify(sql.slice(at, at + 30))}`,
      );
    }
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readToken(sql: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (match) return { kind, text: match[0] };
  }
  throw new Error(`unreadable character at position ${at}`);
}

/** Block comments nest in Redshift. */
function readComment(sql: string, at: number): Token | undefined {
  if (!sql.startsWith('/*', at)) return undefined;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return { kind: 'space', text: sql.slice(at, mark.index + 2) };
    }
  }
  throw new Error('unterminated /* comment');
}

export function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(token => token.text).join('');
}

/** Without white space and comments. */
export function significant(tokens: readonly Token[]): Token[] {
  return tokens.filter(token => token.kind !== 'space');
}

/** Whether the token is this keyword or symbol, written in any case. */
export function isText(token: Token | undefined, ...texts: string[]): boolean {
  if (!token || (token.kind !== 'word' && token.kind !== 'symbol')) {
    return false;
  }
  return texts.includes(token.text.toLowerCase());
}

/** The statements of a script, without the semicolons between them; empty ones are left out. */
export function splitStatements(sql: string): string[] {
  const statements: Token[][] = [[]];
  for (const token of tokenize(sql)) {
    if (isText(token, ';')) statements.push([]);
    else statements[statements.length - 1].push(token);
  }
  return statements
    .filter(tokens => significant(tokens).length > 0)
    .map(tokens => joinTokens(tokens).trim());
}

/** What a string literal says. */
export function stringValue(token: Token): string {
  if (token.text.startsWith('$')) {
    return token.text.replace(/^\$[A-Za-z_]*\$|\$[A-Za-z_]*\$$/g, '');
  }
  return token.text.slice(1, -1).replaceAll("''", "'");
}

/** What a name, quoted or not, says: Redshift folds both to lower case. */
export function nameOf(token: Token | undefined): string {
  if (token?.kind === 'string') return stringValue(token).toLowerCase();
  if (token?.kind === 'quoted') {
    return token.text.slice(1, -1).replaceAll('""', '"').toLowerCase();
  }
  if (token?.kind === 'word') return token.text.toLowerCase();
  throw new Error(
    `syntax error: a name is missing at or near "${token?.text ?? 'the end'}"`,
  );
}
