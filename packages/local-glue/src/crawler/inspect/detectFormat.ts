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
        `it is ${name}, which local-glue does not crawl; CSV, JSON lines and Parquet are`,
      );
    }
  }
  if (head.includes(0)) {
    throw new Error('it is neither CSV nor JSON lines nor Parquet');
  }
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('[')) {
    throw new Error(
      'it is a JSON array; write one object per line instead (JSON lines)',
    );
  }
  return text.startsWith('{') ? 'json' : 'csv';
}
