import type { Crawl, CrawlState } from '@aws-sdk/client-glue';
import type { Database, Statement } from 'better-sqlite3';
import { decode, encode } from './json';

/** One crawl. The members of Glue's `Crawl` are what a workflow run's graph shows. */
export type StoredCrawl = Crawl & {
  id: string;
  crawlerName: string;
  workflowRunId?: string;
  State: CrawlState;
  StartedOn: Date;
  tablesCreated: number;
  tablesUpdated: number;
  tablesDeleted: number;
  /** CrawlerHistory.Summary */
  summary?: string;
};

interface Row {
  sequence: number;
  crawl: string;
}

export class CrawlStore {
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #get: Statement;
  readonly #page: Statement;
  readonly #ofWorkflowRun: Statement;
  readonly #active: Statement;
  readonly #lastEnded: Statement;
  readonly #activeOfCrawler: Statement;
  readonly #folders: Statement;
  readonly #addFolder: Statement;
  readonly #removeFolder: Statement;
  readonly #forget: Statement;
  readonly #forgetFolders: Statement;

  constructor(database: Database) {
    const active = "state IN ('RUNNING', 'CANCELLING')";
    this.#insert = database.prepare(
      `INSERT INTO glue_crawl (id, crawler_name, workflow_run_id, state, crawl)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.#update = database.prepare(
      'UPDATE glue_crawl SET state = ?, crawl = ? WHERE id = ?',
    );
    this.#get = database.prepare(
      'SELECT sequence, crawl FROM glue_crawl WHERE id = ?',
    );
    this.#page = database.prepare(
      `SELECT sequence, crawl FROM glue_crawl
       WHERE crawler_name = ? AND sequence < ? AND NOT of_deleted_crawler
       ORDER BY sequence DESC LIMIT ?`,
    );
    this.#ofWorkflowRun = database.prepare(
      'SELECT sequence, crawl FROM glue_crawl WHERE workflow_run_id = ? ORDER BY sequence',
    );
    // Without the hint all crawls there ever were would be read in their order.
    this.#active = database.prepare(
      `SELECT sequence, crawl FROM glue_crawl INDEXED BY glue_crawl_active
       WHERE ${active} ORDER BY sequence`,
    );
    this.#lastEnded = database.prepare(
      `SELECT sequence, crawl FROM glue_crawl
       WHERE crawler_name = ? AND state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')
         AND NOT of_deleted_crawler
       ORDER BY sequence DESC LIMIT ?`,
    );
    this.#activeOfCrawler = database.prepare(
      `SELECT sequence, crawl FROM glue_crawl WHERE crawler_name = ? AND ${active}`,
    );
    this.#folders = database
      .prepare('SELECT folder FROM glue_crawled_folder WHERE crawler_name = ?')
      .pluck();
    this.#addFolder = database.prepare(
      'INSERT INTO glue_crawled_folder (crawler_name, folder) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.#removeFolder = database.prepare(
      'DELETE FROM glue_crawled_folder WHERE crawler_name = ? AND folder = ?',
    );
    this.#forget = database.prepare(
      'UPDATE glue_crawl SET of_deleted_crawler = 1 WHERE crawler_name = ?',
    );
    this.#forgetFolders = database.prepare(
      'DELETE FROM glue_crawled_folder WHERE crawler_name = ?',
    );
  }

  insert(crawl: StoredCrawl): void {
    this.#insert.run(
      crawl.id,
      crawl.crawlerName,
      crawl.workflowRunId ?? null,
      crawl.State,
      encode(crawl),
    );
  }

  update(crawl: StoredCrawl): void {
    this.#update.run(crawl.State, encode(crawl), crawl.id);
  }

  get(id: string): StoredCrawl | undefined {
    const row = this.#get.get(id) as Row | undefined;
    return row && decode<StoredCrawl>(row.crawl);
  }

  /** Newest first, those before `before`. */
  page(
    crawlerName: string,
    before: string | number | undefined,
    limit: number,
  ): { sequence: number; crawl: StoredCrawl }[] {
    const rows = this.#page.all(
      crawlerName,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ) as Row[];
    return rows.map(({ sequence, crawl }) => ({
      sequence,
      crawl: decode(crawl),
    }));
  }

  /** In the order of their start. */
  ofWorkflowRun(workflowRunId: string): StoredCrawl[] {
    return (this.#ofWorkflowRun.all(workflowRunId) as Row[]).map(row =>
      decode<StoredCrawl>(row.crawl),
    );
  }

  /** RUNNING or CANCELLING, in the order of their start. */
  active(): StoredCrawl[] {
    return (this.#active.all() as Row[]).map(row =>
      decode<StoredCrawl>(row.crawl),
    );
  }

  /** The newest crawls that ran to an end of their own, newest first. */
  lastEnded(crawlerName: string, limit: number): StoredCrawl[] {
    return (this.#lastEnded.all(crawlerName, limit) as Row[]).map(row =>
      decode<StoredCrawl>(row.crawl),
    );
  }

  /** A crawler runs one crawl at a time. */
  activeOfCrawler(crawlerName: string): StoredCrawl | undefined {
    const row = this.#activeOfCrawler.get(crawlerName) as Row | undefined;
    return row && decode<StoredCrawl>(row.crawl);
  }

  /** The folders that the crawler has crawled, as `s3://bucket/prefix/`. */
  folders(crawlerName: string): string[] {
    return this.#folders.all(crawlerName) as string[];
  }

  /** Inside a transaction: notes what was crawled, besides or instead of what was before. */
  setFolders(
    crawlerName: string,
    folders: readonly string[],
    isAddition: boolean,
  ): void {
    for (const folder of folders) this.#addFolder.run(crawlerName, folder);
    if (isAddition) return;
    const current = new Set(folders);
    for (const folder of this.folders(crawlerName)) {
      if (!current.has(folder)) this.#removeFolder.run(crawlerName, folder);
    }
  }

  /**
   * Inside a transaction: to be called when the crawler is deleted, so that one
   * of the same name starts without a history. Workflow runs keep their crawls.
   */
  forget(crawlerName: string): void {
    this.#forget.run(crawlerName);
    this.#forgetFolders.run(crawlerName);
  }
}
