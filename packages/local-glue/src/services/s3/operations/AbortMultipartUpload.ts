import { MultipartUploads } from '../../../buckets/MultipartUploads';
import { S3Operation } from '../S3Operation';

export const AbortMultipartUpload: S3Operation = {
  name: 'AbortMultipartUpload',
  async handle({ bucket, key, query }, { buckets }) {
    const uploads = new MultipartUploads(buckets);
    const uploadId = query.get('uploadId') ?? '';
    await uploads.check(uploadId, bucket, key);
    await uploads.remove(uploadId);
    return { status: 204 };
  },
};
