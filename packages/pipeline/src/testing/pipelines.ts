import type { PipelineInput } from '../pipelineFields';

/** Columns by their names, all of one type. */
export const columnsOf = (
  type: PipelineInput['sources'][number]['columns'][number]['type'],
  ...names: string[]
) => names.map(name => ({ name, type }));

/** Two sources joined: as small as a join gets. */
export function joinedPipeline(): PipelineInput {
  return {
    apiVersion: 'glue-pipelines.io/v2',
    name: 'covid-hiring',
    description: 'Compares new cases with job postings',
    owner: 'group:default/data-engineering',
    sources: [
      {
        name: 'covid_cases',
        uri: 's3://public-health/cases/cases.csv',
        format: 'csv',
        columns: [
          { name: 'date', type: 'date' },
          ...columnsOf('string', 'iso_code'),
          ...columnsOf('bigint', 'new_cases'),
        ],
      },
      {
        name: 'hiring',
        uri: 's3://job-market/postings/',
        format: 'json',
        columns: [
          { name: 'post_date', type: 'date' },
          ...columnsOf('bigint', 'postings'),
        ],
      },
    ],
    transform: [
      {
        kind: 'join',
        source: 'hiring',
        keys: [{ left: 'date', right: 'post_date' }],
      },
      { kind: 'filter', condition: "iso_code = 'USA'" },
    ],
    warehouse: { table: 'covid_hiring_table' },
  };
}

/** One source, grouped. */
export function aggregatedPipeline(): PipelineInput {
  return {
    apiVersion: 'glue-pipelines.io/v2',
    name: 'taxi-revenue',
    description: 'Revenue per pickup hour',
    owner: 'data-engineering',
    sources: [
      {
        name: 'trips',
        uri: 's3://taxi/trips/',
        format: 'parquet',
        columns: [
          ...columnsOf('string', 'vendor'),
          { name: 'pickup', type: 'timestamp' },
          { name: 'total_amount', type: 'decimal', precision: 10, scale: 2 },
        ],
      },
    ],
    transform: [
      {
        kind: 'aggregate',
        groupBy: [
          { column: 'vendor' },
          { expression: "date_format(pickup, 'yyyy-MM-dd HH')", as: 'hour' },
        ],
        measures: [
          { function: 'count', as: 'trips' },
          { function: 'sum', column: 'total_amount', as: 'revenue' },
        ],
      },
    ],
    output: { partitionBy: ['vendor'] },
    warehouse: { table: 'taxi_revenue' },
  };
}
