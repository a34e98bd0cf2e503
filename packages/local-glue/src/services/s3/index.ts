import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AwsError } from '../../base/AwsError';
import { storageFault } from '../../base/storageFault';
import { hasCode, notImplemented } from '../../buckets/errors';
import { s3Operations } from './operations';
import { route } from './route';
import { readS3Request, S3Answer, S3Context, S3Operation } from './S3Operation';
import { writeS3Error } from './xml';

/** S3, which speaks REST-XML and has its own front door. */
export interface S3Service {
  readonly id: 's3';
  readonly protocol: 'rest-xml';
  readonly operations: readonly S3Operation[];
  /** `signedFor` is the service of the request's signature. Never rejects. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    signedFor?: string,
  ): Promise<void>;
}

export function s3Service(context: S3Context): S3Service {
  return {
    id: 's3',
    protocol: 'rest-xml',
    operations: s3Operations,
    handle: (request, response, signedFor = 's3') =>
      handleS3(request, response, context, signedFor),
  };
}

/**
 * Answers a request to S3's REST API, addressed by path or by host name.
 * Credentials are not checked. Never rejects: errors are answered as S3
 * writes them. `signedFor` is the service of the request's signature: S3 Express
 * and S3 Object Lambda send to the same address.
 */
async function handleS3(
  request: IncomingMessage,
  response: ServerResponse,
  context: S3Context,
  signedFor: string,
): Promise<void> {
  const requestId = randomUUID();
  try {
    if (signedFor !== 's3') throw notImplemented(`the service ${signedFor}`);
    const s3Request = readS3Request(request, requestId);
    const answer = await route(s3Request).handle(s3Request, context);
    await writeAnswer(request, response, answer, requestId);
  } catch (thrown) {
    const error = toS3Error(thrown, request, requestId, context);
    if (response.headersSent) {
      // The status is out already: a cut body is how the client learns of it.
      response.destroy();
      return;
    }
    const resource = (request.url ?? '/').split('?')[0];
    await writeAnswer(
      request,
      response,
      {
        status: error.statusCode,
        body: writeS3Error(error, resource, requestId),
      },
      requestId,
    ).catch(() => response.destroy());
  }
}

async function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: S3Answer,
  requestId: string,
): Promise<void> {
  const { status, headers, body } = answer;
  // What a refused request still sends is read and dropped, so that the
  // client gets to read the answer.
  request.resume();
  const isXml = typeof body === 'string';
  const isHead = request.method === 'HEAD';
  response.writeHead(status, {
    'x-amz-request-id': requestId,
    ...(isXml && { 'content-type': 'application/xml' }),
    ...(isXml && !isHead && { 'content-length': Buffer.byteLength(body) }),
    ...(body === undefined &&
      !isHead &&
      status !== 204 &&
      status !== 304 && { 'content-length': 0 }),
    ...headers,
  });
  if (body === undefined || isXml || isHead) {
    response.end(isHead ? undefined : body);
    return;
  }
  await pipeline(body, response);
}

function toS3Error(
  thrown: unknown,
  request: IncomingMessage,
  requestId: string,
  { log }: S3Context,
): AwsError {
  if (thrown instanceof AwsError) return thrown;
  const fault = storageFault(thrown);
  if (fault) {
    log.error(
      `${request.method} ${request.url?.split('?')[0]} failed (request ${requestId}): ${fault}`,
    );
    return new AwsError('InternalError', fault, 500);
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (!hasCode(thrown, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET')) {
    log.error(
      `${request.method} ${request.url?.split('?')[0]} failed unexpectedly (request ${requestId}): ${error.stack ?? error.message}`,
    );
  }
  return new AwsError(
    'InternalError',
    `The request failed inside local-glue: ${error.message}. The server's log has the details under request ${requestId}.`,
    500,
  );
}
