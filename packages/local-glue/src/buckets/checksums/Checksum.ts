import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c';
import { crc64nvme } from './crc64nvme';

/** As S3 names them in `x-amz-checksum-<name>`, in upper case. */
export const checksumAlgorithms = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'SHA1',
  'SHA256',
] as const;

export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

export interface Checksum {
  update(bytes: Uint8Array): void;
  /** The result in base64, as the headers carry it. */
  digest(): string;
}

export function checksumAlgorithm(name: string): ChecksumAlgorithm | undefined {
  const upper = name.toUpperCase();
  return checksumAlgorithms.find(algorithm => algorithm === upper);
}

export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

export function createChecksum(algorithm: ChecksumAlgorithm): Checksum {
  switch (algorithm) {
    case 'CRC32':
      return crc32Checksum((bytes, previous) => crc32(bytes, previous));
    case 'CRC32C':
      return crc32Checksum(crc32c);
    case 'CRC64NVME':
      return crc64Checksum();
    default:
      return hashChecksum(algorithm === 'SHA1' ? 'sha1' : 'sha256');
  }
}

function crc32Checksum(
  next: (bytes: Uint8Array, previous: number) => number,
): Checksum {
  let value = 0;
  return {
    update(bytes) {
      value = next(bytes, value);
    },
    digest() {
      const result = Buffer.alloc(4);
      result.writeUInt32BE(value);
      return result.toString('base64');
    },
  };
}

function crc64Checksum(): Checksum {
  let value = { high: 0, low: 0 };
  return {
    update(bytes) {
      value = crc64nvme(bytes, value);
    },
    digest() {
      const result = Buffer.alloc(8);
      result.writeUInt32BE(value.high);
      result.writeUInt32BE(value.low, 4);
      return result.toString('base64');
    },
  };
}

function hashChecksum(name: 'sha1' | 'sha256'): Checksum {
  const hash = createHash(name);
  return {
    update(bytes) {
      hash.update(bytes);
    },
    digest: () => hash.digest('base64'),
  };
}
