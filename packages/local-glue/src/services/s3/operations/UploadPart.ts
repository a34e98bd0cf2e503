import {
  MultipartUploads,
  readPartNumber,
} from '../../../buckets/MultipartUploads';
import { writeChecksumHeaders } from '../objectHeaders';
import { receiveBody } from '../receiveBody';
import { S3Operation } from '../S3Operation';

export const UploadPart: S3Operation = {
  name: 'UploadPart',
  async handle(request, { buckets }) {
    const { bucket, key, query } = request;
    const uploads = new MultipartUploads(buckets);
    const uploadId = query.get('uploadId') ?? '';
    const partNumber = readPartNumber(query.get('partNumber'));
    await uploads.check(uploadId, bucket, key);
    const file = await receiveBody(request, buckets);
    const part = await uploads.addPart(uploadId, partNumber, file);
    const { 'x-amz-checksum-type': _whole, ...checksums } =
      writeChecksumHeaders(part.checksums);
    return { status: 200, headers: { etag: `"${part.etag}"`, ...checksums } };
  },
};
