import Sqlite, { Database } from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CrawledTable,
  CrawlExecutor,
  CrawlFindings,
  CrawlRequest,
} from '../../../crawler/CrawlExecutor';
import type {
  JobExecution,
  JobExecutor,
  JobOutcome,
  Readiness,
} from '../../../jobs/JobExecutor';
import type { GlueDependencies } from '../dependencies';
import type { Orchestrator } from '../engine/Orchestrator';
import { glueService, GlueService } from '../index';
import { glueMigrations } from '../migrations';
import type { GlueStore } from '../store/GlueStore';
import { deviations, operationModel } from './sdkModel';

const turn = () => new Promise(resolve => setImmediate(resolve));

/** Lets everything run that an ended job or crawl causes. */
export async function settled(): Promise<void> {
  await turn();
  await turn();
}

/** Jobs that end when, and as, the test says. */
export class DrivenJobs implements JobExecutor {
  readonly started: JobExecution[] = [];
  readonly stopped: string[] = [];
  readonly #ends = new Map<string, (outcome: JobOutcome) => void>();
  #readiness: Readiness = { state: 'ready' };
  #settle: () => void = () => {};
  #settled: Promise<void> = Promise.resolve();

  become(readiness: Readiness): void {
    this.#readiness = readiness;
    if (readiness.state === 'preparing') {
      this.#settled = new Promise(resolve => {
        this.#settle = resolve;
      });
    } else {
      this.#settle();
    }
  }

  readiness(): Readiness {
    return this.#readiness;
  }

  settled(): Promise<void> {
    return this.#settled;
  }

  start(execution: JobExecution) {
    this.started.push(execution);
    const done = new Promise<JobOutcome>(resolve => {
      this.#ends.set(execution.jobRunId, resolve);
    });
    return { done, stop: () => void this.stopped.push(execution.jobRunId) };
  }

  /** Ends the newest run of a job, which must have been started. */
  async end(jobName: string, outcome: Partial<JobOutcome> = {}): Promise<void> {
    const execution = this.started.findLast(each => each.jobName === jobName);
    if (!execution) throw new Error(`Job ${jobName} was not started`);
    this.#ends.get(execution.jobRunId)!({
      state: 'SUCCEEDED',
      executionSeconds: 2,
      ...outcome,
    });
    await settled();
  }

  names(): string[] {
    return this.started.map(execution => execution.jobName);
  }

  async reapOrphans() {}

  async close() {}
}

/** Crawls that find, or fail with, what the test says. */
export class DrivenCrawls implements CrawlExecutor {
  readonly started: CrawlRequest[] = [];
  readonly #ends = new Map<
    string,
    { resolve(findings: CrawlFindings): void; reject(error: Error): void }
  >();

  crawl(request: CrawlRequest): Promise<CrawlFindings> {
    this.started.push(request);
    return new Promise((resolve, reject) => {
      this.#ends.set(request.crawlerName, { resolve, reject });
      request.signal.addEventListener('abort', () =>
        // Not before the answer to who stopped it.
        setImmediate(() => setImmediate(() => reject(new Error('aborted')))),
      );
    });
  }

  async find(
    crawlerName: string,
    tables: CrawledTable[] = [],
    others: Partial<CrawlFindings> = {},
  ): Promise<void> {
    this.#ends
      .get(crawlerName)!
      .resolve({ tables, folders: [], unclassified: [], ...others });
    await settled();
  }

  async fail(crawlerName: string, message: string): Promise<void> {
    this.#ends.get(crawlerName)!.reject(new Error(message));
    await settled();
  }
}

/** A Glue service on a database of its own, with jobs and crawls driven by the test. */
export class TestGlue {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'local-glue-'));
  readonly database: Database;
  readonly warnings: string[] = [];
  jobs = new DrivenJobs();
  crawls = new DrivenCrawls();
  context!: GlueDependencies;
  #service!: GlueService;

  /** @param image - of the database that another one had (`database.serialize()`) */
  constructor(image?: Buffer) {
    this.database = new Sqlite(image ?? join(this.dataDir, 'state.db'));
    this.database.pragma('foreign_keys = ON');
    // A test's state need not outlive the machine.
    this.database.pragma('synchronous = OFF');
    if (!image) for (const { sql } of glueMigrations) this.database.exec(sql);
    this.#start();
  }

  get store(): GlueStore {
    return this.#service.store;
  }

  get orchestrator(): Orchestrator {
    return this.#service.orchestrator;
  }

  /** Throws what the operation throws, and when the answer is not as the SDK's model says. */
  async call(operationName: string, input: object = {}): Promise<any> {
    const operation = this.#service.operations.find(
      each => each.name === operationName,
    );
    if (!operation) throw new Error(`No operation ${operationName}`);
    const output = await operation.handle(input);
    // The answer comes first, and what it has led to is stored next.
    await turn();
    const problems = deviations(operationModel(operationName)!.output, output);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return output;
  }

  /** As if the server had been killed: nothing is told, everything in memory is lost. */
  async kill(): Promise<void> {
    await this.orchestrator.close();
    this.jobs = new DrivenJobs();
    this.crawls = new DrivenCrawls();
    this.#start();
  }

  async dispose(): Promise<void> {
    await this.orchestrator.close();
    this.database.close();
    rmSync(this.dataDir, { recursive: true });
  }

  #start(): void {
    this.context = {
      dataDir: this.dataDir,
      accountId: '000000000000',
      region: 'us-east-1',
      database: this.database,
      log: {
        info: () => {},
        warn: message => this.warnings.push(message),
        error: message => this.warnings.push(message),
      },
      jobs: this.jobs,
      crawls: this.crawls,
      events: { send: () => '' },
    };
    this.#service = glueService(this.context);
  }
}
