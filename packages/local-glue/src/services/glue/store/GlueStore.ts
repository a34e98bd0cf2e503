import type { Database } from 'better-sqlite3';
import { BookmarkStore } from './BookmarkStore';
import { CatalogStore } from './CatalogStore';
import { CrawlStore } from './CrawlStore';
import {
  StoredClassifier,
  StoredConnection,
  StoredCrawler,
  StoredDatabase,
  StoredJob,
  StoredSecurityConfiguration,
  StoredWorkflow,
} from './definitions';
import { DefinitionStore } from './DefinitionStore';
import { EventStore } from './EventStore';
import { JobRunStore } from './JobRunStore';
import { RunHistoryStore } from './RunHistoryStore';
import { TagStore } from './TagStore';
import { TriggerChainStore } from './TriggerChainStore';
import { TriggerStore } from './TriggerStore';
import { WorkflowRunStore } from './WorkflowRunStore';

/** All state of the Glue service. */
export class GlueStore {
  readonly workflows: DefinitionStore<StoredWorkflow>;
  readonly triggers: TriggerStore;
  readonly jobs: DefinitionStore<StoredJob>;
  readonly crawlers: DefinitionStore<StoredCrawler>;
  readonly classifiers: DefinitionStore<StoredClassifier>;
  readonly connections: DefinitionStore<StoredConnection>;
  readonly databases: DefinitionStore<StoredDatabase>;
  readonly securityConfigurations: DefinitionStore<StoredSecurityConfiguration>;
  readonly catalog: CatalogStore;
  readonly tags: TagStore;
  readonly workflowRuns: WorkflowRunStore;
  readonly jobRuns: JobRunStore;
  readonly crawls: CrawlStore;
  readonly bookmarks: BookmarkStore;
  readonly runHistory: RunHistoryStore;
  readonly triggerChains: TriggerChainStore;
  readonly events: EventStore;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.workflows = new DefinitionStore(database, 'glue_workflow');
    this.triggers = new TriggerStore(database);
    this.jobs = new DefinitionStore(database, 'glue_job');
    this.crawlers = new DefinitionStore(database, 'glue_crawler');
    this.classifiers = new DefinitionStore(database, 'glue_classifier');
    this.connections = new DefinitionStore(database, 'glue_connection');
    this.databases = new DefinitionStore(database, 'glue_database');
    this.securityConfigurations = new DefinitionStore(
      database,
      'glue_security_configuration',
    );
    this.catalog = new CatalogStore(database);
    this.tags = new TagStore(database);
    this.workflowRuns = new WorkflowRunStore(database);
    this.jobRuns = new JobRunStore(database);
    this.crawls = new CrawlStore(database);
    this.bookmarks = new BookmarkStore(database);
    this.runHistory = new RunHistoryStore(database);
    this.triggerChains = new TriggerChainStore(database);
    this.events = new EventStore(database);
  }

  /** All changes that `change` makes, or none when it throws. */
  transaction<T>(change: () => T): T {
    return this.#database.transaction(change).immediate();
  }
}
