import { parsePipeline } from '../parsePipeline';
import type { PipelineInput } from '../pipelineFields';

/** Parses a pipeline of sources by their names, the first one first, and its steps. */
export const stepsOn = (
  sources: Record<string, PipelineInput['sources'][number]['columns']>,
  ...transform: object[]
) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name: 'orders',
    description: 'Orders, and what is done to them',
    owner: 'group:default/sales',
    sources: Object.entries(sources).map(([name, columns]) => ({
      name,
      uri: `s3://shop/${name}/`,
      format: 'parquet',
      columns,
    })),
    transform,
    warehouse: { table: 'orders_table' },
  });
