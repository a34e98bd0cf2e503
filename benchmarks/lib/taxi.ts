import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Made-up taxi trips of a year, by row number alone: one in fifty is there twice, one in a hundred has no amount. */
const TRIPS = (rows: number) => `
  SELECT
    TIMESTAMP '2025-01-01' + INTERVAL (hash(n) % 525600) MINUTE AS pickup_at,
    -74.05 + (hash(n + 1) % 1000000) / 2500000.0 AS pickup_longitude,
    (1 + hash(n + 2) % 6)::INTEGER AS passenger_count,
    CASE WHEN hash(n + 3) % 100 = 0 THEN NULL
      ELSE (250 + hash(n + 4) % 12000) / 100.0 END AS total_amount
  FROM (SELECT CASE WHEN i % 50 = 49 THEN i - 1 ELSE i END AS n FROM range(${rows}) t(i))`;

/** The same result by DuckDB. */
const RESULT = (file: string) => `
  SELECT pickup_at, sum(total_amount) AS revenue, avg(passenger_count) AS average_passengers
  FROM (
    SELECT pickup_at, pickup_longitude,
      min(passenger_count) AS passenger_count, min(total_amount) AS total_amount
    FROM read_parquet('${file}') GROUP BY ALL
  ) WHERE total_amount IS NOT NULL GROUP BY pickup_at`;

/** Writes trips as Parquet. */
export async function writeTrips(file: string, rows: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await run(`COPY (${TRIPS(rows)}) TO '${file}' (FORMAT parquet)`);
}

/** Seconds in which DuckDB reads the trips, computes the result and writes it. */
export async function duckDbSeconds(
  file: string,
  output: string,
): Promise<number> {
  const from = performance.now();
  await run(`COPY (${RESULT(file)}) TO '${output}' (FORMAT parquet)`);
  return (performance.now() - from) / 1000;
}

async function run(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(cpus().length),
  });
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}
