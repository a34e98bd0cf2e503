import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { AwsError } from '../base/AwsError';
import {
  readQuery,
  writeQueryError,
  writeQueryResult,
} from '../protocol/query';
import type { Log } from '../base/Log';
import { readBody } from './readBody';
import { ServiceRegistry } from './ServiceRegistry';
import { toAwsError } from './toAwsError';

/**
 * Serves a request of the AWS query protocol: a form with an `Action`.
 * `signedFor` is the service of the request's credential scope, if it has one.
 */
export async function serveQuery(
  request: IncomingMessage,
  response: ServerResponse,
  signedFor: string | undefined,
  registry: ServiceRegistry,
  log: Log,
): Promise<void> {
  const requestId = randomUUID();
  let service = signedFor === undefined ? undefined : registry.byId(signedFor);
  let action = '';
  try {
    const query = readQuery((await readBody(request)).toString('utf8'));
    action = query.action;
    if (signedFor === undefined) service = registry.byAction(action);
    if (!service) {
      throw new AwsError(
        'InvalidAction',
        signedFor === undefined
          ? `local-glue has no service with the action "${action}"`
          : `local-glue has no service "${signedFor}" (action ${action})`,
      );
    }
    const operation = registry.operation(service.id, action);
    const output = await operation.handle(query.input);
    response
      .writeHead(200, {
        'content-type': 'text/xml',
        'x-amzn-requestid': requestId,
      })
      .end(writeQueryResult({ action, output, requestId, ...service }));
  } catch (thrown) {
    const error = toAwsError(thrown, action, requestId, log);
    response
      .writeHead(error.statusCode, {
        'content-type': 'text/xml',
        'x-amzn-requestid': requestId,
      })
      .end(writeQueryError(error, requestId, service?.xmlNamespace));
  }
}
