import type { IncomingMessage } from 'node:http';
import { AwsError } from '../base/AwsError';

/** Bytes; above every limit of the JSON and query services served here. */
export const maximumBodyBytes = 10 * 1024 * 1024;

/**
 * Reads a whole request body.
 * Rejects with `AwsError` RequestEntityTooLarge (413) above `limit` bytes, at
 * once and whatever length was announced; what still comes is read and dropped,
 * so that the client gets to read the answer, until the request times out.
 */
export function readBody(
  request: IncomingMessage,
  limit: number = maximumBodyBytes,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => {
      request.removeAllListeners('data').resume();
      reject(
        new AwsError(
          'RequestEntityTooLarge',
          `The request body is larger than ${limit} bytes`,
          413,
        ),
      );
    };
    if (Number(request.headers['content-length']) > limit) {
      tooLarge();
      return;
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) tooLarge();
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    // Without an end the client went away, or was too slow.
    request.once('close', () =>
      reject(
        new AwsError('RequestTimeout', 'The request body did not come whole'),
      ),
    );
  });
}
