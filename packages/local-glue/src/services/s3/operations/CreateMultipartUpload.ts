import { checksumAlgorithm } from '../../../buckets/checksums/Checksum';
import { MultipartUploads } from '../../../buckets/MultipartUploads';
import { readObjectAttributes } from '../objectHeaders';
import { header, S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

export const CreateMultipartUpload: S3Operation = {
  name: 'CreateMultipartUpload',
  async handle(request, { buckets }) {
    const { bucket, key } = request;
    const algorithm = checksumAlgorithm(
      header(request, 'x-amz-checksum-algorithm') ?? '',
    );
    // CRC64NVME has no composite form (Amazon S3 User Guide, "Checking object integrity").
    const isFullObject =
      algorithm === 'CRC64NVME' ||
      header(request, 'x-amz-checksum-type') === 'FULL_OBJECT';
    const checksumType = isFullObject ? 'FULL_OBJECT' : 'COMPOSITE';
    const uploadId = await new MultipartUploads(buckets).create({
      bucket,
      key,
      attributes: readObjectAttributes(request),
      algorithm,
      checksumType: algorithm && checksumType,
    });
    const headers: Record<string, string> = algorithm
      ? {
          'x-amz-checksum-algorithm': algorithm,
          'x-amz-checksum-type': checksumType,
        }
      : {};
    return {
      status: 200,
      headers,
      body: writeS3Xml('InitiateMultipartUploadResult', {
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
      }),
    };
  },
};
