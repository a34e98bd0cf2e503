import { AwsError } from '../../base/AwsError';

/** Both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a Range header for an object of `size` bytes. Undefined means the
 * whole object: without the header, and for what S3 ignores (several ranges,
 * other units). Throws InvalidRange when it begins after the end.
 */
export function readByteRange(
  value: string | undefined,
  size: number,
): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(value ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first, last] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end =
    first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (last !== '' && first !== '' && Number(last) < start) return undefined;
  if (start >= size) {
    throw new AwsError(
      'InvalidRange',
      `The range "${value}" begins after the object's ${size} bytes`,
      416,
    );
  }
  return { start, end };
}
