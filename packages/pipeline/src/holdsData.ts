import type { S3Location } from './s3Uri';

/**
 * Whether an object of a source is data. Empty objects (markers of folders)
 * are not, nor what has a name or a folder that begins with `_` or `.`
 * (`_SUCCESS`, `_temporary/`, checksums): Spark and the crawlers skip them too.
 * A folder `_name=value/` is a partition.
 *
 * @param source - the object itself, or the prefix that it lies below
 */
export function holdsData(
  object: { key: string; size: number },
  { key: prefix }: Pick<S3Location, 'key'>,
): boolean {
  const { key, size } = object;
  const segments = prefix.endsWith('/')
    ? key.slice(prefix.length).split('/')
    : [key.slice(key.lastIndexOf('/') + 1)];
  return (
    size > 0 &&
    segments.every(
      segment =>
        !segment.startsWith('.') &&
        (!segment.startsWith('_') || segment.includes('=')),
    )
  );
}
