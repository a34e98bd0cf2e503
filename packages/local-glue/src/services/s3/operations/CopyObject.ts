import { AwsError } from '../../../base/AwsError';
import {
  checksumAlgorithm,
  checksumAlgorithms,
} from '../../../buckets/checksums/Checksum';
import { invalidArgument } from '../../../buckets/errors';
import { tellObjectCreated } from '../objectEvents';
import { readObjectAttributes } from '../objectHeaders';
import { header, S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';
import { findCopySource } from './copySource';

export const CopyObject: S3Operation = {
  name: 'CopyObject',
  async handle(request, context) {
    const { bucket, key } = request;
    const { buckets } = context;
    buckets.check(bucket);
    buckets.path(bucket, key);
    const directive =
      header(request, 'x-amz-metadata-directive')?.toUpperCase() ?? 'COPY';
    if (directive !== 'COPY' && directive !== 'REPLACE') {
      throw invalidArgument(
        `x-amz-metadata-directive is "${directive}", not COPY or REPLACE`,
      );
    }
    const { source, info } = await findCopySource(request, context);
    if (
      directive === 'COPY' &&
      source.bucket === bucket &&
      source.key === key
    ) {
      throw new AwsError(
        'InvalidRequest',
        'An object cannot be copied onto itself without changing its metadata: use another key, or x-amz-metadata-directive REPLACE.',
      );
    }
    const { contentType, headers, metadata } = info;
    const named = checksumAlgorithm(
      header(request, 'x-amz-checksum-algorithm') ?? '',
    );
    // A copy has the kinds of checksum that its source has (Amazon S3 User Guide, "Checking object integrity").
    const inherited = checksumAlgorithms.filter(
      algorithm => info.checksums?.[algorithm],
    );
    const { stream } = await buckets.get(source.bucket, source.key);
    const file = await buckets.receive(stream, {
      algorithms: named ? [named] : inherited,
    });
    const copy = await buckets.commit(bucket, key, file, {
      ...(directive === 'COPY'
        ? { contentType, headers, metadata }
        : readObjectAttributes(request)),
      etag: file.md5,
      checksums: file.checksums,
    });
    tellObjectCreated(request, context, copy, 'CopyObject');
    return {
      status: 200,
      body: writeS3Xml('CopyObjectResult', {
        ETag: `"${copy.etag}"`,
        LastModified: copy.lastModified,
        ChecksumCRC32: copy.checksums?.CRC32,
        ChecksumCRC32C: copy.checksums?.CRC32C,
        ChecksumCRC64NVME: copy.checksums?.CRC64NVME,
        ChecksumSHA1: copy.checksums?.SHA1,
        ChecksumSHA256: copy.checksums?.SHA256,
      }),
    };
  },
};
