import { readByteRange } from '../byteRange';
import {
  MultipartUploads,
  readPartNumber,
} from '../../../buckets/MultipartUploads';
import { header, S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';
import { findCopySource } from './copySource';

export const UploadPartCopy: S3Operation = {
  name: 'UploadPartCopy',
  async handle(request, context) {
    const { bucket, key, query } = request;
    const { buckets } = context;
    const uploads = new MultipartUploads(buckets);
    const uploadId = query.get('uploadId') ?? '';
    const partNumber = readPartNumber(query.get('partNumber'));
    const { algorithm } = await uploads.check(uploadId, bucket, key);
    const { source, info } = await findCopySource(request, context);
    const range = readByteRange(
      header(request, 'x-amz-copy-source-range'),
      info.size,
    );
    const { stream } = await buckets.get(source.bucket, source.key, range);
    const file = await buckets.receive(stream, {
      algorithms: algorithm ? [algorithm] : [],
    });
    const part = await uploads.addPart(uploadId, partNumber, file);
    return {
      status: 200,
      body: writeS3Xml('CopyPartResult', {
        ETag: `"${part.etag}"`,
        LastModified: new Date(part.lastModified),
        ChecksumCRC32: part.checksums.CRC32,
        ChecksumCRC32C: part.checksums.CRC32C,
        ChecksumCRC64NVME: part.checksums.CRC64NVME,
        ChecksumSHA1: part.checksums.SHA1,
        ChecksumSHA256: part.checksums.SHA256,
      }),
    };
  },
};
