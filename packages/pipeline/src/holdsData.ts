import type { S3Location } from './s3Uri';

/**
 * Whether an object is hidden: its name, or a folder that it is in, begins with
 * `_` or `.` (`_SUCCESS`, `_temporary/`, checksums), is empty, or is what
 * Hadoop marks folders by (`<folder>_$folder$`). Spark and the crawlers skip
 * such objects. A folder `_name=value/` is a partition.
 *
 * @param key - of the object, as seen from the folder that is read
 *
 * @public
 */
export function isHidden(key: string): boolean {
  return key
    .split('/')
    .some(
      segment =>
        segment === '' ||
        segment.startsWith('.') ||
        (segment.startsWith('_') && !segment.includes('=')) ||
        segment.endsWith('_$folder$'),
    );
}

/**
 * Whether an object of a source is data: neither empty, as markers of folders
 * are, nor hidden.
 *
 * @param source - the object itself, or the prefix that it lies below
 *
 * @public
 */
export function holdsData(
  { key, size }: { key: string; size: number },
  { key: prefix }: Pick<S3Location, 'key'>,
): boolean {
  const name = prefix.endsWith('/')
    ? key.slice(prefix.length)
    : key.slice(key.lastIndexOf('/') + 1);
  return size > 0 && !isHidden(name);
}
