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
            required: ['order_id'],
            deduplicateBy: ['order_id'],
            table: 'orders',
            cron: 'cron(0 6 * * ? *)',
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
            name: 'flight-delays',
            description: 'Delayed flights per airport and month',
            owner: 'group:default/data-engineering',
            accountId: '123456789012',
            region: 'eu-west-1',
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
            joins: [
              {
                source: 'airports',
                keys: [{ left: 'origin', right: 'iata' }],
              },
            ],
            filter: 'delay >= 15',
            groupBy: [
              { column: 'origin' },
              { expression: "date_format(date, 'yyyy-MM')", as: 'month' },
            ],
            measures: [
              { function: 'count', as: 'delayed_flights' },
              { function: 'avg', column: 'delay', as: 'average_delay' },
            ],
            table: 'flight_delays',
            compute: { workerType: 'G.2X', workers: 10 },
          },
        },
      ],
    }),
  },
];
