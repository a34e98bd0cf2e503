import { AwsError } from '../base/AwsError';

/** S3's own limit on a key, in bytes of UTF-8. */
const maxKeyBytes = 1024;
/** What common file systems take as one name, in bytes. */
const maxSegmentBytes = 255;

/**
 * Throws unless the key can be a file below its bucket's folder. S3 itself
 * takes any string of up to 1,024 bytes; a file system does not, so keys that
 * it would read as another place are refused instead of rewritten.
 */
export function checkObjectKey(key: string): void {
  if (key === '') {
    throw new AwsError('InvalidArgument', 'The object key is empty.');
  }
  if (Buffer.byteLength(key) > maxKeyBytes) {
    throw new AwsError(
      'KeyTooLongError',
      `The object key is longer than ${maxKeyBytes} bytes.`,
    );
  }
  if (key.includes('\0')) {
    throw new AwsError(
      'InvalidArgument',
      'The object key contains a NUL character, which no file name can hold.',
    );
  }
  const segments = key.split('/');
  // A key that ends with "/" is a folder placeholder: its last segment is empty.
  if (segments.length > 1 && segments[segments.length - 1] === '') {
    segments.pop();
  }
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..') {
      throw new AwsError(
        'InvalidArgument',
        `The object key "${key}" has the path segment "${segment}". local-glue keeps objects as files, so keys must not begin with "/", nor contain "//", "." or ".." between slashes.`,
      );
    }
    if (Buffer.byteLength(segment) > maxSegmentBytes) {
      throw new AwsError(
        'KeyTooLongError',
        `The object key has a part between slashes that is longer than ${maxSegmentBytes} bytes, the most that a file name can have.`,
      );
    }
  }
}
