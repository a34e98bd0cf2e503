import type { Columns } from '../columns/Columns';
import { decimal, type RowType } from '../columns/rowTypes';
import FUNCTIONS from './functions.json';
import {
  DEFAULT_DIGITS,
  functionType,
  NAMED_TYPES,
  numberType,
  operatorType,
  typeOfOne,
} from './valueTypes';
import { SPARK_OPERATORS } from './engines';
import { KEYWORDS } from './keywords';
import { nearest } from './nearest';
import { ExpressionError, tokenize, type Token } from './tokenize';

/**
 * What an expression uses.
 *
 * @public
 */
export interface Expression {
  /** The columns, as written; each once. */
  columns: string[];
  /** The functions, and the operators that not every engine has, in lower case; each once. */
  uses: string[];
  /** The type of its value; `undefined` where only a run can tell it. */
  type: RowType | undefined;
}

type Type = RowType | undefined;

const ALLOWED = new Set(Object.keys(FUNCTIONS));

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
  readonly uses = new Set<string>();
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly rows: Columns | undefined,
  ) {}

  whole(): Type {
    const type = this.expression();
    if (this.next.kind !== 'end') {
      this.unexpected('expected an operator or the end');
    }
    return type;
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
    if (SPARK_OPERATORS.has(this.word.toLowerCase())) {
      this.uses.add(this.word.toLowerCase());
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

  private expression(): Type {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new ExpressionError(
        `is nested deeper than ${DEEPEST} levels: make it simpler`,
      );
    }
    let type = this.conjunction();
    while (this.accept('OR')) {
      this.conjunction();
      type = 'boolean';
    }
    this.depth -= 1;
    return type;
  }

  private conjunction(): Type {
    let type = this.negation();
    while (this.accept('AND')) {
      this.negation();
      type = 'boolean';
    }
    return type;
  }

  private negation(): Type {
    const { position } = this;
    while (this.accept('NOT', '!'));
    const negated = this.position > position;
    const type = this.predicate();
    return negated ? 'boolean' : type;
  }

  private predicate(): Type {
    let type = this.binary(0);
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
        return type;
      }
      type = 'boolean';
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

  private binary(level: number): Type {
    const operators = BINARY[level];
    if (!operators) {
      return this.unary();
    }
    let type = this.binary(level + 1);
    for (;;) {
      const operator = this.word ?? '';
      if (!this.accept(...operators)) {
        return type;
      }
      type = operatorType(operator, type, this.binary(level + 1));
    }
  }

  private unary(): Type {
    while (this.accept('-', '+', '~'));
    return this.primary();
  }

  /** Expressions separated by commas, up to a closing symbol; at least one. */
  private list(closing: string): Type[] {
    const types: Type[] = [];
    do {
      types.push(this.expression());
    } while (this.accept(','));
    this.expect(closing, 'or a comma');
    return types;
  }

  private primary(): Type {
    const { kind, text } = this.next;
    if (kind === 'string' || kind === 'number') {
      this.take();
      return kind === 'string' ? 'string' : numberType(text);
    }
    if (kind === 'quoted') {
      return this.column();
    }
    if (this.accept('(')) {
      const type = this.expression();
      this.expect(')', 'for the opening parenthesis');
      return type;
    }
    return kind === 'name'
      ? this.named(text.toUpperCase())
      : this.unexpected('expected a column, a value or a function');
  }

  private named(word: string): Type {
    const { kind: kindAfter } = this.tokens[this.position + 1] ?? this.next;
    if (this.accept('NULL', 'TRUE', 'FALSE')) {
      return word === 'NULL' ? undefined : 'boolean';
    }
    if (word === 'CASE') {
      return this.choice();
    }
    if (word === 'INTERVAL') {
      return this.interval();
    }
    if (['DATE', 'TIMESTAMP'].includes(word) && kindAfter === 'string') {
      this.position += 2;
      return NAMED_TYPES[word.toLowerCase()];
    }
    return this.wordAfter === '(' ? this.call(word) : this.column();
  }

  private column(): Type {
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
    return this.rows?.get(text.toLowerCase());
  }

  private choice(): Type {
    this.take();
    if (this.word !== 'WHEN') {
      this.expression();
    }
    const types: Type[] = [];
    while (this.accept('WHEN')) {
      this.expression();
      this.expect('THEN', 'after the condition of WHEN');
      types.push(this.expression());
    }
    if (types.length === 0) {
      this.unexpected('expected WHEN in CASE');
    }
    if (this.accept('ELSE')) {
      types.push(this.expression());
    }
    this.expect('END', 'to close CASE');
    return typeOfOne(types);
  }

  /** INTERVAL 3 days, INTERVAL '3' DAY. */
  private interval(): undefined {
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

  private call(word: string): Type {
    const { text, at } = this.take();
    this.take();
    if (word === 'CAST' || word === 'TRY_CAST') {
      this.expression();
      this.expect('AS', `in ${word}`);
      const type = this.type();
      this.expect(')', `to close ${word}`);
      return type;
    }
    if (word === 'EXTRACT') {
      if (!FIELDS_OF_TIME.test(this.next.text)) {
        this.unexpected('expected a field such as YEAR');
      }
      const field = this.take().text;
      this.expect('FROM', 'in EXTRACT');
      this.list(')');
      return /^second/i.test(field) ? 'decimal' : 'int';
    }
    const name = text.toLowerCase();
    if (!ALLOWED.has(name)) {
      const near = nearest(name, [...ALLOWED]);
      throw new ExpressionError(
        `uses ${text}() at character ${at}, which is none of the functions that a pipeline may use${
          near ? `: did you mean ${near}()?` : ''
        }`,
      );
    }
    this.uses.add(name);
    const given = this.accept(')') ? [] : this.list(')');
    if (this.accept('OVER', 'FILTER')) {
      throw new ExpressionError(
        `makes a window of ${text}() at character ${at}: an expression computes with the columns of its row only`,
      );
    }
    return functionType(name, given);
  }

  private type(): Type {
    if (!Object.hasOwn(NAMED_TYPES, this.next.text.toLowerCase())) {
      this.unexpected(
        'expected a type such as BIGINT, DECIMAL(18, 2), STRING, DATE or TIMESTAMP',
      );
    }
    const type = NAMED_TYPES[this.take().text.toLowerCase()];
    const digits: number[] = [];
    if (this.accept('(')) {
      do {
        if (this.next.kind !== 'number') {
          this.unexpected('expected a number of digits');
        }
        digits.push(Number(this.take().text));
      } while (this.accept(','));
      this.expect(')', 'to close the type');
    }
    const [precision, scale] =
      digits.length > 0 ? [...digits, 0] : DEFAULT_DIGITS;
    return type === 'decimal' ? decimal(precision, scale) : type;
  }
}

/**
 * Reads one expression of Spark SQL that computes with the columns of a row.
 *
 * @param rows - the columns there are, of whose types its own is told
 * @throws ExpressionError for anything else, with the place
 *
 * @public
 */
export function parseExpression(text: string, rows?: Columns): Expression {
  const reader = new Reader(tokenize(text), rows);
  const type = reader.whole();
  return { columns: [...reader.columns], uses: [...reader.uses], type };
}
