import type { DeployEvent } from '../deploy/events';
import type { Health } from '../server/admin/healthRoute';
import type { SupportedOperations } from '../server/admin/operationsRoute';
import type { WarehouseListing } from '../server/admin/warehousesRoute';
import { CliError } from './CliError';
import { exitCodes } from './exitCodes';

const targets = {
  glue: 'AWSGlue',
  'redshift-data': 'RedshiftData',
  logs: 'Logs_20140328',
} as const;

type ServiceId = keyof typeof targets;

/** The service's error code and message, as a client of AWS meets them. */
export class ServiceError extends CliError {
  constructor(code: string, message: string) {
    super(message, exitCodes.failed, code);
    this.name = 'ServiceError';
  }
}

/** Talks to a running server. Every method rejects with a `CliError` for a person. */
export class LocalGlueClient {
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint.replace(/\/+$/, '');
  }

  /** Calls an operation in AWS JSON 1.1. Rejects with `ServiceError` when the service does. */
  async call<Output = any>(
    service: ServiceId,
    operation: string,
    input: Record<string, unknown>,
  ): Promise<Output> {
    const response = await this.#fetch('/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${targets[service]}.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const output = await this.#json<Record<string, string>>(response);
    if (!response.ok) throw serviceError(output);
    return output as Output;
  }

  /** Every page of an operation that takes and returns NextToken. */
  async *pages<Output = any>(
    service: ServiceId,
    operation: string,
    input: Record<string, unknown>,
  ): AsyncGenerator<Output> {
    let NextToken: string | undefined;
    do {
      const page = await this.call(service, operation, { ...input, NextToken });
      yield page as Output;
      NextToken = page.NextToken;
    } while (NextToken);
  }

  health(): Promise<Health> {
    return this.#own('health');
  }

  /** What the server supports. */
  operations(): Promise<SupportedOperations> {
    return this.#own('operations');
  }

  /** Every workgroup and cluster, the server's own first. */
  async warehouses(): Promise<WarehouseListing[]> {
    const { warehouses } = await this.#own<{ warehouses: WarehouseListing[] }>(
      'warehouses',
    );
    return warehouses;
  }

  /** Deploys a synthesized CDK app; yields its progress, at last the result. */
  deploy(directory: string): AsyncGenerator<DeployEvent> {
    return this.#events('/_local-glue/deploy', { directory });
  }

  /** A route of the server's own API. */
  async #own<Output>(name: string): Promise<Output> {
    const response = await this.#fetch(`/_local-glue/${name}`);
    if (!response.ok) {
      throw new CliError(
        `${this.#endpoint} is not a local-glue server of this version.`,
        exitCodes.noServer,
        'NoServer',
      );
    }
    return this.#json<Output>(response);
  }

  /** Deletes what was deployed of a synthesized CDK app; yields as `deploy` does. */
  destroy(directory: string): AsyncGenerator<DeployEvent> {
    return this.#events('/_local-glue/destroy', { directory });
  }

  async *#events(
    path: string,
    body: Record<string, unknown>,
  ): AsyncGenerator<DeployEvent> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok || !response.body) {
      throw serviceError(await this.#json<Record<string, string>>(response));
    }
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as DeployEvent;
    }
  }

  async #json<Output>(response: Response): Promise<Output> {
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      throw new CliError(
        `${this.#endpoint} answers (${response.status}), but not as a local-glue server does. Name the right one with --endpoint.`,
        exitCodes.noServer,
        'NoServer',
      );
    }
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.#endpoint}${path}`, init);
    } catch (error) {
      const cause = (error as { cause?: { message?: string } }).cause;
      throw new CliError(
        `No local-glue server answers at ${this.#endpoint} (${cause?.message || (error as Error).message}). Start one with "local-glue serve", or name another with --endpoint.`,
        exitCodes.noServer,
        'NoServer',
      );
    }
  }
}

function serviceError(body: Record<string, string>): ServiceError {
  // Some services name the type with a namespace before it.
  const code = (body.__type ?? 'Error').split('#').at(-1)!;
  return new ServiceError(code, body.message ?? body.Message ?? code);
}
