import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  BrowsedBucket,
  SourcePreview,
} from '@glue-pipelines/backstage-plugin-common';
import { holdsData, parseS3Uri } from '@glue-pipelines/pipeline';
import type { JsonObject } from '@backstage/types';
import { detectSource, type DetectedSource } from '../sources/detectSource';
import { findFirstObjects } from '../sources/findObjects';
import { parquetRows } from '../sources/parquetRows';
import { rangedObject } from '../sources/rangedObject';
import { s3Problem } from '../sources/s3Problem';
import { SourceError } from '../sources/SourceError';
import type { FormClients } from './formClients';
import { pipelineFromForm } from './pipelineFromForm';
import { said } from './said';
import type { InspectedSource, SourceInspections } from './SourceInspections';

/** How many folders and files of one folder are listed. */
const MOST_LISTED = 200;

/** The name of a source while it is looked at. */
const LOOKED_AT = 'source';

/** Shows the buckets that the configuration names, and what the files of a source hold. */
export class SourceBrowser {
  private readonly named: readonly string[];

  constructor(
    config: RootConfigService,
    private readonly inspections: SourceInspections,
  ) {
    this.named =
      config.getOptionalStringArray('gluePipelines.sources.buckets') ?? [];
  }

  /** The buckets that may be browsed. */
  buckets(): string[] {
    return [...this.named];
  }

  /**
   * The folders and files that follow a prefix, up to 200 of them.
   *
   * @param uri - `s3://bucket/prefix`
   * @throws NotAllowedError for a bucket that may not be browsed
   */
  async browse(
    s3: S3Client,
    uri: string,
    signal?: AbortSignal,
  ): Promise<BrowsedBucket> {
    const { bucket, key } = parseS3Uri(uri);
    if (!this.named.includes(bucket)) {
      throw new NotAllowedError(
        `The bucket "${bucket}" is not browsed here: write the URI, or let gluePipelines.sources.buckets name the bucket`,
      );
    }
    try {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: key,
          Delimiter: '/',
          MaxKeys: MOST_LISTED,
        }),
        { abortSignal: signal },
      );
      return {
        folders: (page.CommonPrefixes ?? []).map(
          ({ Prefix }) => `s3://${bucket}/${Prefix}`,
        ),
        files: (page.Contents ?? [])
          .map(({ Key = '', Size = 0 }) => ({ key: Key, size: Size }))
          .filter(object => holdsData(object, { key }))
          .map(object => ({
            uri: `s3://${bucket}/${object.key}`,
            bytes: object.size,
          })),
        more: page.IsTruncated === true,
      };
    } catch (error) {
      throw s3Problem(error, uri);
    }
  }

  /**
   * What the files of a source hold. How they are written is found out where
   * the source has no format.
   */
  async preview(
    clients: FormClients,
    given: JsonObject,
    signal?: AbortSignal,
  ): Promise<SourcePreview> {
    const { s3 } = clients;
    const [tidied] = (
      pipelineFromForm({ sources: [{ ...given, name: LOOKED_AT }] }) as {
        sources: JsonObject[];
      }
    ).sources;
    const wrong = (source: JsonObject) =>
      said({}, { sources: [source] }).map(({ field, message }) => ({
        field: field.replace(/^sources\[0\]\.?/, ''),
        message,
      }));
    const uri = String(tidied.uri ?? '');
    const unreadable = wrong({ format: 'csv', name: LOOKED_AT, uri });
    if (unreadable.length > 0) {
      return { problems: unreadable };
    }
    // Both look at the same files, listed once.
    const found = findFirstObjects(s3, uri, signal);
    const find = () => found;
    found.catch(() => {});
    let detected: DetectedSource | undefined;
    try {
      detected =
        tidied.format === undefined
          ? await detectSource(s3, uri, signal, find)
          : undefined;
    } catch (error) {
      if (error instanceof SourceError) {
        return { problems: [{ field: error.field, message: error.message }] };
      }
      throw error;
    }
    const source = { ...tidied, ...(detected as JsonObject | undefined) };
    const problems = wrong(source);
    if (problems.length > 0) {
      return { detected, problems };
    }
    const inspected = await this.inspections.inspect(
      clients,
      source,
      signal,
      find,
    );
    return {
      detected,
      problems: inspected.problems,
      ...(inspected.inspection && {
        columns: inspected.inspection.columns.map(
          ({ name, type, precision, scale }) => ({
            name,
            type: type === 'decimal' ? `decimal(${precision},${scale})` : type,
          }),
        ),
        notes: inspected.inspection.notes,
        files: inspected.inspection.objects,
        rows: await this.rowsOf(s3, uri, inspected, signal),
      }),
    };
  }

  /** The first rows of a source; `undefined` where they are not shown. */
  async rowsOf(
    s3: S3Client,
    uri: string,
    { source, inspection }: InspectedSource,
    signal?: AbortSignal,
  ) {
    if (!inspection || !this.named.includes(parseS3Uri(uri).bucket)) {
      return undefined;
    }
    const { firstBytes: size } = inspection;
    if (source?.format !== 'parquet' || size === undefined) {
      return inspection.rows;
    }
    const { bucket, key } = parseS3Uri(inspection.objects[0]);
    return parquetRows(
      rangedObject(s3, bucket, { key, size }, signal),
      inspection.columns,
    );
  }
}
