import { JsonError, JsonReader } from './JsonReader';
import { JsonType } from './JsonType';
import { hasByteOrderMark, Utf8Check } from './utf8';

/** Longer lines are no records. */
const maxLineBytes = 16 * 1024 * 1024;

const newline = 0x0a;

/** Reads JSON lines chunk by chunk, and remembers the types of what it has read but no value. */
export class JsonLinesScanner {
  readonly type = new JsonType();
  readonly #utf8 = new Utf8Check();
  /** The beginning of the current line, in earlier chunks. */
  #line: Buffer[] = [];
  #lineBytes = 0;
  #lineNumber = 0;
  #records = 0;

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
    const line =
      this.#line.length > 0 ? Buffer.concat([...this.#line, last]) : last;
    this.#line = [];
    this.#lineBytes = 0;
    const hasMark = this.#lineNumber === 0 && hasByteOrderMark(line);
    this.#lineNumber++;
    const reader = new JsonReader(line, hasMark ? 3 : 0);
    if (reader.isAtEnd) return;
    if (!reader.isAtObject) throw this.#problem('it is no object');
    try {
      reader.readValue(this.type);
      if (!reader.isAtEnd) throw reader.unexpected();
    } catch (error) {
      throw error instanceof JsonError ? this.#ofLine(line, error) : error;
    }
    this.#records++;
  }

  #ofLine(line: Buffer, { message, at }: JsonError): Error {
    return this.#problem(
      at >= line.length
        ? 'it ends in the middle of an object (each object has to be on a line of its own; a JSON classifier of the crawler reads others)'
        : `at column ${at + 1} ${message}`,
    );
  }

  #problem(what: string): Error {
    const number = Math.max(1, this.#lineNumber);
    return new Error(`its line ${number} is no JSON: ${what}`);
  }
}
