import { text } from 'node:stream/consumers';
import { isHidden } from '@glue-pipelines/pipeline/s3';
import { AwsError } from '../../base/AwsError';
import type { BucketStore } from '../../buckets/BucketStore';
import { s3Location } from '../../buckets/s3Location';
import { CopyCommand } from '../sql/parseCopy';

/** An object that COPY reads. */
export interface CopySource {
  /** `s3://bucket/key` */
  uri: string;
  bucket: string;
  key: string;
  /** Bytes. */
  size: number;
  /** The absolute path of its file. */
  path: string;
}

interface ManifestEntry {
  url: string;
  mandatory?: boolean;
  meta?: { content_length?: unknown };
}

/**
 * The objects that a COPY reads: those whose keys begin with its prefix, or
 * those that its manifest lists. Throws Error when there are none, naming
 * the prefix.
 */
export async function copySources(
  command: CopyCommand,
  buckets: BucketStore,
): Promise<CopySource[]> {
  try {
    return command.isManifest
      ? await manifestSources(command, buckets)
      : await prefixSources(command, buckets);
  } catch (error) {
    if (error instanceof AwsError) {
      throw new Error(`COPY from ${command.source}: ${error.message}`);
    }
    throw error;
  }
}

async function prefixSources(
  command: CopyCommand,
  buckets: BucketStore,
): Promise<CopySource[]> {
  const { bucket, key: prefix } = s3Location(command.source);
  const keys = [...buckets.keys(bucket, prefix)].filter(
    key => key === prefix || !isHidden(key.slice(key.lastIndexOf('/') + 1)),
  );
  if (keys.length === 0) {
    throw new Error(
      `The specified S3 prefix '${prefix}' does not exist: no object's name begins with ${command.source}`,
    );
  }
  return Promise.all(keys.map(key => sourceOf(buckets, bucket, key)));
}

async function manifestSources(
  command: CopyCommand,
  buckets: BucketStore,
): Promise<CopySource[]> {
  const { bucket, key } = s3Location(command.source);
  const { stream } = await buckets.get(bucket, key);
  const entries = readManifest(await text(stream), command.source);
  const sources: CopySource[] = [];
  for (const entry of entries) {
    const { url, mandatory } = entry;
    const object = s3Location(url);
    if (await buckets.has(object.bucket, object.key)) {
      const source = await sourceOf(buckets, object.bucket, object.key);
      if (command.format === 'parquet') checkLength(command, entry, source);
      sources.push(source);
    } else if (mandatory) {
      throw new Error(
        `The manifest ${command.source} names the mandatory object ${url}, which does not exist`,
      );
    }
  }
  if (sources.length === 0) {
    throw new Error(
      `The manifest ${command.source} names no object that exists`,
    );
  }
  return sources;
}

/**
 * Columnar files are read from their end, so that their manifests must tell
 * how long they are (Amazon Redshift Database Developer Guide, "Using a
 * manifest to specify data files").
 */
function checkLength(
  command: CopyCommand,
  { url, meta }: ManifestEntry,
  { size }: CopySource,
): void {
  const length = meta?.content_length;
  if (!Number.isSafeInteger(length)) {
    throw new Error(
      `The manifest ${command.source} must tell meta.content_length of ${url}, as every manifest of PARQUET does`,
    );
  }
  if (length !== size) {
    throw new Error(
      `The manifest ${command.source} says that ${url} has ${length} bytes (meta.content_length), but it has ${size}`,
    );
  }
}

async function sourceOf(
  buckets: BucketStore,
  bucket: string,
  key: string,
): Promise<CopySource> {
  const { size } = await buckets.head(bucket, key);
  return {
    uri: `s3://${bucket}/${key}`,
    bucket,
    key,
    size,
    path: buckets.path(bucket, key),
  };
}

/** Throws Error unless the text is a manifest as COPY takes it. */
export function readManifest(content: string, uri: string): ManifestEntry[] {
  let manifest: { entries?: unknown } | null = null;
  try {
    manifest = JSON.parse(content) as { entries?: unknown } | null;
  } catch {
    // Told below, together with JSON of another shape.
  }
  const entries = manifest?.entries;
  const isManifest =
    Array.isArray(entries) &&
    entries.every(entry => typeof entry?.url === 'string');
  if (!isManifest) {
    throw new Error(
      `${uri} is not a manifest: {"entries": [{"url": "s3://...", "mandatory": true}]}`,
    );
  }
  return entries as ManifestEntry[];
}
