import {
  BatchGetCrawlersCommand,
  BatchGetJobsCommand,
  BatchGetWorkflowsCommand,
  Crawler,
  GetTagsCommand,
  GlueClient,
  Job,
  paginateGetTables,
  paginateListWorkflows,
  Table,
  Workflow,
} from '@aws-sdk/client-glue';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { Place } from '../config';
import { GlueReadError } from './GlueReadError';
import { OperationName } from './operations';

/** Milliseconds until an unreachable endpoint is given up. */
const CONNECTION_TIMEOUT_MS = 3_000;
/** Milliseconds until an answer is given up. */
const REQUEST_TIMEOUT_MS = 15_000;
/** How often a throttled call is sent: the SDK waits longer each time, up to 20 seconds. */
const ATTEMPTS = 8;
/** The most that Glue gives or takes at once (AWS Glue API reference). */
const WORKFLOWS_PER_LIST = 25;
const WORKFLOWS_PER_CALL = 25;
const DEFINITIONS_PER_CALL = 100;
const TABLES_PER_PAGE = 100;

/** Reads Glue's definitions in one account and region, one call after another, so that AWS is not hurried. */
export class GlueReader {
  private constructor(
    private readonly client: GlueClient,
    private readonly place: Place,
    private readonly abortSignal: AbortSignal,
  ) {}

  /** Reads with a client of its own, which is closed afterwards. */
  static async using<T>(
    options: {
      credentials: AwsCredentialsManager;
      place: Place;
      endpoint?: string;
      signal: AbortSignal;
    },
    read: (glue: GlueReader) => Promise<T>,
  ): Promise<T> {
    const { credentials, place, endpoint, signal } = options;
    const { sdkCredentialProvider } = await credentials
      .getCredentialProvider({ accountId: place.accountId })
      .catch(error => {
        throw new GlueReadError(error, place, 'ListWorkflows');
      });
    const client = new GlueClient({
      region: place.region,
      endpoint,
      credentials: sdkCredentialProvider,
      customUserAgent: 'glue-pipelines-for-backstage',
      retryMode: 'standard',
      maxAttempts: ATTEMPTS,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
    });
    try {
      return await read(new GlueReader(client, place, signal));
    } finally {
      client.destroy();
    }
  }

  async listWorkflowNames(): Promise<string[]> {
    return this.call('ListWorkflows', async () => {
      const names: string[] = [];
      const pages = paginateListWorkflows(
        { client: this.client, pageSize: WORKFLOWS_PER_LIST },
        {},
        { abortSignal: this.abortSignal },
      );
      for await (const page of pages) {
        names.push(...(page.Workflows ?? []));
      }
      return names;
    });
  }

  /** With their graphs; those that have gone meanwhile are absent. */
  async readWorkflows(names: string[]): Promise<Workflow[]> {
    return this.inBatches(
      'BatchGetWorkflows',
      names,
      WORKFLOWS_PER_CALL,
      async Names => {
        const answer = await this.client.send(
          new BatchGetWorkflowsCommand({ Names, IncludeGraph: true }),
          { abortSignal: this.abortSignal },
        );
        return answer.Workflows ?? [];
      },
    );
  }

  /** Undefined for a workflow that has gone meanwhile. */
  async readTags(arn: string): Promise<Record<string, string> | undefined> {
    return this.unlessGone(async () => {
      const answer = await this.call('GetTags', () =>
        this.client.send(new GetTagsCommand({ ResourceArn: arn }), {
          abortSignal: this.abortSignal,
        }),
      );
      return answer.Tags ?? {};
    });
  }

  async readCrawlers(names: string[]): Promise<Crawler[]> {
    return this.inBatches(
      'BatchGetCrawlers',
      names,
      DEFINITIONS_PER_CALL,
      async CrawlerNames => {
        const answer = await this.client.send(
          new BatchGetCrawlersCommand({ CrawlerNames }),
          { abortSignal: this.abortSignal },
        );
        return answer.Crawlers ?? [];
      },
    );
  }

  async readJobs(names: string[]): Promise<Job[]> {
    return this.inBatches(
      'BatchGetJobs',
      names,
      DEFINITIONS_PER_CALL,
      async JobNames => {
        const answer = await this.client.send(
          new BatchGetJobsCommand({ JobNames }),
          { abortSignal: this.abortSignal },
        );
        return answer.Jobs ?? [];
      },
    );
  }

  /** None where there is no such database. */
  async readTables(database: string): Promise<Table[]> {
    const tables = await this.unlessGone(() =>
      this.call('GetTables', async () => {
        const found: Table[] = [];
        const pages = paginateGetTables(
          { client: this.client, pageSize: TABLES_PER_PAGE },
          { DatabaseName: database },
          { abortSignal: this.abortSignal },
        );
        for await (const page of pages) {
          found.push(...(page.TableList ?? []));
        }
        return found;
      }),
    );
    return tables ?? [];
  }

  private async inBatches<T>(
    operation: OperationName,
    names: string[],
    size: number,
    read: (names: string[]) => Promise<T[]>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (let from = 0; from < names.length; from += size) {
      found.push(
        ...(await this.call(operation, () =>
          read(names.slice(from, from + size)),
        )),
      );
    }
    return found;
  }

  private async unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof GlueReadError && error.notFound) {
        return undefined;
      }
      throw error;
    }
  }

  private async call<T>(
    operation: OperationName,
    send: () => Promise<T>,
  ): Promise<T> {
    try {
      return await send();
    } catch (error) {
      throw new GlueReadError(error, this.place, operation);
    }
  }
}
