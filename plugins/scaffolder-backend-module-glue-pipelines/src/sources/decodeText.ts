import { SourceError } from './SourceError';

/** The encodings of the language. */
export type Encoding = 'UTF-8' | 'ISO-8859-1' | 'windows-1252' | 'UTF-16';

/** The encoding that a byte order mark tells. */
export function encodingOfMark(bytes: Buffer): Encoding | undefined {
  if (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  ) {
    return 'UTF-16';
  }
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? 'UTF-8'
    : undefined;
}

/**
 * The text of the beginning of a file, without its byte order mark. A
 * character that the end cuts in two is left out.
 *
 * @throws SourceError for bytes that are not of the encoding
 */
export function decodeText(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'ISO-8859-1') {
    return bytes.toString('latin1');
  }
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const label = {
    'UTF-8': 'utf-8',
    'windows-1252': 'windows-1252',
    'UTF-16': bigEndian ? 'utf-16be' : 'utf-16le',
  }[encoding];
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, {
      stream: true,
    });
  } catch {
    throw new SourceError(
      `is ${encoding}, and the file has bytes that are not: choose the encoding in which it is written, for example ISO-8859-1 or windows-1252`,
      'csv.encoding',
    );
  }
}
