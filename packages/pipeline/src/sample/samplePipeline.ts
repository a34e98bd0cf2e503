import type { Pipeline } from '../pipelineFields';

/**
 * Where the sample of a source lies in a repository: a JSON object a line, by the names of its columns.
 *
 * @public
 */
export const sampleFile = (source: string) => `sample/${source}.jsonl`;

/** The bucket that the samples of a pipeline are put into, where it runs on them. */
export const sampleBucket = ({ name }: Pick<Pipeline, 'name'>) =>
  `${name}-sample`;

/**
 * The pipeline as it runs on one machine: with a warehouse of its own, which
 * nobody else is granted, and started by hand.
 */
export function localPipeline({
  start: _start,
  ...pipeline
}: Pipeline): Pipeline {
  const {
    shared: _shared,
    existing: _existing,
    network: _network,
    grants: _grants,
    ...warehouse
  } = pipeline.warehouse;
  return {
    ...pipeline,
    compute: { ...pipeline.compute, maxRetries: 0 },
    warehouse,
  };
}

/**
 * The pipeline as it runs on one machine on the sample of each source. The
 * sample is JSON whatever the source is, with the same columns; what a rule
 * finds in it is told and keeps no row back, since a sample is small.
 *
 * @public
 */
export function samplePipeline(pipeline: Pipeline): Pipeline {
  const { quality, sources, ...rest } = localPipeline(pipeline);
  const bucket = sampleBucket(pipeline);
  return {
    ...rest,
    sources: sources.map(({ name, copy, incremental, onInvalid, columns }) => ({
      name,
      uri: `s3://${bucket}/${name}/`,
      format: 'json',
      copy,
      // Folders and watermarks are those of the source itself.
      ...(incremental === 'files' && { incremental }),
      onInvalid,
      columns: columns.map(
        ({ key: _key, format: _format, zone: _zone, ...column }) => column,
      ),
    })),
    quality: quality.map(rule => ({ ...rule, onFailure: 'warn' as const })),
  };
}
