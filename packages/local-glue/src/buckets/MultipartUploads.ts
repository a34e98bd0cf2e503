import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsError } from '../base/AwsError';
import { BodyFile } from './BodyFile';
import { BucketStore, ObjectInfo } from './BucketStore';
import { ChecksumAlgorithm, createChecksum } from './checksums/Checksum';
import { hasCode, invalidArgument } from './errors';
import { ObjectAttributes } from './ObjectRecords';

interface Upload {
  bucket: string;
  key: string;
  attributes: Omit<ObjectAttributes, 'etag' | 'checksums'>;
  /** What CreateMultipartUpload named: the object then has a checksum of this kind. */
  algorithm?: ChecksumAlgorithm;
  checksumType?: 'COMPOSITE' | 'FULL_OBJECT';
}

export interface Part {
  partNumber: number;
  /** Bytes. */
  size: number;
  /** MD5 in hexadecimal. */
  etag: string;
  checksums: Partial<Record<ChecksumAlgorithm, string>>;
  lastModified: string;
}

/** A part as CompleteMultipartUpload names it. */
export interface CompletedPart {
  partNumber: number;
  etag: string;
  checksums: Partial<Record<ChecksumAlgorithm, string>>;
}

/** Every part but the last (Amazon S3 User Guide, "Multipart upload limits"). */
const minPartBytes = 5 * 1024 ** 2;
/** 5 TiB, S3's limit for an object that multipart upload makes. */
const maxObjectBytes = 5 * 1024 ** 4;

/**
 * Uploads in progress, a folder each below the store's temporary folder.
 * They survive a restart, as on S3, until they are completed or aborted.
 */
export class MultipartUploads {
  private readonly root: string;

  constructor(private readonly store: BucketStore) {
    this.root = join(store.temporaryFolder, 'uploads');
  }

  /** Returns the new upload's id. */
  async create(upload: Upload): Promise<string> {
    this.store.check(upload.bucket);
    this.store.path(upload.bucket, upload.key);
    const uploadId = randomBytes(16).toString('hex');
    await mkdir(join(this.root, uploadId), { recursive: true });
    await this.writeJson(uploadId, 'upload.json', upload);
    return uploadId;
  }

  /** Throws NoSuchUpload unless it is in progress for just this object. */
  async check(uploadId: string, bucket: string, key: string): Promise<Upload> {
    const upload = await this.readJson<Upload>(uploadId, 'upload.json');
    if (!upload || upload.bucket !== bucket || upload.key !== key) {
      throw new AwsError(
        'NoSuchUpload',
        `There is no multipart upload "${uploadId}" of s3://${bucket}/${key}; it may have been completed or aborted`,
        404,
      );
    }
    return upload;
  }

  /** Takes the received body as a part, instead of an earlier one of that number. */
  async addPart(
    uploadId: string,
    partNumber: number,
    file: BodyFile,
  ): Promise<Part> {
    const part: Part = {
      partNumber,
      size: file.size,
      etag: file.md5,
      checksums: file.checksums,
      lastModified: new Date().toISOString(),
    };
    await rename(file.path, this.partPath(uploadId, partNumber));
    await this.writeJson(uploadId, `${partNumber}.json`, part);
    return part;
  }

  /** In the order of their numbers. */
  async parts(uploadId: string): Promise<Part[]> {
    const names = await readdir(join(this.root, uploadId));
    const parts: Part[] = [];
    for (const name of names) {
      if (!/^\d+\.json$/.test(name)) continue;
      const part = await this.readJson<Part>(uploadId, name);
      if (part) parts.push(part);
    }
    return parts.sort((a, b) => a.partNumber - b.partNumber);
  }

  /**
   * Makes the object of the named parts. Throws InvalidPart, InvalidPartOrder,
   * EntityTooSmall, BadDigest; the upload then goes on.
   */
  async complete(
    uploadId: string,
    upload: Upload,
    completed: readonly CompletedPart[],
    expectedChecksums: Partial<Record<ChecksumAlgorithm, string>>,
  ): Promise<ObjectInfo> {
    const parts = matchParts(await this.parts(uploadId), completed);
    const { algorithm } = upload;
    const file = await this.store.receive(
      Readable.from(this.content(uploadId, parts), { objectMode: false }),
      { algorithms: algorithm ? [algorithm] : [], maxBytes: maxObjectBytes },
    );
    const isFullObject = upload.checksumType === 'FULL_OBJECT';
    const checksum =
      algorithm &&
      (isFullObject
        ? file.checksums[algorithm]
        : compositeChecksum(algorithm, parts));
    const expected = algorithm && expectedChecksums[algorithm];
    if (expected !== undefined && expected !== checksum) {
      await rm(file.path, { force: true });
      throw new AwsError(
        'BadDigest',
        `The ${algorithm} you specified did not match the calculated checksum.`,
      );
    }
    const info = await this.store.commit(upload.bucket, upload.key, file, {
      ...upload.attributes,
      etag: multipartEtag(parts),
      checksums: algorithm && checksum ? { [algorithm]: checksum } : undefined,
    });
    await this.remove(uploadId);
    return info;
  }

  async remove(uploadId: string): Promise<void> {
    await rm(this.folder(uploadId), { recursive: true, force: true });
  }

  private async *content(
    uploadId: string,
    parts: readonly Part[],
  ): AsyncGenerator<Buffer> {
    for (const { partNumber } of parts) {
      yield* createReadStream(this.partPath(uploadId, partNumber));
    }
  }

  private folder(uploadId: string): string {
    if (!/^[0-9a-f]{32}$/.test(uploadId)) {
      throw new AwsError(
        'NoSuchUpload',
        `"${uploadId}" is not the id of a multipart upload`,
        404,
      );
    }
    return join(this.root, uploadId);
  }

  private partPath(uploadId: string, partNumber: number): string {
    return join(this.folder(uploadId), `${partNumber}.part`);
  }

  private async writeJson(uploadId: string, name: string, content: unknown) {
    await writeFile(join(this.folder(uploadId), name), JSON.stringify(content));
  }

  private async readJson<T>(
    uploadId: string,
    name: string,
  ): Promise<T | undefined> {
    try {
      const path = join(this.folder(uploadId), name);
      return JSON.parse(await readFile(path, 'utf8')) as T;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }
}

/** Throws InvalidArgument unless it is a number that S3 allows for a part. */
export function readPartNumber(value: string | null | undefined): number {
  const partNumber = Number(value);
  if (Number.isInteger(partNumber) && partNumber >= 1 && partNumber <= 10_000) {
    return partNumber;
  }
  throw invalidArgument(
    `"${value ?? ''}" is not a part number: use 1 to 10000.`,
  );
}

function matchParts(
  present: readonly Part[],
  completed: readonly CompletedPart[],
): Part[] {
  if (completed.length === 0) {
    throw new AwsError('MalformedXML', 'The request names no parts');
  }
  const isAscending = completed.every(
    ({ partNumber }, index) =>
      index === 0 || partNumber > completed[index - 1].partNumber,
  );
  if (!isAscending) {
    throw new AwsError(
      'InvalidPartOrder',
      'The parts are not in ascending order of their numbers',
    );
  }
  const byNumber = new Map(present.map(part => [part.partNumber, part]));
  return completed.map((named, index) => {
    const { partNumber } = named;
    const part = byNumber.get(partNumber);
    const isSame =
      part?.etag === named.etag &&
      Object.entries(named.checksums).every(
        ([algorithm, value]) =>
          part.checksums[algorithm as ChecksumAlgorithm] === value,
      );
    if (!part || !isSame) {
      throw new AwsError(
        'InvalidPart',
        `Part ${partNumber} was not uploaded, or with another ETag or checksum`,
      );
    }
    if (index < completed.length - 1 && part.size < minPartBytes) {
      throw new AwsError(
        'EntityTooSmall',
        `Part ${partNumber} has ${part.size} bytes; every part but the last needs at least ${minPartBytes}`,
      );
    }
    return part;
  });
}

/** The MD5 of the parts' MD5s, and how many there are. */
export function multipartEtag(parts: readonly Pick<Part, 'etag'>[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}

function compositeChecksum(
  algorithm: ChecksumAlgorithm,
  parts: readonly Part[],
): string | undefined {
  const checksum = createChecksum(algorithm);
  for (const part of parts) {
    const value = part.checksums[algorithm];
    if (value === undefined) return undefined;
    checksum.update(Buffer.from(value, 'base64'));
  }
  return `${checksum.digest()}-${parts.length}`;
}
