import { MultipartUploads } from '../../../buckets/MultipartUploads';
import { S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

export const ListParts: S3Operation = {
  name: 'ListParts',
  async handle({ bucket, key, query }, { buckets, accountId }) {
    const uploads = new MultipartUploads(buckets);
    const uploadId = query.get('uploadId') ?? '';
    await uploads.check(uploadId, bucket, key);
    const after = Number(query.get('part-number-marker') ?? 0);
    const maxParts = Math.min(1000, Number(query.get('max-parts') ?? 1000));
    const rest = (await uploads.parts(uploadId)).filter(
      part => part.partNumber > after,
    );
    const page = rest.slice(0, maxParts);
    return {
      status: 200,
      body: writeS3Xml('ListPartsResult', {
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
        PartNumberMarker: after,
        NextPartNumberMarker: page[page.length - 1]?.partNumber,
        MaxParts: maxParts,
        IsTruncated: rest.length > page.length,
        Initiator: { ID: accountId },
        Owner: { ID: accountId },
        StorageClass: 'STANDARD',
        Part: page.map(part => ({
          PartNumber: part.partNumber,
          LastModified: new Date(part.lastModified),
          ETag: `"${part.etag}"`,
          Size: part.size,
        })),
      }),
    };
  },
};
