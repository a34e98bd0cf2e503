import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { availableParallelism } from 'node:os';
import { AwsError } from '../protocol/errors';
import type { Log } from '../server/context';
import type { BucketStore } from '../services/s3/BucketStore';
import { parseS3Uri } from '../warehouse/copy/copySources';
import { sqlString } from '../warehouse/sql/tokenize';
import type {
  CrawledTable,
  CrawlExecutor,
  CrawlRequest,
} from './CrawlExecutor';
import { describeTable } from './describeTable';
import { exclusionPattern } from './exclusions';
import { CrawledFile, groupTables, TableGroup } from './groupTables';
import { Inspection, inspectFile } from './inspect/inspectFile';
import { sanitiseName, uniqueNames } from './names';

type Target = CrawlRequest['targets'][number];

/** A target and its files. */
interface FoundTarget {
  bucket: string;
  /** The folder's key, ending with `/` or empty. */
  folder: string;
  objects: { key: string; size: number }[];
}

/** Of larger folders so many files, evenly spaced, stand for the others. */
const inspectedPerFolder = 100;

/**
 * Crawls buckets with DuckDB: what the files are is read from the files. Each
 * crawl has a DuckDB of its own, bounded in memory, that reaches nothing but
 * the buckets.
 */
export class DuckDbCrawler implements CrawlExecutor {
  constructor(
    private readonly buckets: BucketStore,
    private readonly log: Log,
  ) {}

  async crawl(request: CrawlRequest): Promise<CrawledTable[]> {
    const { crawlerName, tablePrefix, targets, signal } = request;
    const started = Date.now();
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '512MB',
      threads: String(availableParallelism()),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    const interrupt = () => connection.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      await connection.run(
        `SET allowed_directories = [${sqlString(`${this.buckets.root}/`)}]`,
      );
      await connection.run('SET enable_external_access = false');
      const groups: { bucket: string; group: TableGroup }[] = [];
      for (const target of targets) {
        const found = await this.find(target);
        request.log(`${target.path} has ${found.objects.length} objects`);
        const files = await this.inspect(connection, found, signal);
        for (const group of groupTables(files, found.folder, found.bucket)) {
          groups.push({ bucket: found.bucket, group });
        }
      }
      const names = uniqueNames(
        groups.map(({ group }) =>
          sanitiseName(`${tablePrefix}${group.name}`, `${tablePrefix}table`),
        ),
      );
      const tables = groups.map(({ bucket, group }, index) =>
        describeTable(group, names[index], bucket, crawlerName),
      );
      for (const table of tables) request.log(summary(table));
      this.log.info(
        `Crawler ${crawlerName} found ${tables.length} tables in ${Date.now() - started} ms`,
      );
      return tables;
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
      instance.closeSync();
    }
  }

  /** The objects of a target. Throws Error when there are none. */
  private async find({ path, exclusions }: Target): Promise<FoundTarget> {
    const { bucket, key } = parseS3Uri(path);
    const patterns = exclusions.map(exclusionPattern);
    try {
      const isFile =
        key !== '' &&
        !key.endsWith('/') &&
        (await this.buckets.has(bucket, key));
      const folder = isFile
        ? key.slice(0, key.lastIndexOf('/') + 1)
        : key.replace(/([^/])$/, '$1/');
      const keys = isFile ? [key] : [...this.buckets.keys(bucket, folder)];
      const objects: FoundTarget['objects'] = [];
      for (const candidate of keys) {
        const name = candidate.slice(folder.length);
        if (!isFile && isHidden(name)) continue;
        if (patterns.some(pattern => pattern.test(name))) continue;
        const { size } = await this.buckets.head(bucket, candidate);
        if (size > 0) objects.push({ key: candidate, size });
      }
      if (objects.length === 0) {
        throw new Error(
          `${path} has no objects to crawl${keys.length > 0 ? `: its ${keys.length} objects are empty, hidden or excluded` : ''}`,
        );
      }
      return { bucket, folder, objects };
    } catch (error) {
      if (error instanceof AwsError) {
        throw new Error(`${path} cannot be crawled: ${error.message}`);
      }
      throw error;
    }
  }

  private async inspect(
    connection: DuckDBConnection,
    { bucket, objects }: FoundTarget,
    signal: AbortSignal,
  ): Promise<CrawledFile[]> {
    const files: CrawledFile[] = [];
    for (const siblings of byFolder(objects).values()) {
      const step = Math.max(1, siblings.length / inspectedPerFolder);
      let last: { inspection: Inspection; size: number } | undefined;
      let inspected = 0;
      for (const [index, { key, size }] of siblings.entries()) {
        signal.throwIfAborted();
        if (!last || index >= inspected * step) {
          const inspection = await this.inspectObject(
            connection,
            bucket,
            key,
            signal,
          );
          last = { inspection, size };
          inspected++;
          files.push({ key, size, ...inspection });
        } else {
          const { schema, recordCount } = last.inspection;
          files.push({
            key,
            size,
            schema,
            recordCount: Math.round((recordCount * size) / last.size),
          });
        }
      }
    }
    return files;
  }

  private async inspectObject(
    connection: DuckDBConnection,
    bucket: string,
    key: string,
    signal: AbortSignal,
  ): Promise<Inspection> {
    const path = this.buckets.path(bucket, key);
    try {
      return await inspectFile(connection, path);
    } catch (error) {
      signal.throwIfAborted();
      const uri = `s3://${bucket}/${key}`;
      const { message = String(error) } = error as Partial<Error>;
      throw new Error(
        `${uri} cannot be read: ${message.replaceAll(path, uri)}`,
      );
    }
  }
}

/** What jobs leave beside their output; Spark's readers skip the same names. */
function isHidden(name: string): boolean {
  return name
    .split('/')
    .some(
      segment =>
        segment.startsWith('.') ||
        (segment.startsWith('_') && !segment.includes('=')) ||
        segment.endsWith('_$folder$') ||
        segment === '',
    );
}

function byFolder(objects: FoundTarget['objects']) {
  const folders = new Map<string, FoundTarget['objects']>();
  for (const object of objects) {
    const folder = object.key.slice(0, object.key.lastIndexOf('/') + 1);
    const siblings = folders.get(folder);
    if (siblings) siblings.push(object);
    else folders.set(folder, [object]);
  }
  return folders;
}

function summary(table: CrawledTable): string {
  const { Columns, Location } = table.storageDescriptor;
  const { classification, recordCount, objectCount } = table.parameters;
  const partitions =
    table.partitionKeys.length > 0
      ? `, ${table.partitions.length} partitions by ${table.partitionKeys.map(({ Name }) => Name).join(', ')}`
      : '';
  const header =
    classification === 'csv' && !table.parameters['skip.header.line.count']
      ? '; no header was recognised, so its columns are named col0, col1, ...'
      : '';
  return `Table ${table.name}: ${classification}, ${Columns.length} columns, ${recordCount} records in ${objectCount} objects at ${Location}${partitions}${header}`;
}
