import type { CsvClassifier } from './CsvClassifier';
import type { Grouping } from './groupTables';
import type { JsonClassifier } from './JsonClassifier';

/** A column with its Hive type, as the Glue Data Catalog writes it: `bigint`, `array<string>`. */
export interface CatalogColumn {
  Name: string;
  Type: string;
  Comment?: string;
}

/** The members of Glue's StorageDescriptor that a crawler fills. */
export interface StorageDescriptor {
  Columns: CatalogColumn[];
  /** `s3://bucket/prefix/` */
  Location: string;
  InputFormat: string;
  OutputFormat: string;
  Compressed: boolean;
  NumberOfBuckets: number;
  SerdeInfo: {
    SerializationLibrary: string;
    Parameters: Record<string, string>;
  };
  BucketColumns: string[];
  SortColumns: { Column: string; SortOrder: number }[];
  Parameters: Record<string, string>;
  StoredAsSubDirectories: boolean;
}

/** A table that a crawl found, in the shape of Glue's TableInput, with its partitions. */
export interface CrawledTable {
  /** Sanitised and prefixed: what the catalog will call it. */
  name: string;
  /** Where the catalog knows the table already: it is this one, of this database. */
  knownAs?: { databaseName: string };
  storageDescriptor: StorageDescriptor;
  /** Hive types; always `string` as Glue's crawlers report partition keys. */
  partitionKeys: CatalogColumn[];
  /** `classification`, `recordCount`, `averageRecordSize`, `objectCount`, `sizeKey`, ... */
  parameters: Record<string, string>;
  /** Each described by its own files. */
  partitions: { values: string[]; storageDescriptor: StorageDescriptor }[];
}

/** A table that the catalog has. */
export interface KnownTable {
  databaseName: string;
  name: string;
  /** `s3://bucket/prefix/` */
  location: string;
  partitionKeys: string[];
}

export interface CrawlTarget {
  /** `s3://bucket/prefix/` */
  path: string;
  exclusions: string[];
  /** How many files of each folder are read; all of them when not given. */
  sampleSize?: number;
  /** Where the target is a table of the catalog: all files below belong to it. */
  table?: KnownTable;
}

export interface CrawlRequest {
  crawlerName: string;
  tablePrefix: string;
  targets: CrawlTarget[];
  /** Tried in this order, before those of Glue itself. */
  classifiers: (CsvClassifier | JsonClassifier)[];
  grouping: Grouping;
  /** What an incremental crawl starts from. */
  since?: {
    /** Folders as `s3://bucket/prefix/`, which are left out. */
    folders: ReadonlySet<string>;
    /** A new folder at the depth of a table's partitions is one of them. */
    tables: KnownTable[];
  };
  signal: AbortSignal;
  /** One line of the crawl's log. */
  log(line: string): void;
}

export interface CrawlFindings {
  tables: CrawledTable[];
  /** Every folder that holds objects, those of earlier crawls included: `s3://bucket/prefix/`. */
  folders: string[];
  /** Objects that could not be classified: nothing is said about the tables that they are part of. */
  unclassified: string[];
}

/**
 * Reads the files below the targets and says which tables they are.
 * Pure with regard to the catalog: the caller merges the result into it.
 * Rejects with an Error whose message names the object and the reason.
 */
export interface CrawlExecutor {
  crawl(request: CrawlRequest): Promise<CrawlFindings>;
}
