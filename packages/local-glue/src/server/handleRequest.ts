import type { IncomingMessage, ServerResponse } from 'node:http';
import { signedService } from '../protocol/credentialScope';
import { AwsError } from '../base/AwsError';
import { writeJsonError } from '../protocol/json';
import type { Log } from '../base/Log';
import type { S3Service } from '../services/s3';
import { AdminRoutes } from './admin/AdminRoutes';
import { guardRequest } from './requestGuard';
import { serveJson } from './serveJson';
import { serveQuery } from './serveQuery';
import { ServiceRegistry } from './ServiceRegistry';
import { toAwsError } from './toAwsError';

/** Where requests are sent to. */
export interface FrontDoors {
  readonly registry: ServiceRegistry;
  readonly s3: Pick<S3Service, 'handle'>;
  readonly admin: AdminRoutes;
  readonly log: Log;
}

/** Sends each request to the protocol that it speaks. Never rejects. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  doors: FrontDoors,
): Promise<void> {
  try {
    guardRequest(request.headers);
    await dispatch(request, response, doors);
  } catch (thrown) {
    // The query of a presigned request holds a signature, which no log should have.
    const name = `${request.method} ${request.url?.split('?')[0]}`;
    const error = toAwsError(thrown, name, '-', doors.log);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .writeHead(error.statusCode, {
        'content-type': 'application/json',
        'x-amzn-errortype': error.code,
        // The body may not have been read: the connection cannot be reused.
        connection: 'close',
      })
      .end(writeJsonError(error));
  }
}

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  doors: FrontDoors,
): Promise<void> {
  const { registry, s3, admin, log } = doors;
  let url: URL;
  try {
    url = new URL(request.url ?? '/', 'http://localhost');
  } catch {
    throw new AwsError('BadRequest', 'The request has no valid path');
  }
  if (url.pathname.startsWith('/_local-glue/')) {
    await admin.serve(request, response, url);
    return;
  }

  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    await serveJson(request, response, target, registry, log);
    return;
  }

  const signedFor = signedService(request.headers.authorization, url);
  const isForm = request.headers['content-type']?.startsWith(
    'application/x-www-form-urlencoded',
  );
  if (
    request.method === 'POST' &&
    url.pathname === '/' &&
    isForm &&
    signedFor !== 's3'
  ) {
    await serveQuery(request, response, signedFor, registry, log);
    return;
  }
  if (signedFor !== undefined && !signedFor.startsWith('s3')) {
    throw new AwsError(
      'UnknownOperationException',
      `local-glue does not understand this request for the service "${signedFor}"`,
    );
  }
  await s3.handle(request, response, signedFor);
}
