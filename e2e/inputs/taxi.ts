import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsePipeline } from '@glue-pipelines/pipeline';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/paths.mjs';
import {
  syntheticTrips,
  tripsKey,
} from '../../templates/glue-redshift-pipeline/examples/data.mjs';
import type { Endpoint } from './Endpoint';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

const FILE = join(
  root,
  'templates/glue-redshift-pipeline/examples/nyc-taxi.yaml',
);

/** What the table holds, as text. */
const FOUND = (table: string) => `
  SELECT TO_CHAR(pickup_at, 'YYYY-MM-DD HH24:MI'), CAST(pickup_date AS VARCHAR),
    CAST(revenue AS VARCHAR), CAST(CAST(average_passengers AS DECIMAL(10, 6)) AS VARCHAR)
  FROM public.${table} ORDER BY 1`;

/** The same by DuckDB from all files. */
const EXPECTED = (files: string) => `
  SELECT strftime(pickup_at, '%Y-%m-%d %H:%M'), CAST(pickup_date AS VARCHAR),
    CAST(revenue AS VARCHAR), CAST(CAST(average_passengers AS DECIMAL(10, 6)) AS VARCHAR)
  FROM (
    SELECT pickup_at, CAST(pickup_at AS DATE) AS pickup_date,
      sum(total_amount) AS revenue, avg(passenger_count) AS average_passengers
    FROM (
      SELECT DISTINCT ON (pickup_at, pickup_longitude) * FROM read_csv('${files}',
        header = true, columns = {'pickup_at': 'TIMESTAMP', 'pickup_longitude': 'DOUBLE',
        'passenger_count': 'INTEGER', 'total_amount': 'DECIMAL(8,2)'})
      ORDER BY pickup_at, pickup_longitude, passenger_count, total_amount
    ) WHERE total_amount IS NOT NULL GROUP BY pickup_at
  ) ORDER BY 1`;

async function expectedRows(files: string): Promise<string[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(EXPECTED(files));
  connection.closeSync();
  instance.closeSync();
  return rows.getRows().map(row => row.map(String));
}

/**
 * Runs the example of taxis as its days come: new days add their rows, one that
 * is sent again replaces its own, and a run without any adds none. What the
 * table holds is what DuckDB computes from all files.
 */
export async function tryTaxi(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  const { name, warehouse } = parsePipeline(parse(readFileSync(FILE, 'utf8')));
  const outdir = join(work, `${name}.out`);
  await synthesize([{ file: FILE, outdir }]);
  await endpoint.deploy(outdir);
  const s3 = dirname(bucket);
  const put = (day: number, text = syntheticTrips(day)) => {
    const file = join(s3, tripsKey(day));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const verdicts: Verdict[] = [];
  const judge = (what: string, problem: string | undefined) => {
    verdicts.push(
      problem === undefined
        ? { kind: 'right', detail: '' }
        : { kind: 'wrong', detail: `${what}: ${problem}` },
    );
  };
  const expectRows = async (what: string) => {
    const failure = await endpoint.run(name);
    if (failure !== undefined) {
      judge(what, failure);
      return;
    }
    const found = (await endpoint.query(name, FOUND(warehouse.table))) ?? [];
    const expected = await expectedRows(
      join(dirname(join(s3, tripsKey(0))), '*.csv'),
    );
    const different = expected.findIndex(
      (row, n) => JSON.stringify(row) !== JSON.stringify(found[n]),
    );
    judge(
      what,
      different === -1 && found.length === expected.length
        ? undefined
        : `${found.length} rows instead of ${expected.length}; row ${different} is ${JSON.stringify(found[different])} instead of ${JSON.stringify(expected[different])}`,
    );
  };

  put(0);
  put(1);
  await expectRows('the first two days');
  put(2);
  put(1, syntheticTrips(1).replaceAll(/,(\d+)\.(\d\d)$/gm, ',1$1.$2'));
  await expectRows('a third day, and one that is sent again');
  const run = await endpoint.start(name);
  await endpoint.end(name, run);
  const { 'glue-pipelines.io/skipped': skipped } = await endpoint.properties(
    name,
    run,
  );
  judge(
    'nothing new',
    skipped === `nothing-new ${run}` ? undefined : `told ${skipped}`,
  );
  return verdicts;
}
