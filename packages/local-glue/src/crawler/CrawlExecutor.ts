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
  storageDescriptor: StorageDescriptor;
  /** Hive types; always `string` as Glue's crawlers report partition keys. */
  partitionKeys: CatalogColumn[];
  /** `classification`, `recordCount`, `averageRecordSize`, `objectCount`, `sizeKey`, ... */
  parameters: Record<string, string>;
  partitions: { values: string[]; storageDescriptor: StorageDescriptor }[];
}

export interface CrawlRequest {
  crawlerName: string;
  tablePrefix: string;
  targets: { path: string; exclusions: string[] }[];
  signal: AbortSignal;
  /** One line of the crawl's log. */
  log(line: string): void;
}

/**
 * Reads the files below the targets and says which tables they are.
 * Pure with regard to the catalog: the caller merges the result into it.
 * Rejects with an Error whose message names the object and the reason.
 */
export interface CrawlExecutor {
  crawl(request: CrawlRequest): Promise<CrawledTable[]>;
}
