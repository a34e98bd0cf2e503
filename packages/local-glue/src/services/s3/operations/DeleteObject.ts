import { tellObjectDeleted } from '../objectEvents';
import { S3Operation } from '../S3Operation';

export const DeleteObject: S3Operation = {
  name: 'DeleteObject',
  async handle(request, context) {
    const { bucket, key } = request;
    const wasThere = await context.buckets.delete(bucket, key);
    if (wasThere) tellObjectDeleted(request, context, key);
    return { status: 204 };
  },
};
