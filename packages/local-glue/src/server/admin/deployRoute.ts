import { isAbsolute } from 'node:path';
import { deployAssembly } from '../../deploy/deployAssembly';
import { DeployEvent } from '../../deploy/events';
import { AwsError } from '../../protocol/errors';
import { readJson } from '../../protocol/json';
import { ServerContext } from '../context';
import { readBody } from '../readBody';
import { AdminRoute } from './AdminRoutes';

/**
 * `POST /_local-glue/deploy {"directory": "/absolute/path/of/cdk.out"}`:
 * deploys a synthesized CDK app and answers a stream of JSON lines, each a
 * `DeployEvent`, the last one of type `result`. Deployments take turns.
 *
 * This route reads a folder of this machine by name, so no web page may use
 * it: requests with an Origin header are refused, and so is every content type
 * that a page could send without a preflight.
 */
export function deployRoute(context: ServerContext): AdminRoute {
  let previous: Promise<unknown> = Promise.resolve();
  return {
    method: 'POST',
    name: 'deploy',
    async serve(request, response) {
      if (request.headers.origin !== undefined) {
        throw new AwsError(
          'AccessDeniedException',
          'Deployments are not started from web pages',
          403,
        );
      }
      const contentType = request.headers['content-type']?.split(';')[0].trim();
      if (contentType !== 'application/json') {
        throw new AwsError(
          'UnsupportedMediaType',
          'Send the content type application/json',
          415,
        );
      }
      const { directory } = readJson(await readBody(request));
      if (typeof directory !== 'string' || !isAbsolute(directory)) {
        throw new AwsError(
          'ValidationException',
          '"directory" must be the absolute path of a cdk.out folder',
        );
      }

      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      const report = (event: DeployEvent) =>
        void response.write(`${JSON.stringify(event)}\n`);
      const turn = previous.then(() =>
        deployAssembly(directory, context, report),
      );
      previous = turn;
      report(await turn);
      response.end();
    },
  };
}
