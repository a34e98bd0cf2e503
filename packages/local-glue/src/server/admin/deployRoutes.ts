import type { IncomingMessage } from 'node:http';
import { isAbsolute } from 'node:path';
import { deployAssembly } from '../../deploy/deployAssembly';
import { destroyAssembly } from '../../deploy/destroyAssembly';
import { DeployEvent } from '../../deploy/events';
import { AwsError } from '../../base/AwsError';
import { readJson } from '../../protocol/json';
import type { DeployContext } from '../../deploy/DeployContext';
import { readBody } from '../readBody';
import { AdminRoute } from './AdminRoutes';

type Act = typeof deployAssembly;

/**
 * `POST /_local-glue/deploy {"directory": "/absolute/path/of/cdk.out"}`:
 * deploys a synthesized CDK app and answers a stream of JSON lines, each a
 * `DeployEvent`, the last one of type `result`. `POST /_local-glue/destroy`
 * takes and answers the same, and deletes what was deployed of it. They take
 * turns.
 *
 * These routes read a folder of this machine by name, so no web page may use
 * them: requests with an Origin header are refused, and so is every content
 * type that a page could send without a preflight.
 */
export function deployRoutes(context: DeployContext): AdminRoute[] {
  let previous: Promise<unknown> = Promise.resolve();
  const route = (name: string, act: Act): AdminRoute => ({
    method: 'POST',
    name,
    async serve(request, response) {
      const directory = await directoryOf(request);
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      const report = (event: DeployEvent) =>
        void response.write(`${JSON.stringify(event)}\n`);
      const turn = previous.then(() => act(directory, context, report));
      previous = turn;
      report(await turn);
      response.end();
    },
  });
  return [route('deploy', deployAssembly), route('destroy', destroyAssembly)];
}

/** Throws `AwsError` for what is no request of the command line. */
async function directoryOf(request: IncomingMessage): Promise<string> {
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
  return directory;
}
