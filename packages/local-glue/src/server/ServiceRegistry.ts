import { AwsError } from '../base/AwsError';
import { Operation, Service } from '../protocol/operation';

/** Finds services and their operations in the ways that requests name them. */
export class ServiceRegistry {
  readonly #byId = new Map<string, Service>();
  readonly #byTarget = new Map<string, Service>();
  readonly #operations = new Map<string, Operation>();

  constructor(services: readonly Service[]) {
    for (const service of services) {
      this.#byId.set(service.id, service);
      if (service.targetPrefix) {
        this.#byTarget.set(service.targetPrefix, service);
      }
      for (const operation of service.operations) {
        this.#operations.set(`${service.id}:${operation.name}`, operation);
      }
    }
  }

  /** By signing name: `glue`, `redshift-data`. */
  byId(id: string): Service | undefined {
    return this.#byId.get(id);
  }

  /** By the part of `X-Amz-Target` before the dot: `AWSGlue`. */
  byTarget(prefix: string): Service | undefined {
    return this.#byTarget.get(prefix);
  }

  /** The query service with an operation of that name: for requests that carry no signature. */
  byAction(action: string): Service | undefined {
    return [...this.#byId.values()].find(
      service =>
        service.protocol === 'aws-query' &&
        this.#operations.has(`${service.id}:${action}`),
    );
  }

  /** Throws `AwsError` UnknownOperationException or InvalidAction, which name what is missing. */
  operation(serviceId: string, name: string): Operation {
    const operation = this.#operations.get(`${serviceId}:${name}`);
    if (operation) return operation;
    const service = this.#byId.get(serviceId);
    if (!service) throw new Error(`There is no service ${serviceId}`);
    throw unsupportedOperation(service, name);
  }
}

/**
 * The answer to an operation that the server does not model: never an empty
 * success. The code is the protocol's own ("Common Error Types", AWS General
 * Reference, has `InvalidAction`).
 */
function unsupportedOperation(
  { id, protocol }: Pick<Service, 'id' | 'protocol'>,
  operation: string,
): AwsError {
  return new AwsError(
    protocol === 'aws-query' ? 'InvalidAction' : 'UnknownOperationException',
    `local-glue does not support ${id}:${operation}`,
  );
}
