import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { BucketStore } from '../../buckets/BucketStore';
import { CopyCommand } from '../sql/parseCopy';
import { CopySource } from './copySources';

/**
 * An object's text, a piece at a time; bytes that are not UTF-8 become
 * U+FFFD. Throws Error that names the object when it cannot be read.
 */
export async function* readText(
  buckets: BucketStore,
  { bucket, key, uri }: CopySource,
  compression: CopyCommand['compression'],
): AsyncGenerator<string> {
  const { stream } = await buckets.get(bucket, key);
  const bytes = decompress(stream, compression);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  try {
    for await (const chunk of bytes) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw new Error(`COPY: ${uri} cannot be read: ${(error as Error).message}`);
  } finally {
    stream.destroy();
  }
}

function decompress(
  stream: Readable,
  compression: CopyCommand['compression'],
): Readable {
  if (compression === 'none') return stream;
  const decompressor =
    compression === 'gzip' ? createGunzip() : createZstdDecompress();
  stream.on('error', error => decompressor.destroy(error));
  return stream.pipe(decompressor);
}
