import { checkWriteConditions } from '../conditions';
import { notImplemented } from '../../../buckets/errors';
import { tellObjectCreated } from '../objectEvents';
import { readObjectAttributes, writeChecksumHeaders } from '../objectHeaders';
import { receiveBody } from '../receiveBody';
import { S3Context, header, S3Operation, S3Request } from '../S3Operation';

export const PutObject: S3Operation = {
  name: 'PutObject',
  async handle(request, context) {
    const { bucket, key } = request;
    const { buckets } = context;
    buckets.check(bucket);
    // Told before the body is read, not after gigabytes of it.
    buckets.path(bucket, key);
    if (header(request, 'x-amz-tagging')) throw notImplemented('object tags');
    await checkConditions(request, context);
    const file = await receiveBody(request, buckets);
    const info = await buckets.commit(bucket, key, file, {
      ...readObjectAttributes(request),
      etag: file.md5,
      checksums: file.checksums,
    });
    tellObjectCreated(request, context, info, 'PutObject');
    return {
      status: 200,
      headers: {
        etag: `"${info.etag}"`,
        ...writeChecksumHeaders(info.checksums),
      },
    };
  },
};

async function checkConditions(
  request: S3Request,
  { buckets }: S3Context,
): Promise<void> {
  const { bucket, key } = request;
  const conditions = {
    'if-match': header(request, 'if-match'),
    'if-none-match': header(request, 'if-none-match'),
  };
  if (!conditions['if-match'] && !conditions['if-none-match']) return;
  const exists = await buckets.has(bucket, key);
  checkWriteConditions(
    conditions,
    exists ? await buckets.head(bucket, key) : undefined,
  );
}
