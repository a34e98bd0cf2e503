import { malformed } from './malformed';
import { RESERVED_WORDS } from './reservedWords';
import { Token, tokenize } from './tokenize';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** The name of a partition key, as the expression writes it. */
export interface Key {
  name: string;
  position: number;
}

/** A string or number; what it means depends on the type of the key beside it. */
export interface Literal {
  text: string;
  position: number;
}

/** A filter on partitions, read but not yet compared with a table's keys. */
export type Condition =
  | { kind: 'and' | 'or'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'comparison'; key: Key; operator: Comparison; literal: Literal }
  | { kind: 'in'; key: Key; literals: Literal[] }
  | { kind: 'between'; key: Key; low: Literal; high: Literal }
  | { kind: 'like'; key: Key; pattern: Literal }
  | { kind: 'null'; key: Key };

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Keeps the reader's own stack small; no filter that means something comes near. */
const MAX_DEPTH = 100;

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Condition {
    const condition = this.#joined('or');
    if (this.#token.kind !== 'end') this.#fail('AND, OR or the end');
    return condition;
  }

  get #token(): Token {
    return this.#tokens[this.#next];
  }

  #fail(expected: string): never {
    const { kind, text, position } = this.#token;
    const found = kind === 'end' ? 'the expression ends' : `${text} was found`;
    throw malformed(position, `${found} where ${expected} was expected`);
  }

  #isKeyword(word: string): boolean {
    const { kind, text } = this.#token;
    return kind === 'word' && text.toUpperCase() === word;
  }

  /** Passes the keyword if it is next. */
  #keyword(word: string): boolean {
    const isNext = this.#isKeyword(word);
    if (isNext) this.#next++;
    return isNext;
  }

  #isSymbol(symbol: string): boolean {
    return this.#token.kind === 'symbol' && this.#token.text === symbol;
  }

  #symbol(symbol: string): boolean {
    const isNext = this.#isSymbol(symbol);
    if (isNext) this.#next++;
    return isNext;
  }

  #expectSymbol(symbol: string): void {
    if (!this.#symbol(symbol)) this.#fail(symbol);
  }

  #nested<T>(read: () => T): T {
    if (this.#depth === MAX_DEPTH) {
      throw malformed(
        this.#token.position,
        `conditions are nested deeper than ${MAX_DEPTH} times`,
      );
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  /** AND binds more tightly than OR. */
  #joined(kind: 'or' | 'and'): Condition {
    const conditions: Condition[] = [];
    do {
      conditions.push(kind === 'or' ? this.#joined('and') : this.#negated());
    } while (this.#keyword(kind.toUpperCase()));
    return conditions.length === 1 ? conditions[0] : { kind, conditions };
  }

  #negated(): Condition {
    if (this.#keyword('NOT')) {
      return {
        kind: 'not',
        condition: this.#nested(() => this.#negated()),
      };
    }
    if (this.#isSymbol('(') && !this.#isKeyInParentheses()) {
      this.#next++;
      const condition = this.#nested(() => this.#joined('or'));
      this.#expectSymbol(')');
      return condition;
    }
    return this.#condition();
  }

  /** Whether `((year)` follows, as some clients write keys. */
  #isKeyInParentheses(): boolean {
    let at = this.#next;
    const is = (symbol: string) =>
      this.#tokens[at].kind === 'symbol' && this.#tokens[at].text === symbol;
    while (is('(')) at++;
    if (!['word', 'quoted', 'name'].includes(this.#tokens[at].kind))
      return false;
    at++;
    return is(')');
  }

  #condition(): Condition {
    const key = this.#key();
    const { kind, text } = this.#token;
    const operator = kind === 'symbol' ? COMPARISONS[text] : undefined;
    if (operator) {
      this.#next++;
      return { kind: 'comparison', key, operator, literal: this.#literal() };
    }
    if (this.#keyword('IS')) {
      const isNot = this.#keyword('NOT');
      if (!this.#keyword('NULL')) this.#fail(isNot ? 'NULL' : 'NULL or NOT');
      return negatedIf(isNot, { kind: 'null', key });
    }
    const isNot = this.#keyword('NOT');
    return negatedIf(isNot, this.#membership(key, isNot));
  }

  #membership(key: Key, isNegated: boolean): Condition {
    if (this.#keyword('IN')) {
      const literals: Literal[] = [];
      this.#expectSymbol('(');
      do literals.push(this.#literal());
      while (this.#symbol(','));
      if (!this.#symbol(')')) this.#fail(', or )');
      return { kind: 'in', key, literals };
    }
    if (this.#keyword('BETWEEN')) {
      const low = this.#literal();
      if (!this.#keyword('AND')) this.#fail('AND');
      return { kind: 'between', key, low, high: this.#literal() };
    }
    if (this.#keyword('LIKE')) {
      return { kind: 'like', key, pattern: this.#literal() };
    }
    return this.#fail(
      isNegated
        ? 'IN, BETWEEN or LIKE'
        : 'an operator (=, <>, <, <=, >, >=, IN, BETWEEN, LIKE, IS NULL)',
    );
  }

  #key(): Key {
    if (this.#symbol('(')) {
      const key = this.#nested(() => this.#key());
      this.#expectSymbol(')');
      return key;
    }
    const { kind, text, position } = this.#token;
    if (kind === 'word' && RESERVED_WORDS.has(text.toUpperCase())) {
      throw malformed(
        position,
        `${text} is a reserved word of SQL. If it is the name of a partition key, write it in double quotes`,
      );
    }
    if (!['word', 'quoted', 'name'].includes(kind)) {
      this.#fail('the name of a partition key');
    }
    this.#next++;
    return { name: text, position };
  }

  #literal(): Literal {
    if (this.#symbol('(')) {
      const literal = this.#nested(() => this.#literal());
      this.#expectSymbol(')');
      return literal;
    }
    const { kind, text, position } = this.#token;
    if (!['string', 'quoted', 'number'].includes(kind)) {
      this.#fail('a number, or a string in quotes,');
    }
    this.#next++;
    return { text, position };
  }
}

/**
 * Reads the Expression of GetPartitions (AWS Glue API reference): comparisons
 * of a partition key, on the left, with values, on the right, by `=`, `<>`,
 * `!=`, `<`, `<=`, `>`, `>=`, `IN`, `BETWEEN`, `LIKE` and `IS NULL`, each also
 * with NOT, joined by AND and OR and grouped by parentheses, with the
 * precedence of SQL. Strings stand in single or double quotes ("Creating
 * partition indexes", AWS Glue Developer Guide); names may stand in double
 * quotes or backticks, which is not documented.
 *
 * @throws AwsError InvalidInputException that names the position
 */
export function parse(expression: string): Condition {
  const parser = new Parser(tokenize(expression));
  return parser.whole();
}

function negatedIf(isNegated: boolean, condition: Condition): Condition {
  return isNegated ? { kind: 'not', condition } : condition;
}
