import type {
  Connection,
  Crawler,
  CsvClassifier,
  Database,
  Job,
  Partition,
  Table,
  Trigger,
  TriggerState,
  TriggerType,
  Workflow,
} from '@aws-sdk/client-glue';

/** Without the members that are computed on reading: Graph, LastRun. */
export type StoredWorkflow = Omit<Workflow, 'Graph' | 'LastRun'> & {
  Name: string;
};

export type StoredTrigger = Trigger & {
  Name: string;
  Type: TriggerType;
  State: TriggerState;
};

export type StoredJob = Job & { Name: string };

/** Without the members that are computed from its crawls: State, LastCrawl, CrawlElapsedTime. */
export type StoredCrawler = Omit<
  Crawler,
  'State' | 'LastCrawl' | 'CrawlElapsedTime'
> & { Name: string };

/** For CSV: there are no other ones here. */
export type StoredClassifier = CsvClassifier & { Name: string };

export type StoredConnection = Connection & { Name: string };

export type StoredDatabase = Database & { Name: string };

export type StoredTable = Table & { Name: string; DatabaseName: string };

export type StoredPartition = Partition & {
  DatabaseName: string;
  TableName: string;
  Values: string[];
};
