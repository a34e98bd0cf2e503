import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { FileSchema } from '../FileSchema';

export interface TextFile {
  path: string;
  compression: FileSchema['compression'];
  /** The beginning of the text. */
  head: string;
  /** All of it, where it is short. */
  whole?: Buffer;
}

/** Reads a file, uncompressed, without keeping other work waiting for longer than a chunk takes. */
export async function readChunks(
  { path, compression, whole }: TextFile,
  signal: AbortSignal,
  write: (chunk: Buffer) => void,
): Promise<void> {
  if (whole) {
    write(whole);
    return;
  }
  const read = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) write(chunk);
  };
  const source = createReadStream(path);
  if (compression === 'gzip') {
    await pipeline(source, createGunzip(), read, { signal });
  } else {
    await pipeline(source, read, { signal });
  }
}
