import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { GlueLocation } from './GlueApi';

/** Milliseconds until an unreachable endpoint is given up. */
const CONNECTION_TIMEOUT_MS = 3_000;
/** Milliseconds until an answer is given up; workflows with 100 nodes answer well below this. */
const REQUEST_TIMEOUT_MS = 15_000;

/** A client class of the AWS SDK, e.g. `GlueClient`. */
export type ClientClass<C extends { destroy(): void }> = new (config: {
  region: string;
  endpoint?: string;
  credentials?: Awaited<
    ReturnType<AwsCredentialsManager['getCredentialProvider']>
  >['sdkCredentialProvider'];
  customUserAgent: string;
  retryMode: 'standard';
  maxAttempts: number;
  requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    throwOnRequestTimeout: boolean;
  };
}) => C;

/** Makes one client per service, account, region and purpose, and keeps it. */
export class AwsClients {
  private readonly clients = new Map<string, Promise<{ destroy(): void }>>();

  constructor(
    private readonly options: {
      credentials: AwsCredentialsManager;
      /** Replaces AWS's own endpoints. */
      endpoint?: string;
    },
  ) {}

  /** The endpoint that replaces AWS's own. */
  get endpoint(): string | undefined {
    return this.options.endpoint;
  }

  /**
   * For reading: retries a few times. When AWS goes on to throttle, the
   * collector waits; the SDK's adaptive mode, which would wait within a call,
   * lets half a call a second through and leaves the rest unread.
   */
  forReading<C extends { destroy(): void }>(
    service: ClientClass<C>,
    location: GlueLocation,
  ): Promise<C> {
    return this.get(service, location, 'reading');
  }

  /**
   * For starting runs: never retries. StartWorkflowRun takes no idempotency
   * token, so a retry after a lost answer would start a second run.
   */
  forStarting<C extends { destroy(): void }>(
    service: ClientClass<C>,
    location: GlueLocation,
  ): Promise<C> {
    return this.get(service, location, 'starting');
  }

  async close(): Promise<void> {
    const clients = await Promise.allSettled(this.clients.values());
    this.clients.clear();
    for (const client of clients) {
      if (client.status === 'fulfilled') {
        client.value.destroy();
      }
    }
  }

  private get<C extends { destroy(): void }>(
    service: ClientClass<C>,
    location: GlueLocation,
    purpose: 'reading' | 'starting',
  ): Promise<C> {
    const key = `${service.name} ${purpose} ${location.accountId} ${location.region}`;
    let client = this.clients.get(key);
    if (!client) {
      client = this.create(service, location, purpose);
      this.clients.set(key, client);
      // What failed (credentials that are not configured yet) is tried afresh.
      client.catch(() => this.clients.delete(key));
    }
    return client as Promise<C>;
  }

  private async create<C extends { destroy(): void }>(
    Service: ClientClass<C>,
    { accountId, region }: GlueLocation,
    purpose: 'reading' | 'starting',
  ): Promise<C> {
    const { sdkCredentialProvider } =
      await this.options.credentials.getCredentialProvider({ accountId });
    return new Service({
      region,
      endpoint: this.options.endpoint,
      credentials: sdkCredentialProvider,
      customUserAgent: 'glue-pipelines-for-backstage',
      retryMode: 'standard',
      maxAttempts: purpose === 'reading' ? 4 : 1,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
    });
  }
}
