import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Loads one folder of CSV files into a table, every morning',
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the pipeline',
          action: 'glue-pipelines:generate',
          input: {
            pipeline: {
              name: 'daily-orders',
              description: 'Orders of the shop, one row each',
              owner: 'group:default/data-engineering',
              sources: [
                {
                  name: 'orders',
                  uri: 's3://shop-exports/orders/',
                  format: 'csv',
                },
              ],
              transform: [
                { kind: 'dropIncomplete', columns: ['order_id'] },
                { kind: 'deduplicate', columns: ['order_id'] },
              ],
              warehouse: { table: 'orders' },
              start: { cron: 'cron(0 6 * * ? *)' },
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Joins two sources and aggregates them per month',
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the pipeline',
          action: 'glue-pipelines:generate',
          input: {
            accountId: '123456789012',
            region: 'eu-west-1',
            pipeline: {
              name: 'flight-delays',
              description: 'Delayed flights per airport and month',
              owner: 'group:default/data-engineering',
              sources: [
                {
                  name: 'flights',
                  uri: 's3://flight-data/flights.parquet',
                  format: 'parquet',
                },
                {
                  name: 'airports',
                  uri: 's3://flight-data/airports.csv',
                  format: 'csv',
                  csv: { header: true, delimiter: ';' },
                },
              ],
              transform: [
                {
                  kind: 'join',
                  source: 'airports',
                  keys: [{ left: 'origin', right: 'iata' }],
                },
                { kind: 'filter', condition: 'delay >= 15' },
                {
                  kind: 'aggregate',
                  groupBy: [
                    { column: 'origin' },
                    { expression: "date_format(date, 'yyyy-MM')", as: 'month' },
                  ],
                  measures: [
                    { function: 'count', as: 'delayed_flights' },
                    { function: 'avg', column: 'delay', as: 'average_delay' },
                  ],
                },
              ],
              warehouse: { table: 'flight_delays' },
              compute: { workerType: 'G.2X', workers: 10 },
            },
          },
        },
      ],
    }),
  },
];
