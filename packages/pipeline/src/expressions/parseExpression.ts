import FUNCTIONS from './functions.json';
import { nearest } from './nearest';
import { ExpressionError, tokenize, type Token } from './tokenize';

/** What an expression uses. */
export interface Expression {
  /** The columns, as written; each once. */
  columns: string[];
}

const ALLOWED = new Set<string>(FUNCTIONS);

/** Words that no column can be without backticks, since the grammar gives them a meaning. */
const KEYWORDS = new Set(
  `all and as between by case cast distinct div else end except exists false
  filter from group having ilike in intersect interval is like not null on or
  order over partition regexp rlike select then true union using when where with`.split(
    /\s+/,
  ),
);

/** The types that CAST may name. */
const TYPES = new Set(
  `boolean tinyint byte smallint short int integer bigint long float real
  double decimal dec numeric string date timestamp`.split(/\s+/),
);

const FIELDS_OF_TIME =
  /^(year|quarter|month|week|day|dow|dayofweek|doy|hour|minute|second)s?$/i;
const UNITS_OF_INTERVALS =
  /^(year|month|week|day|hour|minute|second|millisecond|microsecond)s?$/i;

/** Operators from the loosest to the tightest, after NOT and the comparisons. */
const BINARY: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['||', '+', '-'],
  ['*', '/', '%', 'DIV'],
];
const COMPARISONS = ['=', '==', '<=>', '<>', '!=', '<', '<=', '>', '>='];
const LIKES = ['LIKE', 'ILIKE', 'RLIKE', 'REGEXP'];

/** Deeper nesting is no longer something that a person reads. */
const DEEPEST = 64;

/**
 * Reads one expression by recursive descent: one method a rule of the grammar.
 * What is not in the grammar is refused; so no subquery, lambda, window or
 * star can be written, and of functions only those of `functions.json`.
 */
class Reader {
  readonly columns = new Set<string>();
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: Token[]) {}

  whole() {
    this.expression();
    if (this.next.kind !== 'end') {
      this.unexpected('expected an operator or the end');
    }
  }

  private get next(): Token {
    return this.tokens[this.position];
  }

  /** The next token as a keyword or symbol; `undefined` for literals and quoted names. */
  private get word(): string | undefined {
    const { kind, text } = this.next;
    return kind === 'name' || kind === 'symbol'
      ? text.toUpperCase()
      : undefined;
  }

  private get wordAfter(): string | undefined {
    const { kind, text } = this.tokens[this.position + 1] ?? this.next;
    return kind === 'name' || kind === 'symbol'
      ? text.toUpperCase()
      : undefined;
  }

  private take(): Token {
    const token = this.next;
    this.position += 1;
    return token;
  }

  private accept(...words: string[]): boolean {
    if (this.word === undefined || !words.includes(this.word)) {
      return false;
    }
    this.position += 1;
    return true;
  }

  private expect(word: string, why: string) {
    if (!this.accept(word)) {
      this.unexpected(`expected ${word} ${why}`);
    }
  }

  private unexpected(expectation: string): never {
    const { kind, text, at } = this.next;
    if (['SELECT', 'WITH', 'FROM'].includes(this.word ?? '')) {
      throw new ExpressionError(
        `has ${text.toUpperCase()} at character ${at}: an expression computes with the columns of its row, and takes no subquery`,
      );
    }
    throw new ExpressionError(
      kind === 'end'
        ? `ends too early: ${expectation}`
        : `has ${JSON.stringify(text)} at character ${at}: ${expectation}`,
    );
  }

  private expression() {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new ExpressionError(
        `is nested deeper than ${DEEPEST} levels: make it simpler`,
      );
    }
    do {
      this.conjunction();
    } while (this.accept('OR'));
    this.depth -= 1;
  }

  private conjunction() {
    do {
      this.negation();
    } while (this.accept('AND'));
  }

  private negation() {
    while (this.accept('NOT', '!'));
    this.predicate();
  }

  private predicate() {
    this.binary(0);
    for (;;) {
      if (this.accept(...COMPARISONS)) {
        this.binary(0);
      } else if (this.accept('IS')) {
        this.property();
      } else if (
        this.word === 'NOT' ||
        this.word === 'IN' ||
        this.word === 'BETWEEN' ||
        LIKES.includes(this.word ?? '')
      ) {
        this.accept('NOT');
        this.membership();
      } else {
        return;
      }
    }
  }

  /** What follows IS. */
  private property() {
    this.accept('NOT');
    if (this.accept('DISTINCT')) {
      this.expect('FROM', 'after IS DISTINCT');
      this.binary(0);
    } else if (!this.accept('NULL', 'TRUE', 'FALSE', 'UNKNOWN')) {
      this.unexpected('expected NULL, TRUE or FALSE after IS');
    }
  }

  private membership() {
    if (this.accept('IN')) {
      this.expect('(', 'after IN');
      this.list(')');
    } else if (this.accept('BETWEEN')) {
      this.binary(0);
      this.expect('AND', 'between the ends of BETWEEN');
      this.binary(0);
    } else if (this.accept(...LIKES)) {
      if (['ANY', 'ALL', 'SOME'].includes(this.word ?? '')) {
        this.unexpected('expected one pattern');
      }
      this.binary(0);
      if (this.accept('ESCAPE') && this.take().kind !== 'string') {
        this.position -= 1;
        this.unexpected('expected a string after ESCAPE');
      }
    } else {
      this.unexpected('expected IN, BETWEEN or LIKE after NOT');
    }
  }

  private binary(level: number) {
    const operators = BINARY[level];
    if (!operators) {
      this.unary();
      return;
    }
    do {
      this.binary(level + 1);
    } while (this.accept(...operators));
  }

  private unary() {
    while (this.accept('-', '+', '~'));
    this.primary();
  }

  /** Expressions separated by commas, up to a closing symbol; at least one. */
  private list(closing: string) {
    do {
      this.expression();
    } while (this.accept(','));
    this.expect(closing, 'or a comma');
  }

  private primary() {
    const { kind, text } = this.next;
    if (kind === 'string' || kind === 'number') {
      this.take();
    } else if (kind === 'quoted') {
      this.column();
    } else if (this.accept('(')) {
      this.expression();
      this.expect(')', 'for the opening parenthesis');
    } else if (kind === 'name') {
      this.named(text.toUpperCase());
    } else {
      this.unexpected('expected a column, a value or a function');
    }
  }

  private named(word: string) {
    const { kind: kindAfter } = this.tokens[this.position + 1] ?? this.next;
    if (this.accept('NULL', 'TRUE', 'FALSE')) {
      return;
    }
    if (word === 'CASE') {
      this.choice();
    } else if (word === 'INTERVAL') {
      this.interval();
    } else if (['DATE', 'TIMESTAMP'].includes(word) && kindAfter === 'string') {
      this.position += 2;
    } else if (this.wordAfter === '(') {
      this.call(word);
    } else {
      this.column();
    }
  }

  private column() {
    const { kind, text, at } = this.next;
    if (kind === 'name' && KEYWORDS.has(text.toLowerCase())) {
      this.unexpected(
        `expected a column, a value or a function (a column of this name is written \`${text}\`)`,
      );
    }
    this.take();
    if (this.word === '.') {
      throw new ExpressionError(
        `has a dot after ${JSON.stringify(text)} at character ${at}: columns have no parts; a column with a dot in its name is quoted by backticks as a whole`,
      );
    }
    this.columns.add(text);
  }

  private choice() {
    this.take();
    if (this.word !== 'WHEN') {
      this.expression();
    }
    let branches = 0;
    while (this.accept('WHEN')) {
      this.expression();
      this.expect('THEN', 'after the condition of WHEN');
      this.expression();
      branches += 1;
    }
    if (branches === 0) {
      this.unexpected('expected WHEN in CASE');
    }
    if (this.accept('ELSE')) {
      this.expression();
    }
    this.expect('END', 'to close CASE');
  }

  /** INTERVAL 3 days, INTERVAL '3' DAY. */
  private interval() {
    this.take();
    this.accept('-', '+');
    if (!['string', 'number'].includes(this.next.kind)) {
      this.unexpected('expected a number after INTERVAL');
    }
    this.take();
    if (!UNITS_OF_INTERVALS.test(this.next.text)) {
      this.unexpected('expected a unit such as DAY');
    }
    this.take();
  }

  private call(word: string) {
    const { text, at } = this.take();
    this.take();
    if (word === 'CAST' || word === 'TRY_CAST') {
      this.expression();
      this.expect('AS', `in ${word}`);
      this.type();
      this.expect(')', `to close ${word}`);
      return;
    }
    if (word === 'EXTRACT') {
      if (!FIELDS_OF_TIME.test(this.next.text)) {
        this.unexpected('expected a field such as YEAR');
      }
      this.take();
      this.expect('FROM', 'in EXTRACT');
      this.list(')');
      return;
    }
    const name = text.toLowerCase();
    if (!ALLOWED.has(name)) {
      const near = nearest(name, FUNCTIONS);
      throw new ExpressionError(
        `uses ${text}() at character ${at}, which is none of the functions that a pipeline may use${
          near ? `: did you mean ${near}()?` : ''
        }`,
      );
    }
    if (!this.accept(')')) {
      this.list(')');
    }
    if (this.accept('OVER', 'FILTER')) {
      throw new ExpressionError(
        `makes a window of ${text}() at character ${at}: an expression computes with the columns of its row only`,
      );
    }
  }

  private type() {
    if (!TYPES.has(this.next.text.toLowerCase())) {
      this.unexpected(
        'expected a type such as BIGINT, DECIMAL(18, 2), STRING, DATE or TIMESTAMP',
      );
    }
    this.take();
    if (this.accept('(')) {
      do {
        if (this.take().kind !== 'number') {
          this.position -= 1;
          this.unexpected('expected a number of digits');
        }
      } while (this.accept(','));
      this.expect(')', 'to close the type');
    }
  }
}

/**
 * Reads one expression of Spark SQL that computes with the columns of a row.
 *
 * @throws ExpressionError for anything else, with the place
 */
export function parseExpression(text: string): Expression {
  const reader = new Reader(tokenize(text));
  reader.whole();
  return { columns: [...reader.columns] };
}
