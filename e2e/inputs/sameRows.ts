import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsePipeline, toYaml } from '@glue-pipelines/pipeline';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/paths.mjs';
import { seedCovidHiring } from '../../templates/glue-redshift-pipeline/examples/data.mjs';
import type { Endpoint } from './Endpoint';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

const EXAMPLE = join(
  root,
  'templates/glue-redshift-pipeline/examples/covid-hiring.yaml',
);
const TABLE = 'covid_hiring_table';

/** What a run of the example left: rows of the warehouse, and columns in the catalog. */
async function leftBy(endpoint: Endpoint, name: string) {
  const failure = await endpoint.run(name);
  if (failure !== undefined) {
    return { failure };
  }
  return {
    rows: await endpoint.query(name, `SELECT * FROM ${TABLE} ORDER BY 1`),
    columns: await endpoint.catalogColumns(
      name.replaceAll('-', '_'),
      `processed_${TABLE}`,
    ),
  };
}

/**
 * Runs the example as it is, which copies its sources and crawls, and again
 * without: the table and the catalog must have the same.
 */
export async function trySameRows(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  await seedCovidHiring(dirname(bucket));
  const long = parsePipeline(parse(readFileSync(EXAMPLE, 'utf8')));
  const short = {
    ...long,
    name: 'covid-short',
    sources: long.sources.map(source => ({ ...source, copy: false })),
    catalog: { tables: 'declared' as const },
  };
  const apps = [long, short].map(pipeline => {
    const file = join(work, `${pipeline.name}.yaml`);
    writeFileSync(file, toYaml(pipeline));
    return { file, outdir: join(work, `${pipeline.name}.out`) };
  });
  await synthesize(apps);
  for (const { outdir } of apps) {
    await endpoint.deploy(outdir);
  }
  const [expected, actual] = await Promise.all(
    [long, short].map(({ name }) => leftBy(endpoint, name)),
  );
  const found = expected.rows?.length ?? 0;
  return [
    found > 100 && JSON.stringify(actual) === JSON.stringify(expected)
      ? { kind: 'right', detail: '' }
      : {
          kind: 'wrong',
          detail: `${found} rows, and not the same: ${JSON.stringify(expected).slice(0, 300)} and ${JSON.stringify(actual).slice(0, 300)}`,
        },
  ];
}
