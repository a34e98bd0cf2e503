import { GlueClient } from '@aws-sdk/client-glue';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { GlueLocation } from './GlueApi';

/** Milliseconds until an unreachable endpoint is given up. */
const CONNECTION_TIMEOUT_MS = 3_000;
/** Milliseconds until an answer is given up; workflows with 100 nodes answer well below this. */
const REQUEST_TIMEOUT_MS = 15_000;

/** Makes one client per account, region and purpose, and keeps it. */
export class GlueClients {
  private readonly clients = new Map<string, Promise<GlueClient>>();

  constructor(
    private readonly options: {
      credentials: AwsCredentialsManager;
      /** Replaces AWS's own endpoints. */
      endpoint?: string;
    },
  ) {}

  /**
   * For reading: retries a few times. When AWS goes on to throttle, the
   * collector waits; the SDK's adaptive mode, which would wait within a call,
   * lets half a call a second through and leaves the rest unread.
   */
  forReading(location: GlueLocation): Promise<GlueClient> {
    return this.get(location, 'reading');
  }

  /**
   * For starting runs: never retries. StartWorkflowRun takes no idempotency
   * token, so a retry after a lost answer would start a second run.
   */
  forStarting(location: GlueLocation): Promise<GlueClient> {
    return this.get(location, 'starting');
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

  private get(
    location: GlueLocation,
    purpose: 'reading' | 'starting',
  ): Promise<GlueClient> {
    const key = `${purpose} ${location.accountId} ${location.region}`;
    let client = this.clients.get(key);
    if (!client) {
      client = this.create(location, purpose);
      this.clients.set(key, client);
      // What failed (credentials that are not configured yet) is tried afresh.
      client.catch(() => this.clients.delete(key));
    }
    return client;
  }

  private async create(
    { accountId, region }: GlueLocation,
    purpose: 'reading' | 'starting',
  ): Promise<GlueClient> {
    const { sdkCredentialProvider } =
      await this.options.credentials.getCredentialProvider({ accountId });
    return new GlueClient({
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
