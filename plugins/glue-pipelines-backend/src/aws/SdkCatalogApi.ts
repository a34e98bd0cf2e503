import {
  BatchGetCrawlersCommand,
  GetTableVersionsCommand,
  GlueClient,
  paginateGetTables,
  Table,
} from '@aws-sdk/client-glue';
import { AwsCalls } from './AwsCalls';
import { CatalogApi } from './CatalogApi';
import { GlueLocation } from './GlueApi';
import { OperationName } from './operations';

/** The largest pages of GetTables and GetTableVersions (AWS Glue API reference). */
const PAGE_SIZE = 100;
const MOST_TABLES = 1_000;

/** The Glue Data Catalog through the AWS SDK. */
export class SdkCatalogApi implements CatalogApi {
  constructor(private readonly calls: AwsCalls) {}

  async readCrawlers(location: GlueLocation, names: string[]) {
    const { Crawlers, CrawlersNotFound } = await this.reading(
      location,
      'BatchGetCrawlers',
      `crawlers ${names.map(name => `'${name}'`).join(', ')}`,
      client =>
        client.send(new BatchGetCrawlersCommand({ CrawlerNames: names })),
    );
    return { crawlers: Crawlers ?? [], missing: CrawlersNotFound ?? [] };
  }

  async listTables(location: GlueLocation, database: string) {
    return this.reading(
      location,
      'GetTables',
      `database '${database}'`,
      async client => {
        const tables: Table[] = [];
        const pages = paginateGetTables(
          { client, pageSize: PAGE_SIZE },
          { DatabaseName: database },
        );
        for await (const { TableList, NextToken } of pages) {
          tables.push(...(TableList ?? []));
          if (NextToken && tables.length >= MOST_TABLES) {
            return { tables, more: true };
          }
        }
        return { tables, more: false };
      },
    );
  }

  async readVersions(location: GlueLocation, database: string, table: string) {
    const { TableVersions } = await this.reading(
      location,
      'GetTableVersions',
      `table '${database}.${table}'`,
      client =>
        client.send(
          new GetTableVersionsCommand({
            DatabaseName: database,
            TableName: table,
            MaxResults: PAGE_SIZE,
          }),
        ),
    );
    // Glue answers the newest first, and does not promise it.
    return (TableVersions ?? [])
      .sort((a, b) => Number(b.VersionId) - Number(a.VersionId))
      .flatMap(({ Table: version }) => (version ? [version] : []))
      .slice(0, 2);
  }

  private reading<T>(
    location: GlueLocation,
    operation: OperationName,
    subject: string,
    send: (client: GlueClient) => Promise<T>,
  ): Promise<T> {
    return this.calls.reading(
      { client: GlueClient, location, operation, subject },
      send,
    );
  }
}
