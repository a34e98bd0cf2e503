import type { GlueDependencies } from '../dependencies';
import { AwsError } from '../../../base/AwsError';
import { entityNotFound } from '../errors';
import type { StoredTrigger } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type { JobRunRecord } from '../store/JobRunStore';
import { Actions } from './Actions';
import { Crawls } from './Crawls';
import { Events } from './Events';
import { JobRuns } from './JobRuns';
import { ResumedRuns } from './ResumedRuns';
import { Schedules } from './Schedules';
import { AfterCommit, Transactions } from './Transactions';
import { TriggerChains } from './TriggerChains';
import { WorkflowRuns } from './WorkflowRuns';

/**
 * Runs workflows, jobs and crawlers. Nothing polls: the end of a process or of
 * a crawl moves its workflow run on, in the same transaction that stores it.
 */
export class Orchestrator {
  readonly jobRuns: JobRuns;
  readonly crawls: Crawls;
  readonly workflowRuns: WorkflowRuns;
  readonly resumedRuns: ResumedRuns;
  readonly triggerChains: TriggerChains;
  readonly schedules: Schedules;
  readonly events: Events;
  readonly #store: GlueStore;
  readonly #transactions: Transactions;

  constructor(dependencies: GlueDependencies, store: GlueStore) {
    const { log } = dependencies;
    this.#store = store;
    this.#transactions = new Transactions(store, log);
    const parts = [dependencies, store, this.#transactions] as const;
    // Of the two only one knows the id.
    const advance = (runId: string, afterCommit: AfterCommit) => {
      this.workflowRuns.advance(runId, afterCommit);
      this.triggerChains.advance(runId, afterCommit);
    };
    this.jobRuns = new JobRuns(...parts, advance);
    this.crawls = new Crawls(...parts, advance);
    const actions = new Actions(this.jobRuns, this.crawls);
    this.workflowRuns = new WorkflowRuns(
      this.#store,
      this.#transactions,
      this.jobRuns,
      this.crawls,
      actions,
    );
    this.resumedRuns = new ResumedRuns(
      this.#store,
      this.#transactions,
      this.workflowRuns,
      actions,
    );
    this.triggerChains = new TriggerChains(
      this.#store,
      this.#transactions,
      actions,
    );
    this.schedules = new Schedules(this.#store, log, {
      trigger: name => this.#fireOnSchedule(name),
      crawler: name => this.crawls.start(name),
    });
    this.events = new Events(...parts, this.workflowRuns);
  }

  #fireOnSchedule(name: string): void {
    const trigger = this.#store.triggers.get(name);
    if (!trigger) throw entityNotFound('Trigger', name);
    if (trigger.WorkflowName) {
      this.workflowRuns.startOnSchedule(trigger.WorkflowName);
    } else {
      this.triggerChains.fire(trigger);
    }
  }

  /** To be called when a trigger was created, changed or deleted. */
  triggerChanged({ Name, WorkflowName }: StoredTrigger): void {
    this.schedules.triggerChanged(Name);
    if (WorkflowName) this.events.settle(WorkflowName);
  }

  /** Ends an active job run. */
  stopJobRun(record: JobRunRecord): void {
    this.#transactions.run(afterCommit =>
      this.jobRuns.stop(record, afterCommit),
    );
  }

  /** StopCrawler. */
  stopCrawler(name: string): void {
    this.#transactions.run(afterCommit => {
      if (!this.#store.crawlers.get(name))
        throw entityNotFound('Crawler', name);
      const crawl = this.#store.crawls.activeOfCrawler(name);
      if (!crawl) {
        throw new AwsError(
          'CrawlerNotRunningException',
          `Crawler ${name} is not running.`,
        );
      }
      if (crawl.State === 'CANCELLING') {
        throw new AwsError(
          'CrawlerStoppingException',
          `Crawler ${name} is stopping already.`,
        );
      }
      this.crawls.stop(crawl, afterCommit);
    });
  }

  /**
   * To be called once, at the server's start, when the processes of an earlier
   * server are gone: settles what was interrupted and goes on with what waits.
   */
  async resume(): Promise<void> {
    this.jobRuns.resume();
    this.crawls.resume();
    this.workflowRuns.resume();
    this.triggerChains.resume();
    this.events.resume();
    this.schedules.resume();
  }

  /**
   * Starts nothing more and records nothing more. Job runs whose processes end
   * from here on are settled at the next start, as after a crash.
   */
  async close(): Promise<void> {
    this.schedules.close();
    this.events.close();
    this.#transactions.close();
    await this.crawls.close();
  }
}
