import type { DeployEvent } from '../deploy/events';
import type { Health } from '../server/admin/healthRoute';
import { CliError } from './CliError';

const targets = {
  glue: 'AWSGlue',
  'redshift-data': 'RedshiftData',
  logs: 'Logs_20140328',
} as const;

/** The service's error code and message, as a client of AWS meets them. */
export class ServiceError extends CliError {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
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
    service: keyof typeof targets,
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
    const output = (await response.json()) as Record<string, string>;
    if (!response.ok) throw serviceError(output);
    return output as Output;
  }

  async health(): Promise<Health> {
    const response = await this.#fetch('/_local-glue/health');
    if (!response.ok) {
      throw new CliError(`${this.#endpoint} is not a local-glue server.`);
    }
    return (await response.json()) as Health;
  }

  /** Deploys a synthesized CDK app; yields its progress, at last the result. */
  async *deploy(directory: string): AsyncGenerator<DeployEvent> {
    const response = await this.#fetch('/_local-glue/deploy', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ directory }),
    });
    if (!response.ok || !response.body) {
      throw serviceError((await response.json()) as Record<string, string>);
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

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.#endpoint}${path}`, init);
    } catch (error) {
      const cause = (error as { cause?: { message?: string } }).cause;
      throw new CliError(
        `No local-glue server answers at ${this.#endpoint} (${cause?.message || (error as Error).message}). Start one with "local-glue serve", or name another with --endpoint.`,
      );
    }
  }
}

function serviceError(body: Record<string, string>): ServiceError {
  return new ServiceError(body.__type ?? 'Error', body.message ?? body.Message);
}
