import type { IncomingMessage } from 'node:http';
import { AwsError } from '../protocol/errors';

/** Bytes; above every limit of the JSON and query services served here. */
export const maximumBodyBytes = 10 * 1024 * 1024;

/**
 * Reads a whole request body.
 * Throws `AwsError` RequestEntityTooLarge (413) above `limit` bytes.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number = maximumBodyBytes,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) {
      throw new AwsError(
        'RequestEntityTooLarge',
        `The request body is larger than ${limit} bytes`,
        413,
      );
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
