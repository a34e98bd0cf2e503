import { DataFormat } from '../hiveTypes';

/** The first bytes of file formats that a crawler of Glue knows and this one does not read. */
const otherFormats: readonly (readonly [string, Buffer])[] = [
  ['Avro', Buffer.from('Obj\x01')],
  ['ORC', Buffer.from('ORC')],
  ['bzip2', Buffer.from('BZh')],
  ['Zip', Buffer.from('PK\x03\x04')],
  ['Zstandard', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['snappy', Buffer.from('\xff\x06\x00\x00sNaPpY', 'latin1')],
];

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The format of a file by its first bytes, uncompressed; names count for
 * nothing, as with Glue's classifiers. Throws Error that says what it is
 * instead, without naming the file.
 */
export function detectFormat(head: Buffer): DataFormat {
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  for (const [name, magic] of otherFormats) {
    if (head.subarray(0, magic.length).equals(magic)) {
      throw new Error(
        `it is ${name}, which local-glue does not crawl; CSV, JSON and Parquet are`,
      );
    }
  }
  const isUtf16 =
    (head[0] === 0xff && head[1] === 0xfe) ||
    (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) {
    throw new Error('its text is UTF-16, not UTF-8; convert it first');
  }
  if (head.includes(0)) {
    throw new Error('it is neither CSV nor JSON nor Parquet');
  }
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return /^[{[]/.test(text) ? 'json' : 'csv';
}
