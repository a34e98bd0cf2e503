import { Crawler, Table } from '@aws-sdk/client-glue';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CatalogTable,
  TablesResponse,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { detailsOf, remedyOf } from '../../aws/awsErrors';
import { CatalogApi } from '../../aws/CatalogApi';
import { forEachLimited } from '../../collector/forEachLimited';
import { RunStore } from '../../database/RunStore';
import { SharedAnswers } from '../SharedAnswers';
import { WorkflowOwners } from '../WorkflowOwners';
import { describeCrawler, describeTable, lastChange } from './describeTable';
import { writtenBy } from './writtenBy';

const GOOD_FOR_MS = 60_000;
const MOST_ANSWERS = 100;
/** The most that BatchGetCrawlers takes (AWS Glue API reference). */
const MOST_CRAWLERS = 100;
/** Tables that are shown: each costs a call for its versions. */
const MOST_TABLES = 50;
const CALLS_AT_ONCE = 4;

/** A table with the crawler that writes it. */
interface Written {
  table: Table;
  crawler: Crawler;
}

/**
 * The tables of the Data Catalog that the crawlers of workflows write, for
 * callers that are authorized already.
 */
export class CatalogTables {
  private readonly answers = new SharedAnswers<TablesResponse>({
    goodForMs: GOOD_FOR_MS,
    most: MOST_ANSWERS,
  });

  constructor(
    private readonly options: {
      catalog: CatalogApi;
      store: RunStore;
      owners: WorkflowOwners;
      logger: LoggerService;
    },
  ) {}

  /**
   * What could be read; what is missing is a problem of the answer.
   * @throws errors of WorkflowOwners, and of CatalogApi where the crawlers cannot be read
   */
  async list(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<TablesResponse> {
    const { owners } = this.options;
    await owners.requireForData(entityRef, workflow);
    return this.answers.get(workflow.arn, () => this.read(workflow));
  }

  private async read(workflow: WorkflowArn): Promise<TablesResponse> {
    const { catalog } = this.options;
    const problems: string[] = [];
    const names = await this.crawlersOf(workflow, problems);
    const { crawlers, missing } =
      names.length > 0
        ? await catalog.readCrawlers(workflow, names)
        : { crawlers: [], missing: [] };
    problems.push(
      ...missing.map(
        name => `The workflow starts the crawler '${name}', which is not there`,
      ),
    );
    const written = await this.tablesOf(workflow, crawlers, problems);
    if (written.length > MOST_TABLES) {
      problems.push(
        `The crawlers write ${written.length} tables: the first ${MOST_TABLES} are shown`,
      );
    }
    return {
      crawlers: crawlers.map(describeCrawler),
      items: await this.withChanges(
        workflow,
        written.slice(0, MOST_TABLES),
        problems,
      ),
      ...(problems.length > 0 && { problems }),
      readAt: new Date().toISOString(),
    };
  }

  /** By the workflow's graph, as last collected. */
  private async crawlersOf(
    { arn, name }: WorkflowArn,
    problems: string[],
  ): Promise<string[]> {
    const [stored] = await this.options.store.getWorkflows([arn]);
    if (!stored?.definition) {
      problems.push(
        `The portal has not read the workflow '${name}' yet: try again in a minute`,
      );
    }
    const nodes = stored?.definition?.graph.nodes ?? [];
    const names = new Set(
      nodes.filter(({ type }) => type === 'CRAWLER').map(node => node.name),
    );
    return [...names].slice(0, MOST_CRAWLERS);
  }

  private async tablesOf(
    workflow: WorkflowArn,
    crawlers: Crawler[],
    problems: string[],
  ): Promise<Written[]> {
    const databases = new Map<string, Crawler[]>();
    for (const crawler of crawlers) {
      const name = crawler.DatabaseName ?? '';
      databases.set(name, [...(databases.get(name) ?? []), crawler]);
    }
    const written: Written[] = [];
    await forEachLimited(
      [...databases],
      CALLS_AT_ONCE,
      async ([database, writers]) => {
        const tables = await this.tablesIn(
          workflow,
          database,
          writers,
          problems,
        );
        for (const crawler of tables ? writers : []) {
          const own = (tables ?? []).filter(table => writtenBy(crawler, table));
          written.push(...own.map(table => ({ table, crawler })));
          if (own.length === 0 && crawler.LastCrawl?.Status === 'SUCCEEDED') {
            problems.push(
              `The crawler '${crawler.Name}' succeeded, and there is no table of it in the database '${database}'. Check that there are files in its targets`,
            );
          }
        }
      },
    );
    const place = ({ table }: Written) => `${table.DatabaseName}.${table.Name}`;
    return written.sort((a, b) => place(a).localeCompare(place(b), 'en-US'));
  }

  /** Nothing where the database cannot be read, which is a problem then. */
  private async tablesIn(
    workflow: WorkflowArn,
    database: string,
    writers: Crawler[],
    problems: string[],
  ): Promise<Table[] | undefined> {
    try {
      const { tables, more } = await this.options.catalog.listTables(
        workflow,
        database,
      );
      if (more) {
        problems.push(
          `The database '${database}' has more than ${tables.length} tables: only those are looked through`,
        );
      }
      return tables;
    } catch (error) {
      const names = writers.map(({ Name }) => `'${Name}'`).join(', ');
      problems.push(
        error instanceof NotFoundError
          ? `There is no database '${database}' in the Data Catalog, into which ${names} would write`
          : `The tables of the database '${database}' cannot be read. ${remedyOf(error)}`,
      );
      this.warn(`the tables of ${database}`, error);
      return undefined;
    }
  }

  private async withChanges(
    workflow: WorkflowArn,
    written: Written[],
    problems: string[],
  ): Promise<CatalogTable[]> {
    const { catalog } = this.options;
    const changes = new Map<Written, CatalogTable['lastChange']>();
    const failures = new Set<string>();
    await forEachLimited(written, CALLS_AT_ONCE, async each => {
      const { DatabaseName = '', Name = '' } = each.table;
      // After a refusal the others would be refused, too.
      if (failures.size > 0) {
        return;
      }
      try {
        const versions = await catalog.readVersions(
          workflow,
          DatabaseName,
          Name,
        );
        changes.set(each, lastChange(versions, each.crawler));
      } catch (error) {
        // A table may be gone since it was listed.
        if (!(error instanceof NotFoundError)) {
          failures.add(
            `What changed cannot be read of every table. ${remedyOf(error)}`,
          );
          this.warn(`the versions of ${DatabaseName}.${Name}`, error);
        }
      }
    });
    problems.push(...failures);
    return written.map(each => ({
      ...describeTable(each.table, each.crawler),
      lastChange: changes.get(each),
    }));
  }

  private warn(what: string, error: unknown) {
    this.options.logger.warn(`Cannot read ${what}: ${detailsOf(error)}`);
  }
}
