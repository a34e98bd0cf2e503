import type { JsonPathStep } from '../jsonPath';
import { JsonType } from './JsonType';
import { kinds, valueKind } from './valueKind';

const maxDepth = 100;

const openBrace = 0x7b;
const openBracket = 0x5b;
const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;

const words = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);

/** What JSON cannot be read for; `at` is the place in the text. */
export class JsonError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/**
 * Reads JSON values one after the other, and notes their types but no value.
 * Throws JsonError that says what is wrong.
 */
export class JsonReader {
  #at: number;

  /** @param from - where to begin, behind a byte order mark for instance */
  constructor(
    private readonly bytes: Buffer,
    from = 0,
  ) {
    this.#at = from;
    this.#skipBlanks();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  get isAtObject(): boolean {
    return this.bytes[this.#at] === openBrace;
  }

  /** Reads a value and the blanks behind it. */
  readValue(type: JsonType, depth = 0): void {
    const byte = this.bytes[this.#at];
    if (byte === openBrace) {
      type.addObject();
      this.#readMembers(depth, name =>
        this.readValue(type.member(name), depth + 1),
      );
    } else if (byte === openBracket) {
      const element = type.element();
      this.#readElements(depth, () => this.readValue(element, depth + 1));
    } else if (byte === quote) {
      this.#readString();
      type.addScalar('string');
    } else if (words.has(byte)) this.#readWord(type, words.get(byte)!);
    else this.#readNumber(type);
    this.#skipBlanks();
  }

  /** Reads a value in which `steps` lead to records of the type, and returns how many there are. */
  readRecords(
    steps: readonly JsonPathStep[],
    type: JsonType,
    depth = 0,
  ): number {
    const [step, ...rest] = steps;
    if (!step) {
      this.readValue(type, depth);
      return 1;
    }
    let records = 0;
    const visit = (isWanted: boolean) => {
      if (isWanted) records += this.readRecords(rest, type, depth + 1);
      else this.readValue(new JsonType(), depth + 1);
    };
    const byte = this.bytes[this.#at];
    if (byte === openBrace) {
      this.#readMembers(depth, name =>
        visit(
          step.kind === 'anyMember' ||
            (step.kind === 'member' && step.name === name),
        ),
      );
      this.#skipBlanks();
    } else if (byte === openBracket) {
      this.#readElements(depth, index =>
        visit(
          step.kind === 'anyElement' ||
            (step.kind === 'element' && step.index === index),
        ),
      );
      this.#skipBlanks();
    } else {
      this.readValue(new JsonType(), depth);
    }
    return records;
  }

  /** What says that the text cannot go on as it does. */
  unexpected(): JsonError {
    const rest = this.bytes.toString('utf8', this.#at, this.#at + 20);
    return new JsonError(
      rest === ''
        ? 'it ends in the middle of a value'
        : `${JSON.stringify(rest)} is unexpected`,
      this.#at,
    );
  }

  #readMembers(depth: number, visit: (name: string) => void): void {
    this.#enter(openBrace, depth);
    if (this.bytes[this.#at] === 0x7d) {
      this.#at++;
      return;
    }
    for (;;) {
      const name = this.#readString();
      this.#skipBlanks();
      this.#take(0x3a);
      visit(name);
      if (this.bytes[this.#at] === 0x7d) break;
      this.#take(0x2c);
    }
    this.#at++;
  }

  #readElements(depth: number, visit: (index: number) => void): void {
    this.#enter(openBracket, depth);
    if (this.bytes[this.#at] === 0x5d) {
      this.#at++;
      return;
    }
    for (let index = 0; ; index++) {
      visit(index);
      if (this.bytes[this.#at] === 0x5d) break;
      this.#take(0x2c);
    }
    this.#at++;
  }

  #enter(byte: number, depth: number): void {
    if (depth >= maxDepth) {
      throw new JsonError(
        `it is nested more than ${maxDepth} levels deep`,
        this.#at,
      );
    }
    this.#take(byte);
  }

  /** What it says, where it has no escapes at least. */
  #readString(): string {
    const start = this.#at;
    if (this.bytes[start] !== quote) throw this.unexpected();
    let isEscaped = false;
    let end = start + 1;
    for (; this.bytes[end] !== quote; end++) {
      if (end >= this.bytes.length || this.bytes[end] < 0x20) {
        this.#at = Math.min(end, this.bytes.length);
        throw this.unexpected();
      }
      if (this.bytes[end] === backslash) {
        isEscaped = true;
        end++;
      }
    }
    this.#at = end + 1;
    const text = this.bytes.toString('utf8', start + 1, end);
    if (!isEscaped) return text;
    try {
      return JSON.parse(`"${text}"`);
    } catch {
      this.#at = start;
      throw this.unexpected();
    }
  }

  #readWord(type: JsonType, word: string): void {
    const end = this.#at + word.length;
    if (this.bytes.toString('latin1', this.#at, end) !== word) {
      throw this.unexpected();
    }
    this.#at = end;
    if (word === 'null') type.addNull();
    else type.addScalar('boolean');
  }

  #readNumber(type: JsonType): void {
    const start = this.#at;
    let end = start;
    while (isNumberByte(this.bytes[end])) end++;
    const kind = valueKind(this.bytes, start, end);
    if (end === start || kind === kinds.text || this.bytes[start] === 0x2b)
      throw this.unexpected();
    this.#at = end;
    if (kind !== kinds.bigint) type.addScalar('double');
    else {
      const value = Number(this.bytes.toString('latin1', start, end));
      const isSmall = value >= -2147483648 && value <= 2147483647;
      type.addScalar(isSmall ? 'int' : 'bigint');
    }
  }

  /** Takes a byte and the blanks behind it. */
  #take(byte: number): void {
    if (this.bytes[this.#at] !== byte) throw this.unexpected();
    this.#at++;
    this.#skipBlanks();
  }

  #skipBlanks(): void {
    while (isBlank(this.bytes[this.#at])) this.#at++;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === newline;
}

function isNumberByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x65 ||
    byte === 0x45
  );
}
