import { JsonType } from './JsonType';
import { hasByteOrderMark, Utf8Check } from './utf8';
import { kinds, valueKind } from './valueKind';

/** Longer lines are no records. */
const maxLineBytes = 16 * 1024 * 1024;
const maxDepth = 100;

const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;

const words = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);

/** Reads JSON lines chunk by chunk, and remembers the types of what it has read but no value. */
export class JsonLinesScanner {
  readonly type = new JsonType();
  readonly #utf8 = new Utf8Check();
  /** The beginning of the current line, in earlier chunks. */
  #line: Buffer[] = [];
  #lineBytes = 0;
  #lineNumber = 0;
  #records = 0;
  /** Of the line that is read. */
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  get records(): number {
    return this.#records;
  }

  /** Throws Error that names the line and what is wrong with it. */
  write(chunk: Buffer): void {
    this.#utf8.write(chunk);
    let start = 0;
    for (
      let end = chunk.indexOf(newline);
      end !== -1;
      end = chunk.indexOf(newline, start)
    ) {
      this.#endLine(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start === chunk.length) return;
    const rest = Buffer.from(chunk.subarray(start));
    this.#lineBytes += rest.length;
    if (this.#lineBytes > maxLineBytes) {
      throw this.#problem(`it has more than ${maxLineBytes} bytes`);
    }
    this.#line.push(rest);
  }

  end(): void {
    this.#utf8.end();
    this.#endLine(Buffer.alloc(0));
  }

  #endLine(last: Buffer): void {
    this.#bytes =
      this.#line.length > 0 ? Buffer.concat([...this.#line, last]) : last;
    this.#line = [];
    this.#lineBytes = 0;
    this.#at = this.#lineNumber === 0 && hasByteOrderMark(this.#bytes) ? 3 : 0;
    this.#lineNumber++;
    this.#skipBlanks();
    if (this.#at === this.#bytes.length) return;
    if (this.#bytes[this.#at] !== 0x7b) throw this.#problem('it is no object');
    this.#readValue(this.type, 0);
    if (this.#at < this.#bytes.length) throw this.#unexpected();
    this.#records++;
  }

  /** Reads a value and the blanks behind it. */
  #readValue(type: JsonType, depth: number): void {
    if (depth > maxDepth) {
      throw this.#problem(`it is nested more than ${maxDepth} levels deep`);
    }
    const byte = this.#bytes[this.#at];
    if (byte === 0x7b) this.#readObject(type, depth);
    else if (byte === 0x5b) this.#readList(type, depth);
    else if (byte === quote) {
      this.#readString();
      type.addScalar('string');
    } else if (words.has(byte)) this.#readWord(type, words.get(byte)!);
    else this.#readNumber(type);
    this.#skipBlanks();
  }

  #readObject(type: JsonType, depth: number): void {
    type.addObject();
    this.#take(0x7b);
    if (this.#bytes[this.#at] === 0x7d) {
      this.#at++;
      return;
    }
    for (;;) {
      const name = this.#readString();
      this.#skipBlanks();
      this.#take(0x3a);
      this.#readValue(type.member(name), depth + 1);
      if (this.#bytes[this.#at] === 0x7d) break;
      this.#take(0x2c);
    }
    this.#at++;
  }

  #readList(type: JsonType, depth: number): void {
    const element = type.element();
    this.#take(0x5b);
    if (this.#bytes[this.#at] === 0x5d) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#readValue(element, depth + 1);
      if (this.#bytes[this.#at] === 0x5d) break;
      this.#take(0x2c);
    }
    this.#at++;
  }

  /** What it says, where it has no escapes at least. */
  #readString(): string {
    const start = this.#at;
    if (this.#bytes[start] !== quote) throw this.#unexpected();
    let isEscaped = false;
    let end = start + 1;
    for (; this.#bytes[end] !== quote; end++) {
      if (end >= this.#bytes.length || this.#bytes[end] < 0x20) {
        this.#at = Math.min(end, this.#bytes.length);
        throw this.#unexpected();
      }
      if (this.#bytes[end] === backslash) {
        isEscaped = true;
        end++;
      }
    }
    this.#at = end + 1;
    const text = this.#bytes.toString('utf8', start + 1, end);
    if (!isEscaped) return text;
    try {
      return JSON.parse(`"${text}"`);
    } catch {
      this.#at = start;
      throw this.#unexpected();
    }
  }

  #readWord(type: JsonType, word: string): void {
    const end = this.#at + word.length;
    if (this.#bytes.toString('latin1', this.#at, end) !== word) {
      throw this.#unexpected();
    }
    this.#at = end;
    if (word !== 'null') type.addScalar('boolean');
  }

  #readNumber(type: JsonType): void {
    const start = this.#at;
    let end = start;
    while (isNumberByte(this.#bytes[end])) end++;
    const kind = valueKind(this.#bytes, start, end);
    if (end === start || kind === kinds.text || this.#bytes[start] === 0x2b)
      throw this.#unexpected();
    this.#at = end;
    if (kind !== kinds.bigint) type.addScalar('double');
    else {
      const value = Number(this.#bytes.toString('latin1', start, end));
      const isSmall = value >= -2147483648 && value <= 2147483647;
      type.addScalar(isSmall ? 'int' : 'bigint');
    }
  }

  /** Takes a byte and the blanks behind it. */
  #take(byte: number): void {
    if (this.#bytes[this.#at] !== byte) throw this.#unexpected();
    this.#at++;
    this.#skipBlanks();
  }

  #skipBlanks(): void {
    const bytes = this.#bytes;
    while (
      bytes[this.#at] === 0x20 ||
      bytes[this.#at] === 0x09 ||
      bytes[this.#at] === 0x0d
    ) {
      this.#at++;
    }
  }

  #unexpected(): Error {
    const rest = this.#bytes.toString('utf8', this.#at, this.#at + 20);
    return this.#problem(
      rest === ''
        ? 'it ends in the middle of an object (each object has to be on a line of its own)'
        : `at column ${this.#at + 1} ${JSON.stringify(rest)} is unexpected`,
    );
  }

  #problem(what: string): Error {
    const number = Math.max(1, this.#lineNumber);
    return new Error(`its line ${number} is no JSON: ${what}`);
  }
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
