import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError } from '../base/AwsError';
import { ChecksumAlgorithm, createChecksum } from './checksums/Checksum';

/** A body that lies complete in a temporary file. */
export interface BodyFile {
  path: string;
  /** Bytes. */
  size: number;
  /** In hexadecimal. */
  md5: string;
  /** In hexadecimal, when asked for. */
  sha256?: string;
  /** In base64. */
  checksums: Partial<Record<ChecksumAlgorithm, string>>;
}

/** S3's limit for one PUT: 5 GiB. */
export const maxPutBytes = 5 * 1024 ** 3;

/**
 * Streams a body to a new file in the existing `folder`, measuring it on the way. Rejects
 * with EntityTooLarge above `maxBytes`, or with what the source fails with;
 * no file is left then.
 */
export async function writeBodyFile(
  body: Readable,
  options: {
    folder: string;
    algorithms?: readonly ChecksumAlgorithm[];
    sha256?: boolean;
    maxBytes?: number;
  },
): Promise<BodyFile> {
  const { folder, algorithms = [], maxBytes = maxPutBytes } = options;
  const path = join(folder, randomUUID());
  const md5 = createHash('md5');
  const sha256 = options.sha256 ? createHash('sha256') : undefined;
  const checksums = algorithms.map(
    algorithm => [algorithm, createChecksum(algorithm)] as const,
  );
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) {
        done(
          new AwsError(
            'EntityTooLarge',
            `The body is larger than ${maxBytes} bytes`,
          ),
        );
        return;
      }
      md5.update(chunk);
      sha256?.update(chunk);
      for (const [, checksum] of checksums) checksum.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, meter, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return {
    path,
    size,
    md5: md5.digest('hex'),
    sha256: sha256?.digest('hex'),
    checksums: Object.fromEntries(
      checksums.map(([algorithm, checksum]) => [algorithm, checksum.digest()]),
    ),
  };
}
