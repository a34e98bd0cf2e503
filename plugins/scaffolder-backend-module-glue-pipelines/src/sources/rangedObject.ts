import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** One object of S3, read by ranges. */
export interface RangedObject {
  key: string;
  /** Bytes. */
  size: number;
  /** Bytes from `start` up to but not including `end`. */
  read(start: number, end: number): Promise<Buffer>;
}

/** An object whose size is known from a listing. */
export function rangedObject(
  s3: S3Client,
  bucket: string,
  { key, size }: { key: string; size: number },
  signal?: AbortSignal,
): RangedObject {
  return {
    key,
    size,
    async read(start, end) {
      const { Body } = await s3.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          Range: `bytes=${start}-${Math.min(end, size) - 1}`,
        }),
        { abortSignal: signal },
      );
      return Buffer.from(await Body!.transformToByteArray());
    },
  };
}
