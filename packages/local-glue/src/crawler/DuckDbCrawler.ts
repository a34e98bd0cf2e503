import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';
import { AssignedGroup, assignToTables } from './assignToTables';
import { CrawlDatabase } from './CrawlDatabase';
import type {
  CrawledTable,
  CrawlExecutor,
  CrawlFindings,
  CrawlRequest,
  CrawlTarget,
} from './CrawlExecutor';
import { describeTable } from './describeTable';
import { areCompatible } from './FileSchema';
import { CrawledFile, groupTables, TableGroup } from './groupTables';
import { inspectObjects } from './inspectObjects';
import { listObjects, TargetObjects } from './listObjects';
import { hashedName, tableName } from './names';

/** A table with the target that it was found in. */
interface FoundGroup {
  target: CrawlTarget;
  bucket: string;
  group: TableGroup;
  table?: AssignedGroup['table'];
}

/**
 * Crawls buckets: what the files are is read from the files, Parquet with
 * DuckDB, CSV and JSON byte by byte.
 */
export class DuckDbCrawler implements CrawlExecutor {
  readonly #buckets: BucketStore;
  readonly #log: Log;
  readonly #database: CrawlDatabase;

  constructor(buckets: BucketStore, log: Log) {
    this.#buckets = buckets;
    this.#log = log;
    this.#database = new CrawlDatabase(buckets.root);
  }

  async crawl(request: CrawlRequest): Promise<CrawlFindings> {
    const started = Date.now();
    const findings = await this.#database.during(() => this.#crawl(request));
    this.#log.info(
      `Crawler ${request.crawlerName} found ${findings.tables.length} tables in ${Date.now() - started} ms`,
    );
    return findings;
  }

  async #crawl(request: CrawlRequest): Promise<CrawlFindings> {
    const { targets, signal, classifiers, log } = request;
    const groups: FoundGroup[] = [];
    const folders = new Set<string>();
    const problems: { uri: string; reason: string }[] = [];
    let classified = 0;
    for (const target of targets) {
      const found = await listObjects(this.#buckets, target, signal);
      this.#noteFolders(found, folders);
      const wanted = withoutFolders(found, request.since?.folders);
      logObjects(request, target, found, wanted);
      const inspected = await inspectObjects(wanted, {
        database: this.#database,
        classifiers,
        signal,
        sampleSize: target.sampleSize,
      });
      for (const { uri, reason } of inspected.problems) {
        log(`WARN ${uri} is left out: ${reason}`);
      }
      problems.push(...inspected.problems);
      classified += inspected.files.length;
      groups.push(...groupsOf(request, target, found, inspected.files));
    }
    if (classified === 0 && problems.length > 0) {
      const [{ uri, reason }] = problems;
      const others = problems.length - 1;
      throw new Error(
        `${uri} cannot be read: ${reason}${others > 0 ? ` (and ${others} more objects; the crawler's log names them)` : ''}`,
      );
    }
    const tables = describeAll(groups, request);
    for (const table of tables) log(summary(table));
    return {
      tables,
      folders: [...folders],
      unclassified: problems.map(({ uri }) => uri),
    };
  }

  #noteFolders({ bucket, objects }: TargetObjects, folders: Set<string>): void {
    for (const { key } of objects) folders.add(folderUri(bucket, key));
  }
}

function folderUri(bucket: string, key: string): string {
  return `s3://${bucket}/${key.slice(0, key.lastIndexOf('/') + 1)}`;
}

function withoutFolders(
  found: TargetObjects,
  known: ReadonlySet<string> | undefined,
): TargetObjects {
  if (!known) return found;
  const objects = found.objects.filter(
    ({ key }) => !known.has(folderUri(found.bucket, key)),
  );
  return { ...found, objects };
}

function logObjects(
  { since, log }: CrawlRequest,
  { path }: CrawlTarget,
  { objects, leftOut }: TargetObjects,
  wanted: TargetObjects,
): void {
  if (objects.length === 0) {
    log(
      `WARN ${path} has no objects to crawl${leftOut > 0 ? `: its ${leftOut} objects are empty, hidden or excluded` : ''}`,
    );
  } else if (since) {
    log(
      `${path} has ${objects.length} objects, ${wanted.objects.length} of them in folders that were not crawled before`,
    );
  } else {
    log(`${path} has ${objects.length} objects`);
  }
}

function groupsOf(
  { since, grouping, log }: CrawlRequest,
  target: CrawlTarget,
  { bucket, folder }: TargetObjects,
  files: readonly CrawledFile[],
): FoundGroup[] {
  const known = target.table ? [target.table] : (since?.tables ?? []);
  const isExact = target.table === undefined;
  const { assigned, rest } = assignToTables(files, bucket, known, isExact);
  const groups: FoundGroup[] = assigned.map(({ table, group }) => ({
    target,
    bucket,
    group,
    table,
  }));
  if (target.table) {
    for (const { key } of rest) {
      log(
        `WARN s3://${bucket}/${key} is left out: its folders are no partition of ${target.table.databaseName}.${target.table.name}`,
      );
    }
    return groups.map(found => withoutMisfits(found, log));
  }
  for (const group of groupTables(rest, folder, bucket, grouping)) {
    groups.push({ target, bucket, group });
  }
  return groups;
}

/** Only files of one format can be one table. */
function withoutMisfits(
  { group, bucket, ...found }: FoundGroup,
  log: CrawlRequest['log'],
): FoundGroup {
  const [first] = group.files;
  const fits = ({ schema }: CrawledFile) => areCompatible(first.schema, schema);
  for (const { key } of group.files.filter(file => !fits(file))) {
    log(
      `WARN s3://${bucket}/${key} is left out: it is of another format than the table's other files`,
    );
  }
  const partitions = group.partitions
    .map(each => ({ ...each, files: each.files.filter(fits) }))
    .filter(({ files }) => files.length > 0);
  const files = group.files.filter(fits);
  return { ...found, bucket, group: { ...group, files, partitions } };
}

function describeAll(
  groups: readonly FoundGroup[],
  { crawlerName, tablePrefix }: CrawlRequest,
): CrawledTable[] {
  const taken = new Set<string>();
  return groups.map(({ target, bucket, group, table }) => {
    const origin = {
      bucket,
      crawlerName,
      exclusions: target.exclusions.map(
        pattern => `${target.path.replace(/\/?$/, '/')}${pattern}`,
      ),
    };
    if (table) {
      const { name, databaseName } = table;
      return {
        ...describeTable(group, { ...origin, name }),
        knownAs: { databaseName },
      };
    }
    const plain = tableName(
      `${tablePrefix}${group.name}`,
      `${tablePrefix}table`,
    );
    const name = taken.has(plain)
      ? hashedName(plain, `s3://${bucket}/${group.location}`)
      : plain;
    taken.add(name);
    return describeTable(group, { ...origin, name });
  });
}

function summary(table: CrawledTable): string {
  const { Columns, Location } = table.storageDescriptor;
  const { classification, recordCount, objectCount } = table.parameters;
  const partitions =
    table.partitionKeys.length > 0
      ? `, ${table.partitions.length} partitions by ${table.partitionKeys.map(({ Name }) => Name).join(', ')}`
      : '';
  const header =
    classification === 'csv' &&
    !table.parameters['skip.header.line.count'] &&
    Columns.every(({ Name }) => /^col\d+$/.test(Name))
      ? '; no header was recognised, so its columns are named col0, col1, ...'
      : '';
  return `Table ${table.name}: ${classification}, ${Columns.length} columns, ${recordCount} records in ${objectCount} objects at ${Location}${partitions}${header}`;
}
