import type {
  Connection,
  Crawler,
  CsvClassifier,
  Database,
  Job,
  JsonClassifier,
  Partition,
  SecurityConfiguration,
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

/** Those of earlier versions are for CSV and do not say so. */
export type StoredCsvClassifier = CsvClassifier & {
  Name: string;
  kind?: 'csv';
};

export type StoredJsonClassifier = Omit<JsonClassifier, 'JsonPath'> & {
  Name: string;
  JsonPath?: string;
  kind: 'json';
};

export type StoredClassifier = StoredCsvClassifier | StoredJsonClassifier;

export type StoredConnection = Connection & { Name: string };

export type StoredSecurityConfiguration = SecurityConfiguration & {
  Name: string;
};

export type StoredDatabase = Database & { Name: string };

export type StoredTable = Table & { Name: string; DatabaseName: string };

export type StoredPartition = Partition & {
  DatabaseName: string;
  TableName: string;
  Values: string[];
};
