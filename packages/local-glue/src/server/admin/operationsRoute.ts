import { types } from 'node:util';
import { Service } from '../../protocol/operation';
import { AdminRoute } from './AdminRoutes';

interface Described {
  readonly id: string;
  readonly protocol: Service['protocol'] | 'rest-xml';
  readonly operations: readonly { name: string; input?: unknown }[];
}

/** What `GET /_local-glue/operations` answers. */
export interface SupportedOperations {
  services: {
    /** The signing name: `glue`. */
    id: string;
    protocol: Described['protocol'];
    operations: {
      name: string;
      /** The table of constraints that requests are checked against, where the service has one. */
      input?: unknown;
    }[];
  }[];
}

/**
 * `GET /_local-glue/operations`: every operation that the server supports,
 * with the rules for its input. Regular expressions are given by their source.
 */
export function operationsRoute(services: readonly Described[]): AdminRoute {
  const supported: SupportedOperations = {
    services: services.map(({ id, protocol, operations }) => ({
      id,
      protocol,
      operations: operations.map(({ name, input }) => ({ name, input })),
    })),
  };
  const body = JSON.stringify(supported, (_key, value) =>
    types.isRegExp(value) ? value.source : value,
  );
  return {
    method: 'GET',
    name: 'operations',
    async serve(_request, response) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    },
  };
}
