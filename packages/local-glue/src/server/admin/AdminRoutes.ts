import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../../base/AwsError';

/** One route of the server's own API below `/_local-glue/`. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST';
  /** Below `/_local-glue/`: `health`. */
  readonly name: string;
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The server's own API: what AWS has no operation for. */
export class AdminRoutes {
  readonly #routes: readonly AdminRoute[];

  constructor(routes: readonly AdminRoute[]) {
    this.#routes = routes;
  }

  /** Throws `AwsError` 404 and 405. */
  async serve(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const name = url.pathname.slice('/_local-glue/'.length);
    const named = this.#routes.filter(route => route.name === name);
    if (named.length === 0) {
      throw new AwsError('NotFound', `There is no ${url.pathname}`, 404);
    }
    const route = named.find(({ method }) => method === request.method);
    if (!route) {
      throw new AwsError(
        'MethodNotAllowed',
        `${url.pathname} does not take ${request.method}`,
        405,
      );
    }
    await route.serve(request, response);
  }
}
