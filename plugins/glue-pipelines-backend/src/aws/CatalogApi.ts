import { Crawler, Table } from '@aws-sdk/client-glue';
import { GlueLocation } from './GlueApi';

/**
 * What the plugin asks of the Glue Data Catalog. Every method throws errors of
 * `@backstage/errors` whose messages are for a person.
 */
export interface CatalogApi {
  /** The crawlers; names that do not exist are in `missing`. At most 100 names. */
  readCrawlers(
    location: GlueLocation,
    names: string[],
  ): Promise<{ crawlers: Crawler[]; missing: string[] }>;

  /** The tables of a database in the order of their names, at most 1000 of them. */
  listTables(
    location: GlueLocation,
    database: string,
  ): Promise<{ tables: Table[]; more: boolean }>;

  /** The two newest versions of a table, the newest first; one where it never changed. */
  readVersions(
    location: GlueLocation,
    database: string,
    table: string,
  ): Promise<Table[]>;
}
