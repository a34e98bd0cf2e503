import { types } from 'node:util';
import { Service } from '../../protocol/operation';
import { s3Operations } from '../../services/s3/operations';
import { AdminRoute } from './AdminRoutes';

/** What `GET /_local-glue/operations` answers. */
export interface SupportedOperations {
  services: {
    /** The signing name: `glue`. */
    id: string;
    protocol: Service['protocol'] | 'rest-xml';
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
export function operationsRoute(services: readonly Service[]): AdminRoute {
  const supported: SupportedOperations = {
    services: [
      ...services.map(({ id, protocol, operations }) => ({
        id,
        protocol,
        operations: operations.map(({ name, input }) => ({ name, input })),
      })),
      {
        id: 's3',
        protocol: 'rest-xml' as const,
        operations: s3Operations.map(({ name }) => ({ name })),
      },
    ],
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
