import { isUtf8 } from 'node:buffer';

/** Checks text chunk by chunk. */
export class Utf8Check {
  /** A character that the end of the last chunk has cut in two. */
  #carry: Buffer = Buffer.alloc(0);

  /** Throws Error unless the text is UTF-8. */
  write(chunk: Buffer): void {
    const bytes =
      this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    const end = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, end))) throw notUtf8();
    this.#carry = Buffer.from(bytes.subarray(end));
  }

  /** Throws Error when the last character is cut off. */
  end(): void {
    if (this.#carry.length > 0) throw notUtf8();
  }
}

export function notUtf8(): Error {
  return new Error('its text is not UTF-8; convert it first');
}

export function hasByteOrderMark(chunk: Buffer): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}

/** How many bytes there are without a character that the end cuts in two. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const isCut =
        back < 2 || (byte >= 0xe0 && back < 3) || (byte >= 0xf0 && back < 4);
      return isCut ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
