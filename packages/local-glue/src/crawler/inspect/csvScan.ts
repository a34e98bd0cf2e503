import { hasByteOrderMark, Utf8Check } from './utf8';
import { kinds, meet, typeOfKind, ValueKind, valueKind } from './valueKind';

export interface CsvDialect {
  /** One ASCII character. */
  delimiter: string;
  /** One ASCII character. */
  quote: string;
}

export interface CsvScan {
  /** The fields of the first record that is not empty. */
  first: string[];
  /** Hive types of the columns by the records after the first. */
  typesBelow: string[];
  /** Hive types of the columns by all records. */
  types: string[];
  /** Number of records, the first included. */
  records: number;
  /** Whether any field is quoted. */
  isQuoted: boolean;
}

/** More fields than these in a first line are no table. */
const maxColumns = 50_000;
/** Longer values are text, whatever is in them. */
const maxNumberBytes = 64;
/** What is kept of a field that is quoted, goes over two chunks or may be a name. */
const keptBytes = 1024;

const newline = 0x0a;
const carriageReturn = 0x0d;

type State = 'start' | 'plain' | 'quoted' | 'quoteInQuoted';

/**
 * Reads CSV chunk by chunk, in memory that depends on the number of columns
 * only: neither long lines nor a quote that is never closed make it grow.
 * Lines with fewer fields than the first are filled up and longer ones cut, as
 * Spark does; empty lines do not count.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #isMultiline: boolean;
  readonly #trims: boolean;
  /** The current field as far as it is kept. */
  readonly #field = Buffer.alloc(keptBytes);
  /** Bytes of the current field before the chunk, also those that are not kept. */
  #length = 0;
  #state: State = 'start';
  #isFieldQuoted = false;
  #column = 0;
  readonly #first: string[] = [];
  readonly #firstKinds: ValueKind[] = [];
  /** By column: what all values below the first record can be. */
  #below: Uint8Array | undefined;
  #records = 0;
  #isQuoted = false;
  #isBeginning = true;
  readonly #utf8 = new Utf8Check();

  /**
   * @param isMultiline - whether a quoted field may go over several lines
   * @param trims - whether blanks around a value say nothing about its type
   */
  constructor(
    { delimiter, quote }: CsvDialect,
    { isMultiline, trims }: { isMultiline: boolean; trims: boolean },
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
    this.#isMultiline = isMultiline;
    this.#trims = trims;
  }

  /** Throws Error where the text is not UTF-8 or has too many columns. */
  write(chunk: Buffer): void {
    this.#utf8.write(chunk);
    let index = 0;
    if (this.#isBeginning) {
      this.#isBeginning = false;
      if (hasByteOrderMark(chunk)) index = 3;
    }
    while (index < chunk.length) {
      index =
        this.#state === 'quoted'
          ? this.#readQuoted(chunk, index)
          : this.#readPlain(chunk, index);
    }
  }

  /** Undefined when a quoted field was never closed, so that each line has to count for itself. */
  end(): CsvScan | undefined {
    this.#utf8.end();
    if (this.#state === 'quoted' && this.#isMultiline) return undefined;
    this.#endLine(this.#field, 0, 0);
    const below = [...(this.#below ?? [])];
    return {
      first: this.#first,
      typesBelow: below.map(typeOfKind),
      types: below.map((kind, column) =>
        typeOfKind(meet(kind, this.#firstKinds[column])),
      ),
      records: this.#records,
      isQuoted: this.#isQuoted,
    };
  }

  /** Reads up to the end of the field, and returns where to go on. */
  #readPlain(chunk: Buffer, start: number): number {
    if (chunk[start] === this.#quote) {
      if (this.#state === 'start') {
        this.#isQuoted = true;
        this.#isFieldQuoted = true;
        this.#state = 'quoted';
        return start + 1;
      }
      if (this.#state === 'quoteInQuoted') {
        this.#keep(chunk, start, start + 1);
        this.#state = 'quoted';
        return start + 1;
      }
    }
    this.#state = 'plain';
    const delimiter = this.#delimiter;
    let end = start;
    while (
      end < chunk.length &&
      chunk[end] !== delimiter &&
      chunk[end] !== newline
    ) {
      end++;
    }
    if (end === chunk.length) {
      this.#keep(chunk, start, end);
      return end;
    }
    if (chunk[end] === newline) this.#endLine(chunk, start, end);
    else this.#endField(chunk, start, end);
    return end + 1;
  }

  #readQuoted(chunk: Buffer, start: number): number {
    let end = start;
    while (end < chunk.length && chunk[end] !== this.#quote) {
      if (chunk[end] === newline && !this.#isMultiline) {
        this.#endLine(chunk, start, end);
        return end + 1;
      }
      end++;
    }
    this.#keep(chunk, start, end);
    if (end === chunk.length) return end;
    this.#state = 'quoteInQuoted';
    return end + 1;
  }

  #keep(chunk: Buffer, start: number, end: number): void {
    if (this.#length < keptBytes) {
      chunk.copy(this.#field, this.#length, start, end);
    }
    this.#length += end - start;
  }

  /** The line's last field is what was kept of it and the chunk from `start` to `end`. */
  #endLine(chunk: Buffer, start: number, end: number): void {
    const isCutAfterReturn =
      end === start && this.#field[this.#length - 1] === carriageReturn;
    if (isCutAfterReturn && this.#length <= keptBytes) this.#length--;
    const hasReturn = end > start && chunk[end - 1] === carriageReturn;
    const last = hasReturn ? end - 1 : end;
    const isEmpty =
      this.#column === 0 &&
      !this.#isFieldQuoted &&
      this.#length === 0 &&
      last === start;
    if (isEmpty) {
      this.#state = 'start';
      return;
    }
    this.#endField(chunk, start, last);
    this.#below ??= new Uint8Array(this.#first.length).fill(kinds.empty);
    this.#column = 0;
    this.#records++;
  }

  #endField(chunk: Buffer, start: number, end: number): void {
    const column = this.#column++;
    this.#isFieldQuoted = false;
    this.#state = 'start';
    if (this.#below && this.#length === 0) {
      this.#noteValue(column, chunk, start, end);
      return;
    }
    this.#keep(chunk, start, end);
    if (this.#below) {
      this.#noteValue(column, this.#field, 0, this.#length);
    } else {
      this.#noteName();
    }
    this.#length = 0;
  }

  #noteValue(column: number, bytes: Buffer, start: number, end: number): void {
    const below = this.#below!;
    if (column >= below.length || below[column] === kinds.text) return;
    below[column] = meet(below[column], this.#kind(bytes, start, end));
  }

  #noteName(): void {
    if (this.#first.length === maxColumns) {
      throw new Error(`its first line has more than ${maxColumns} fields`);
    }
    const length = Math.min(this.#length, keptBytes);
    this.#first.push(this.#field.toString('utf8', 0, length));
    this.#firstKinds.push(this.#kind(this.#field, 0, length));
  }

  #kind(bytes: Buffer, start: number, end: number): ValueKind {
    if (end - start > maxNumberBytes) return kinds.text;
    const isPadded =
      end > start && (isBlank(bytes[start]) || isBlank(bytes[end - 1]));
    if (isPadded && !this.#trims) return kinds.text;
    return valueKind(bytes, start, end);
  }
}

function isBlank(byte: number): boolean {
  return byte <= 0x20;
}
