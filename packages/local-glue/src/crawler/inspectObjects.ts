import { SchemaPool } from './FileSchema';
import type { CrawledFile } from './groupTables';
import { inspectFile, InspectionTools } from './inspect/inspectFile';
import { Inspection } from './inspect/Inspection';
import type { CrawledObject, TargetObjects } from './listObjects';

export interface InspectedObjects {
  files: CrawledFile[];
  /** Objects that are of no format that is crawled, or damaged. */
  problems: { uri: string; reason: string }[];
}

/**
 * Finds out what the objects are: all of them, "If not set, all the files are
 * crawled" (S3Target.SampleSize, AWS Glue API reference), or so many of each
 * folder, evenly spaced, that stand for the others there. A file that is no
 * table, or damaged, is a problem of its own. Rejects with an Error that names
 * the object where the machine keeps it from being read.
 */
export async function inspectObjects(
  { bucket, objects }: TargetObjects,
  { sampleSize, ...tools }: InspectionTools & { sampleSize?: number },
): Promise<InspectedObjects> {
  const pool = new SchemaPool();
  const result: InspectedObjects = { files: [], problems: [] };
  for (const siblings of byFolder(objects).values()) {
    const sample = sampleOf(siblings, sampleSize);
    const outcomes = await inspectAll(bucket, sample, tools);
    let last: CrawledFile | undefined;
    for (const { key, size } of siblings) {
      const outcome = outcomes.get(key);
      if (!outcome) {
        if (last) result.files.push(likeness(last, key, size));
      } else if ('reason' in outcome) {
        result.problems.push(outcome);
      } else {
        const schema = pool.intern(outcome.schema);
        last = { key, size, schema, recordCount: outcome.recordCount };
        result.files.push(last);
      }
    }
  }
  return result;
}

/** A file that was not looked at, and is taken to be like one that was. */
function likeness(like: CrawledFile, key: string, size: number): CrawledFile {
  const recordCount = Math.round((like.recordCount * size) / like.size);
  return { key, size, schema: like.schema, recordCount };
}

function sampleOf(
  siblings: readonly CrawledObject[],
  size: number = siblings.length,
): CrawledObject[] {
  const step = Math.max(1, siblings.length / size);
  const sample: CrawledObject[] = [];
  for (let index = 0; index < siblings.length; index += step) {
    sample.push(siblings[Math.floor(index)]);
  }
  return sample;
}

type Outcome = Inspection | { uri: string; reason: string };

/** So many files are open at the same time: opening takes longer than reading a small one. */
const openFiles = 8;

/** By the key. */
async function inspectAll(
  bucket: string,
  objects: readonly CrawledObject[],
  tools: InspectionTools,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (let start = 0; start < objects.length; start += openFiles) {
    tools.signal.throwIfAborted();
    const batch = objects.slice(start, start + openFiles);
    const inspected = await Promise.allSettled(
      batch.map(object => inspectObject(bucket, object, tools)),
    );
    for (const [index, each] of inspected.entries()) {
      if (each.status === 'rejected') throw each.reason;
      outcomes.set(batch[index].key, each.value);
    }
  }
  return outcomes;
}

async function inspectObject(
  bucket: string,
  { key, path }: CrawledObject,
  tools: InspectionTools,
): Promise<Outcome> {
  const uri = `s3://${bucket}/${key}`;
  try {
    return await inspectFile(path, tools);
  } catch (error) {
    tools.signal.throwIfAborted();
    const { code, message = String(error) } =
      error as Partial<NodeJS.ErrnoException>;
    // Without the query that DuckDB shows.
    const [problem] = message.split('\n\nLINE ');
    const reason = problem.replaceAll(path, uri);
    if (code === 'ENOENT') return { uri, reason: 'it was deleted meanwhile' };
    // Nothing is wrong with the file's content as far as anybody knows.
    const isOfMachine =
      code !== undefined || message.startsWith('Out of Memory Error');
    if (isOfMachine) throw new Error(`${uri} cannot be read: ${reason}`);
    return { uri, reason };
  }
}

function byFolder(objects: readonly CrawledObject[]) {
  const folders = new Map<string, CrawledObject[]>();
  for (const object of objects) {
    const folder = object.key.slice(0, object.key.lastIndexOf('/') + 1);
    const siblings = folders.get(folder);
    if (siblings) siblings.push(object);
    else folders.set(folder, [object]);
  }
  return folders;
}
