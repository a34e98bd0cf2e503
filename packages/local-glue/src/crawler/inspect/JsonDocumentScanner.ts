import type { JsonPathStep } from '../jsonPath';
import { JsonError, JsonReader } from './JsonReader';
import { JsonType } from './JsonType';
import { hasByteOrderMark, Utf8Check } from './utf8';

/** A document is kept in memory to be read as a whole. */
const maxBytes = 32 * 1024 * 1024;

const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;

/**
 * Reads JSON documents, which may go over many lines, as the records that a
 * path leads to; with `$`, the empty path, each document is one.
 */
export class JsonDocumentScanner {
  readonly type = new JsonType();
  readonly #utf8 = new Utf8Check();
  /** The beginning of the current document, in earlier chunks. */
  #chunks: Buffer[] = [];
  #bytes = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isBeginning = true;
  /** Where the current document begins: both from 0. */
  #line = 0;
  #records = 0;

  constructor(private readonly path: readonly JsonPathStep[]) {}

  get records(): number {
    return this.#records;
  }

  /** Throws Error that names the line and what is wrong with it. */
  write(chunk: Buffer): void {
    this.#utf8.write(chunk);
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      if (!this.#endsDocument(chunk[index])) continue;
      this.#read(chunk.subarray(start, index + 1));
      start = index + 1;
    }
    const rest = Buffer.from(chunk.subarray(start));
    this.#bytes += rest.length;
    if (this.#bytes > maxBytes) {
      throw new Error(
        `one of its JSON documents has more than ${maxBytes} bytes; write one object per line instead (JSON lines)`,
      );
    }
    this.#chunks.push(rest);
  }

  end(): void {
    this.#utf8.end();
    this.#read(Buffer.alloc(0));
  }

  #endsDocument(byte: number): boolean {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) this.#isInString = false;
      return false;
    }
    switch (byte) {
      case quote:
        this.#isInString = true;
        return false;
      case 0x7b: // {
      case 0x5b: // [
        this.#depth++;
        return false;
      case 0x7d: // }
      case 0x5d: // ]
        this.#depth--;
        return this.#depth <= 0;
      default:
        return false;
    }
  }

  #read(last: Buffer): void {
    const bytes = Buffer.concat([...this.#chunks, last]);
    this.#chunks = [];
    this.#bytes = 0;
    this.#depth = 0;
    const hasMark = this.#isBeginning && hasByteOrderMark(bytes);
    this.#isBeginning = false;
    const reader = new JsonReader(bytes, hasMark ? 3 : 0);
    try {
      while (!reader.isAtEnd) {
        this.#records += reader.readRecords(this.path, this.type);
      }
    } catch (error) {
      throw error instanceof JsonError ? this.#ofText(bytes, error) : error;
    }
    for (const byte of bytes) if (byte === newline) this.#line++;
  }

  #ofText(bytes: Buffer, { message, at }: JsonError): Error {
    const before = bytes.toString('utf8', 0, at).split('\n');
    return new Error(
      `its line ${this.#line + before.length} is no JSON: ${message}`,
    );
  }
}
