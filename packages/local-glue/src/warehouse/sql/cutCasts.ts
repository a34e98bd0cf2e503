import { textTypes } from './casts';
import { isText, joinTokens, Token, tokenize } from './tokenize';

/** Words that a parenthesis may follow which are no function's name. */
const keywords = [
  'all',
  'and',
  'as',
  'between',
  'by',
  'distinct',
  'else',
  'having',
  'in',
  'like',
  'not',
  'on',
  'or',
  'over',
  'return',
  'select',
  'then',
  'values',
  'when',
  'where',
];

/** Types that make a literal of the text behind them: `date '2026-01-02'`. */
const literalTypes = ['date', 'interval', 'time', 'timestamp', 'timestamptz'];

/** DuckDB refuses expressions that are deeper. */
const deepest = 1000;

interface Type {
  tokens: Token[];
  /** Of a text type with a length, in bytes. */
  cutAt?: string;
}

/**
 * Reads SQL forward, as far as needed to know what a `::` casts: a value with
 * all that binds to it (`t.a`, `f(x) OVER (...)`, `a[1]`, `CASE ... END`).
 * Everything else is passed on as it is.
 */
class ExpressionReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** What is left, up to one of the words or symbols outside of any parentheses. */
  rest(...stops: string[]): Token[] {
    if (++this.#depth > deepest) {
      throw new Error(`syntax error: nested more than ${deepest} times`);
    }
    const read: Token[] = [];
    while (this.#at < this.tokens.length) {
      if (stops.length > 0 && this.#is(...stops)) break;
      const more = this.#isValue() ? this.#value() : [this.#take()];
      for (const token of more) read.push(token);
    }
    this.#depth--;
    return read;
  }

  get #token(): Token | undefined {
    return this.tokens[this.#at];
  }

  #is(...texts: string[]): boolean {
    return isText(this.#token, ...texts);
  }

  #take(): Token {
    return this.tokens[this.#at++];
  }

  /** The white space before what follows, if that is one of the texts; otherwise nothing is read. */
  #before(...texts: string[]): Token[] | undefined {
    const start = this.#at;
    while (this.#token?.kind === 'space') this.#at++;
    if (this.#is(...texts)) return this.tokens.slice(start, this.#at);
    this.#at = start;
    return undefined;
  }

  #isValue(): boolean {
    const kind = this.#token?.kind;
    if (kind === 'space') return false;
    if (kind === 'symbol') return this.#is('(');
    return kind !== 'word' || !this.#is(...keywords);
  }

  /** A value with its casts. */
  #value(): Token[] {
    let value = this.#primary();
    for (;;) {
      const space = this.#before('::', '[', '.');
      if (!space) return value;
      if (this.#is('[')) {
        value = [...value, ...space, ...this.#enclosed(']')];
      } else if (this.#is('.')) {
        value = [...value, ...space, this.#take(), ...this.#primary()];
      } else {
        const colons = this.#take();
        const type = this.#type();
        value = type.cutAt
          ? cut(value, type.cutAt)
          : [...value, ...space, colons, ...type.tokens];
      }
    }
  }

  #primary(): Token[] {
    if (this.#is('(')) return this.#enclosed(')');
    if (this.#token === undefined) return [];
    const isWord = this.#token.kind === 'word';
    if (isWord && this.#is('case')) {
      return [this.#take(), ...this.rest('end'), ...this.#one()];
    }
    const isCast = isWord && this.#is('cast');
    const isLiteralType = isWord && this.#is(...literalTypes);
    const isName = isWord || this.#token.kind === 'quoted';
    const first = this.#take();
    if (isCast) return this.#cast(first);
    if (isLiteralType) return [first, ...this.#literalText()];
    return isName ? [first, ...this.#call()] : [first];
  }

  #one(): Token[] {
    return this.#token ? [this.#take()] : [];
  }

  /** From a parenthesis or bracket to the one that closes it. */
  #enclosed(close: string): Token[] {
    return [this.#take(), ...this.rest(close), ...this.#one()];
  }

  /** The arguments after a name, and what binds to a call. */
  #call(): Token[] {
    const space = this.#before('(');
    if (!space) return [];
    const read = [...space, ...this.#enclosed(')')];
    for (;;) {
      const more = this.#before(
        'within',
        'filter',
        'over',
        'ignore',
        'respect',
      );
      if (!more) return read;
      read.push(...more, this.#take());
      const second = this.#before('group', 'nulls');
      if (second) read.push(...second, this.#take());
      const list = this.#before('(');
      if (list) read.push(...list, ...this.#enclosed(')'));
    }
  }

  /** The text that a type before it makes a literal of; a call where there is none. */
  #literalText(): Token[] {
    const start = this.#at;
    while (this.#token?.kind === 'space') this.#at++;
    if (this.#token?.kind === 'string') {
      this.#at++;
      return this.tokens.slice(start, this.#at);
    }
    this.#at = start;
    return this.#call();
  }

  /** `CAST(value AS type)`, of which the first word has been read. */
  #cast(word: Token): Token[] {
    const space = this.#before('(');
    if (!space) return [word];
    const open = this.#take();
    const value = this.rest('as', ')');
    if (!this.#is('as'))
      return [word, ...space, open, ...value, ...this.#one()];
    const as = this.#take();
    const type = this.#type();
    const end = [...this.rest(')'), ...this.#one()];
    return type.cutAt
      ? cut(value, type.cutAt)
      : [word, ...space, open, ...value, as, ...type.tokens, ...end];
  }

  #type(): Type {
    const start = this.#at;
    while (this.#token?.kind === 'space') this.#at++;
    const isOfText = this.#is(...textTypes);
    this.#one();
    for (const word of ['varying', 'precision']) {
      if (this.#before(word)) this.#at++;
    }
    let cutAt: string | undefined;
    if (this.#before('(')) {
      const [, ...length] = this.#enclosed(')').filter(
        ({ kind }) => kind !== 'space',
      );
      if (isOfText && length.length === 2 && length[0].kind === 'number') {
        cutAt = length[0].text;
      }
    }
    if (this.#before('with', 'without')) {
      for (const word of ['with', 'without', 'time', 'zone']) {
        if (this.#before(word)) this.#at++;
      }
    }
    return { tokens: this.tokens.slice(start, this.#at), cutAt };
  }
}

/**
 * A cast to a text with a length cuts off what is longer, in bytes (Amazon
 * Redshift Database Developer Guide, "Character types"); DuckDB's does not.
 */
export function cutCasts(tokens: readonly Token[]): Token[] {
  return new ExpressionReader(tokens).rest();
}

function cut(value: readonly Token[], bytes: string): Token[] {
  const text = joinTokens(value).trim();
  return tokenize(`redshift_left((${text})::VARCHAR, ${bytes})`);
}
