/** What the first bytes of an object look like. */
export type ContentKind =
  'avro' | 'orc' | 'parquet' | 'gzip' | 'json' | 'text' | 'binary';

/** Tells kinds apart by magic numbers and, for JSON, by the first character. */
export function sniffContent(start: Buffer): ContentKind {
  if (start.subarray(0, 4).toString('latin1') === 'PAR1') {
    return 'parquet';
  }
  if (start.subarray(0, 4).toString('latin1') === 'Obj\u0001') {
    return 'avro';
  }
  if (start.subarray(0, 3).toString('latin1') === 'ORC') {
    return 'orc';
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return 'gzip';
  }
  if (start.includes(0)) {
    return 'binary';
  }
  const first = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()[0];
  return first === '{' || first === '[' ? 'json' : 'text';
}
