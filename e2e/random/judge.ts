// Answers questions about pipelines, one JSON object a line: what the language
// says of a pipeline, and which rows DuckDB computes from SQL on small tables.
// The tests of random pipelines ask (etl-scripts/tests/random_pipelines).
import { createInterface } from 'node:readline';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { InvalidPipelineError, parsePipeline } from '@glue-pipelines/pipeline';
import { resultColumns } from '../../packages/pipeline/src/columns/resultColumns';

interface Table {
  name: string;
  /** SQL of each column: its quoted name and its type. */
  columns: string[];
  rows: (string | null)[][];
}

interface Question {
  /** What the language is asked about; absent where only rows are wanted. */
  pipeline?: unknown;
  tables?: Table[];
  sql?: string;
}

const literal = (value: string | null) =>
  value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

/** The problems of a pipeline, or the columns that the language foresees. */
function judged(input: unknown) {
  try {
    const after = resultColumns(parsePipeline(input), () => {});
    return {
      foreseen: [...after!].map(([name, type]) => [name, type ?? null]),
    };
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      return { problems: error.problems };
    }
    throw error;
  }
}

/** The rows of a query as texts; what a query refuses of values is its error. */
async function computed(
  connection: DuckDBConnection,
  tables: Table[],
  sql: string,
) {
  await connection.run('CREATE SCHEMA asked; USE asked');
  try {
    for (const { name, columns, rows } of tables) {
      await connection.run(`CREATE TABLE "${name}" (${columns.join(', ')})`);
      const values = rows.map(row => `(${row.map(literal).join(', ')})`);
      if (values.length > 0) {
        await connection.run(
          `INSERT INTO "${name}" VALUES ${values.join(', ')}`,
        );
      }
    }
    const found = await connection.runAndReadAll(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`,
    );
    return { rows: found.getRows() };
  } catch (error) {
    return { error: String(error) };
  } finally {
    await connection.run('USE main; DROP SCHEMA asked CASCADE');
  }
}

async function answer(
  connection: DuckDBConnection,
  { pipeline, tables, sql }: Question,
) {
  const verdict = pipeline === undefined ? {} : judged(pipeline);
  return sql === undefined || 'problems' in verdict
    ? verdict
    : { ...verdict, ...(await computed(connection, tables ?? [], sql)) };
}

async function main() {
  const duckdb = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await duckdb.connect();
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(connection, JSON.parse(line))));
  }
  connection.closeSync();
  duckdb.closeSync();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
