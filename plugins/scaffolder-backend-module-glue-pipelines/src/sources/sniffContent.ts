import { hasUtf16Mark } from './csv/decodeText';

/** What the first bytes of an object look like. */
export type ContentKind = 'parquet' | 'gzip' | 'json' | 'text' | 'binary';

/** How much is looked at: beyond it a zero byte is a matter of the text. */
const START_BYTES = 64 * 1024;

/** Tells kinds apart by magic numbers and, for JSON, by the first character. */
export function sniffContent(content: Buffer): ContentKind {
  const start = content.subarray(0, START_BYTES);
  if (start.subarray(0, 4).toString('latin1') === 'PAR1') {
    return 'parquet';
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return 'gzip';
  }
  if (hasUtf16Mark(start)) {
    return 'text';
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
