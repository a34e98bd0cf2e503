import type { CrawlFindings } from '../../../crawler/CrawlExecutor';
import type { GlueDependencies } from '../dependencies';
import { crawlerStateChange } from '../happenings';
import { announce } from '../../../base/Happening';
import { crawlerRunning, entityNotFound } from '../errors';
import type { CrawlStore, StoredCrawl } from '../store/CrawlStore';
import type { StoredCrawler } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { CrawlLog } from './CrawlLog';
import { crawlerConfiguration } from './crawlerConfiguration';
import { CrawlOutput, writeCrawl } from './crawlOutput';
import { crawlRequest } from './crawlRequest';
import { crawlSummary } from './crawlSummary';
import { newCrawlId } from './ids';
import type { CatalogChanges } from './CrawlMerge';
import { isActiveCrawlState } from './progress';
import { AfterCommit, Transactions } from './Transactions';

type WorkflowRunListener = (
  workflowRunId: string,
  afterCommit: AfterCommit,
) => void;

/** How a crawl ended: what it found, or why it found nothing. */
type CrawlOutcome =
  | { state: 'SUCCEEDED'; findings: CrawlFindings; isIncremental: boolean }
  | { state: 'CANCELLED' }
  | { state: 'FAILED'; errorMessage: string };

/** The life of crawls, from the request to the tables in the catalog. */
export class Crawls {
  readonly #dependencies: GlueDependencies;
  readonly #store: GlueStore;
  readonly #crawls: CrawlStore;
  readonly #transactions: Transactions;
  readonly #onEnd: WorkflowRunListener;
  readonly #running = new Map<
    string,
    { controller: AbortController; done: Promise<void> }
  >();

  constructor(
    dependencies: GlueDependencies,
    store: GlueStore,
    transactions: Transactions,
    onEnd: WorkflowRunListener,
  ) {
    this.#dependencies = dependencies;
    this.#store = store;
    this.#crawls = store.crawls;
    this.#transactions = transactions;
    this.#onEnd = onEnd;
  }

  /** StartCrawler. */
  start(crawlerName: string): void {
    this.#transactions.run(afterCommit => {
      if (!this.#store.crawlers.get(crawlerName)) {
        throw entityNotFound('Crawler', crawlerName);
      }
      if (this.#crawls.activeOfCrawler(crawlerName)) {
        throw crawlerRunning(crawlerName);
      }
      this.begin(crawlerName, undefined, afterCommit);
    });
  }

  /**
   * Inside a transaction: creates the crawl, and starts it after the commit.
   * Where there is no such crawler, or it is crawling already, the crawl is
   * ERROR at once (that Glue does the same is not documented; for jobs that do
   * not exist it is).
   */
  begin(
    crawlerName: string,
    workflowRunId: string | undefined,
    afterCommit: AfterCommit,
  ): void {
    const now = new Date();
    const crawl: StoredCrawl = {
      id: newCrawlId(),
      crawlerName,
      workflowRunId,
      State: 'RUNNING',
      StartedOn: now,
      LogGroup: '/aws-glue/crawlers',
      LogStream: crawlerName,
      tablesCreated: 0,
      tablesUpdated: 0,
      tablesDeleted: 0,
    };
    const crawler = this.#store.crawlers.get(crawlerName);
    if (!crawler || this.#crawls.activeOfCrawler(crawlerName)) {
      crawl.State = 'ERROR';
      crawl.CompletedOn = now;
      crawl.ErrorMessage = crawler
        ? crawlerRunning(crawlerName).message
        : `Crawler ${crawlerName} does not exist. Create it, or remove it from the trigger.`;
    }
    this.#crawls.insert(crawl);
    if (crawler && crawl.State === 'RUNNING') {
      afterCommit(() => this.#execute(crawl, crawler));
    }
  }

  /** Inside a transaction: the crawl is CANCELLING until the crawler has noticed. */
  stop(crawl: StoredCrawl, afterCommit: AfterCommit): void {
    this.#crawls.update({ ...crawl, State: 'CANCELLING' });
    afterCommit(() => this.#running.get(crawl.id)?.controller.abort());
  }

  /** What a stopped server left: its crawls ended with it. */
  resume(): void {
    for (const crawl of this.#crawls.active()) {
      // An interrupted job run, settled before, may have started a crawl already.
      if (this.#running.has(crawl.id)) continue;
      this.#settle(
        crawl,
        crawl.State === 'CANCELLING'
          ? { state: 'CANCELLED' }
          : {
              state: 'FAILED',
              errorMessage: 'local-glue was stopped while this crawler ran',
            },
      );
    }
  }

  /** Ends every crawl; what becomes of it is settled at the next start. */
  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort();
    await Promise.all(running.map(({ done }) => done));
  }

  #announce(crawl: StoredCrawl): void {
    announce(crawlerStateChange(crawl, this.#dependencies), this.#dependencies);
  }

  #execute(crawl: StoredCrawl, crawler: StoredCrawler): void {
    this.#announce(crawl);
    const controller = new AbortController();
    const done = this.#crawl(crawler, controller.signal).then(outcome => {
      this.#running.delete(crawl.id);
      this.#settle(crawl, outcome);
    });
    this.#running.set(crawl.id, { controller, done });
  }

  async #crawl(
    crawler: StoredCrawler,
    signal: AbortSignal,
  ): Promise<CrawlOutcome> {
    const log = this.#logOf(crawler.Name);
    log.line(`Crawl of ${crawler.Name} started`);
    try {
      const request = crawlRequest(crawler, this.#store);
      const findings = await this.#dependencies.crawls.crawl({
        ...request,
        signal,
        log: line => log.line(line),
      });
      checkThreshold(crawler, findings);
      if (signal.aborted) return { state: 'CANCELLED' };
      const isIncremental = request.since !== undefined;
      return { state: 'SUCCEEDED', findings, isIncremental };
    } catch (error) {
      if (signal.aborted) return { state: 'CANCELLED' };
      const { message } = error as Error;
      return { state: 'FAILED', errorMessage: describable(message) };
    }
  }

  #settle({ id }: StoredCrawl, outcome: CrawlOutcome): void {
    this.#transactions.record(`how crawl ${id} ended`, afterCommit => {
      const crawl = this.#crawls.get(id);
      if (!crawl || !isActiveCrawlState(crawl.State)) return;
      const ended: StoredCrawl = {
        ...crawl,
        State: outcome.state,
        CompletedOn: new Date(),
      };
      const log = this.#logOf(crawl.crawlerName);
      if (outcome.state === 'FAILED') {
        ended.ErrorMessage = outcome.errorMessage;
        afterCommit(() => log.line(`Crawl failed: ${outcome.errorMessage}`));
      } else if (outcome.state === 'SUCCEEDED') {
        const changes = this.#write(crawl.crawlerName, outcome);
        if (changes) {
          ended.tablesCreated = changes.createTables.length;
          ended.tablesUpdated = changes.updateTables.length;
          ended.tablesDeleted = changes.deleteTables.length;
          ended.summary = crawlSummary(changes);
          afterCommit(() => changes.logged.forEach(line => log.line(line)));
        } else {
          ended.State = 'FAILED';
          ended.ErrorMessage = `Crawler ${crawl.crawlerName} or its database was deleted while it ran.`;
        }
      }
      this.#crawls.update(ended);
      afterCommit(() => log.line(`Crawl ended ${ended.State}`));
      afterCommit(() => this.#announce(ended));
      if (crawl.workflowRunId) this.#onEnd(crawl.workflowRunId, afterCommit);
    });
  }

  /** Undefined when there is no place for what was found any more. */
  #write(
    crawlerName: string,
    outcome: Pick<CrawlOutput, 'findings' | 'isIncremental'>,
  ): CatalogChanges | undefined {
    const crawler = this.#store.crawlers.get(crawlerName);
    if (!crawler) return undefined;
    const catalogId = this.#dependencies.accountId;
    return writeCrawl(this.#store, { crawler, catalogId, ...outcome });
  }

  #logOf(crawlerName: string): CrawlLog {
    return new CrawlLog(this.#dependencies, crawlerName);
  }
}

/**
 * "If the tables detected by the crawler during its crawl is greater than this
 * input value, the crawl fails and no data is written to the Data Catalog" (AWS
 * Glue Developer Guide, "Specifying the maximum number of tables the crawler is
 * allowed to create").
 */
function checkThreshold(crawler: StoredCrawler, { tables }: CrawlFindings) {
  const { tableThreshold } = crawlerConfiguration(crawler.Configuration);
  if (tableThreshold !== undefined && tables.length > tableThreshold) {
    throw new Error(
      `The number of tables detected by crawler: ${tables.length} is greater than the table threshold value provided: ${tableThreshold}. Failing crawler without writing to Data Catalog.`,
    );
  }
}

/** A message as DescriptionString has it: file names may hold anything. */
function describable(message: string): string {
  return message
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, character =>
      '\r\n\t'.includes(character) ? character : '?',
    )
    .slice(0, 2048);
}
