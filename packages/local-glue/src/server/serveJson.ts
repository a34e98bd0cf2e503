import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { AwsError } from '../base/AwsError';
import { readJson, writeJson, writeJsonError } from '../protocol/json';
import type { Log } from '../base/Log';
import { readBody } from './readBody';
import { ServiceRegistry } from './ServiceRegistry';
import { toAwsError } from './toAwsError';

/** Serves a request of AWS JSON 1.0 or 1.1: `X-Amz-Target: AWSGlue.GetWorkflow`. */
export async function serveJson(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  registry: ServiceRegistry,
  log: Log,
): Promise<void> {
  const requestId = randomUUID();
  const dot = target.lastIndexOf('.');
  const service = registry.byTarget(target.slice(0, dot));
  const contentType =
    service?.protocol === 'aws-json-1.0'
      ? 'application/x-amz-json-1.0'
      : 'application/x-amz-json-1.1';
  try {
    if (!service) {
      throw new AwsError(
        'UnknownOperationException',
        `local-glue has no service with the target "${target}"`,
      );
    }
    const operation = registry.operation(service.id, target.slice(dot + 1));
    const input = readJson(await readBody(request));
    const output = await operation.handle(input);
    const body = writeJson(output, service.timestampFormat);
    response
      .writeHead(200, {
        'content-type': contentType,
        'x-amzn-requestid': requestId,
      })
      .end(body);
  } catch (thrown) {
    const error = toAwsError(thrown, target, requestId, log);
    response
      .writeHead(error.statusCode, {
        'content-type': contentType,
        'x-amzn-requestid': requestId,
        'x-amzn-errortype': error.code,
      })
      .end(writeJsonError(error));
  }
}
