import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pipeline, parsePipeline, toYaml } from '@glue-pipelines/pipeline';
import type { Endpoint } from './Endpoint';
import { lines } from './InputCase';
import { makePipeline } from './makePipeline';
import { placeFiles } from './placeFiles';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

const FIRST = 'tables-made';
const SECOND = 'tables-read';

/** Makes the table `processed_sales`, with a partition for each day. */
const MAKES = parsePipeline({
  apiVersion: 'glue-pipelines.io/v2',
  name: FIRST,
  description: 'Makes a table of the catalog',
  owner: 'group:default/data-engineering',
  sources: [
    {
      name: 'rows',
      uri: `s3://inputs/${FIRST}/`,
      format: 'csv',
      columns: [
        { name: 'day', type: 'date' },
        { name: 'price', type: 'decimal', precision: 8, scale: 2 },
      ],
    },
  ],
  output: { partitionBy: ['day'] },
  warehouse: { table: 'sales' },
});

async function deploy(endpoint: Endpoint, pipeline: Pipeline, work: string) {
  const directory = mkdtempSync(join(work, `${pipeline.name}-`));
  const file = join(directory, 'pipeline.yaml');
  const outdir = join(directory, 'cdk.out');
  writeFileSync(file, toYaml(pipeline));
  await synthesize([{ file, outdir }]);
  await endpoint.deploy(outdir);
}

/**
 * Runs a pipeline that declares a table of the catalog, and another one that
 * the form makes of that table: the rows of some partitions, by their types.
 */
export async function tryTables(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  await placeFiles(join(bucket, FIRST), {
    'a.csv': lines(
      'day,price',
      '2024-01-01,1.50',
      '2024-01-02,2.25',
      '2024-01-03,2.75',
      '2024-01-03,3.00',
    ),
  });
  await deploy(endpoint, MAKES, work);
  const failure = await endpoint.run(FIRST);
  if (failure !== undefined) {
    return [{ kind: 'wrong', detail: failure }];
  }
  const made = await makePipeline(endpoint.url, SECOND, '', {
    name: 'Reads a table of the catalog',
    sources: [
      {
        format: 'table',
        table: {
          database: FIRST.replaceAll('-', '_'),
          name: 'processed_sales',
          where: "day > '2024-01-01'",
        },
      },
    ],
  });
  if ('refusal' in made) {
    return [{ kind: 'wrong', detail: made.refusal }];
  }
  await deploy(endpoint, made.pipeline, work);
  const refused = await endpoint.run(SECOND);
  const rows = await endpoint.query(
    SECOND,
    'SELECT CAST(day AS VARCHAR), CAST(price AS VARCHAR) FROM public.result ORDER BY 2',
  );
  const found = JSON.stringify({ refused, rows });
  const expected = JSON.stringify({
    refused: undefined,
    rows: [
      ['2024-01-02', '2.25'],
      ['2024-01-03', '2.75'],
      ['2024-01-03', '3.00'],
    ],
  });
  return [
    found === expected
      ? { kind: 'right', detail: '' }
      : { kind: 'wrong', detail: `${found} instead of ${expected}` },
  ];
}
