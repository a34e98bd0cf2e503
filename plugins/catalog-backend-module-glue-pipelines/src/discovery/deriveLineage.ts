import { Crawler, Job, Table } from '@aws-sdk/client-glue';
import { bucketNameProblem, parseS3Uri } from '@glue-pipelines/pipeline/s3';
import { DataPlace, Lineage } from './Lineage';

/** A crawler marks the tables that it made or changed with this parameter. */
const UPDATED_BY_CRAWLER = 'UPDATED_BY_CRAWLER';

const READS = new Set(['source', 'src', 'input']);
const WRITES = new Set(['target', 'destination', 'dest', 'output', 'sink']);

/**
 * What a workflow's crawlers and jobs say of the data they read and write.
 *
 * A job's arguments are the author's own words: one counts only where its
 * value is an S3 URI and its name says `source` or `target` (or a synonym),
 * or where it is an argument of the pipelines that the template generates.
 */
export function deriveLineage(definitions: {
  crawlers: Crawler[];
  jobs: Job[];
  /** The tables of the databases that the crawlers write to. */
  tables: Table[];
}): Lineage {
  const reads = new Map<string, DataPlace>();
  const writes = new Map<string, DataPlace>();
  const add = (to: Map<string, DataPlace>, place: DataPlace | undefined) =>
    place && to.set(JSON.stringify(place), place);

  for (const crawler of definitions.crawlers) {
    for (const path of crawledPaths(crawler)) {
      add(reads, s3Place(path));
    }
    for (const place of crawledTables(crawler, definitions.tables)) {
      add(writes, place);
    }
  }
  for (const job of definitions.jobs) {
    for (const [name, value] of Object.entries(job.DefaultArguments ?? {})) {
      if (name === '--DATA_BUCKET') {
        add(writes, { kind: 'bucket', bucket: value });
      } else if (name === '--REDSHIFT_WORKGROUP') {
        add(writes, { kind: 'workgroup', workgroup: value });
      } else if (saysOneOf(READS, name)) {
        add(reads, s3Place(value));
      } else if (saysOneOf(WRITES, name)) {
        add(writes, s3Place(value));
      }
    }
  }
  return {
    // What a workflow writes and then reads is its own.
    reads: inOrder(reads).filter(place => !writes.has(JSON.stringify(place))),
    writes: inOrder(writes),
  };
}

function inOrder(places: Map<string, DataPlace>): DataPlace[] {
  return [...places.keys()].sort().map(key => places.get(key)!);
}

function crawledPaths({ Targets }: Crawler): string[] {
  return [
    ...(Targets?.S3Targets ?? []).map(({ Path }) => Path ?? ''),
    ...(Targets?.DeltaTargets ?? []).flatMap(
      ({ DeltaTables }) => DeltaTables ?? [],
    ),
    ...(Targets?.IcebergTargets ?? []).flatMap(({ Paths }) => Paths ?? []),
    ...(Targets?.HudiTargets ?? []).flatMap(({ Paths }) => Paths ?? []),
  ];
}

/** The tables that a crawler keeps up to date; where none is known, the database that it writes to. */
function crawledTables(crawler: Crawler, tables: Table[]): DataPlace[] {
  const places: DataPlace[] = [];
  for (const target of crawler.Targets?.CatalogTargets ?? []) {
    for (const table of target.Tables ?? []) {
      places.push({
        kind: 'table',
        database: target.DatabaseName ?? '',
        table,
      });
    }
  }
  for (const { Name, DatabaseName, Parameters } of tables) {
    if (
      DatabaseName === crawler.DatabaseName &&
      Parameters?.[UPDATED_BY_CRAWLER] === crawler.Name
    ) {
      places.push({
        kind: 'table',
        database: DatabaseName ?? '',
        table: Name ?? '',
      });
    }
  }
  if (places.length === 0 && crawler.DatabaseName) {
    places.push({ kind: 'database', database: crawler.DatabaseName });
  }
  return places;
}

/** `--SOURCE_PATH` and `--sourcePath` both say `source`. */
function saysOneOf(words: Set<string>, argument: string): boolean {
  return argument
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some(word => words.has(word));
}

/** The place of a URI as S3 or Hadoop writes it; undefined for other texts. */
function s3Place(text: string): DataPlace | undefined {
  const uri = text.trim().replace(/^s3[an]:/, 's3:');
  const { bucket, key } = parseS3Uri(uri);
  if (bucketNameProblem(bucket)) {
    return undefined;
  }
  const trimmed = key.replace(/^\/+|\/+$/g, '');
  return trimmed
    ? { kind: 'folder', bucket, path: trimmed }
    : { kind: 'bucket', bucket };
}
