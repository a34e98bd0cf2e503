import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentForTests } from '../../jobs/__testUtils__/pythonEnvironment';
import { packageRoot } from '../../base/version';
import { ResultValue } from '../../warehouse/results';
import { TestServer } from './startTestServer';

const scripts = join(packageRoot, '../../etl-scripts');

/** Runs the job once for each line of arguments; starting Python takes longer than a load. */
const driver = `
import json, sys, traceback
import load, redshift
# A local warehouse answers sooner than Redshift.
redshift.FIRST_PAUSE = 0.01
for line in sys.stdin:
    sys.argv = ["load.py", *json.loads(line)]
    try:
        load.main()
        print(json.dumps({"end": None}), flush=True)
    except Exception as error:
        print(json.dumps({"end": type(error).__name__ + ": " + str(error)}), flush=True)
`;

type Value = string | number | boolean | null;

/** What transform would have written. */
export interface Batch {
  /** For example `id bigint, name string`. */
  columns: string;
  rows: Value[][];
  /** The files of the first source, each `name@version`. */
  files: string[];
  /** When it was computed. */
  at: string;
  /** Of a source that is read incrementally: how many files were left out. */
  loadedBefore?: number;
  /** By what it tells what is new. Default: files. */
  incremental?: 'partitions' | 'watermark';
  /** Of a watermark: the value that it read on from, null for the first time. */
  continues?: string | null;
}

export const batch = (columns: string, ...rows: Value[][]): Batch => ({
  columns,
  rows,
  files: ['a.csv@1'],
  at: '2026-01-01 00:00:00',
});

const literal = (value: Value) =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** The job `load` of a pipeline, run by itself against a server's warehouse. */
export class TableLoads {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly ends: AsyncIterator<string>;

  constructor(private readonly server: TestServer) {
    this.process = spawn(
      join(environmentForTests, 'bin/python'),
      ['-c', driver],
      {
        cwd: scripts,
        env: {
          PATH: process.env.PATH,
          PYTHONPATH: [
            scripts,
            join(scripts, 'modules'),
            join(packageRoot, 'python'),
          ].join(delimiter),
          AWS_ENDPOINT_URL: server.url,
          AWS_ACCESS_KEY_ID: 'x',
          AWS_SECRET_ACCESS_KEY: 'x',
          AWS_DEFAULT_REGION: 'us-east-1',
          AWS_EC2_METADATA_DISABLED: 'true',
        },
      },
    );
    this.process.stdin.on('error', () => {});
    const lines = createInterface(this.process.stdout);
    this.ends = lines[Symbol.asyncIterator]();
  }

  async stop() {
    const ended = once(this.process, 'close');
    this.process.stdin.end();
    await ended;
  }

  /** Ends the job at once, as a machine that is lost. */
  kill() {
    this.process.kill('SIGKILL');
  }

  /** Rows of a query in the database `dev`. */
  async rows(sql: string): Promise<ResultValue[][]> {
    const [{ rows }] = await this.server.context.warehouses.own.execute('dev', [
      sql,
    ]);
    return rows;
  }

  private async exists(table: string): Promise<boolean> {
    const found = await this.rows(
      `SELECT 1 FROM svv_tables WHERE table_name = '${table}'`,
    );
    return found.length > 0;
  }

  /** All rows of a table, in an order of their own; none where there is no table. */
  async contentOf(table: string): Promise<ResultValue[][]> {
    return (await this.exists(table))
      ? this.rows(`SELECT * FROM ${table} ORDER BY ALL`)
      : [];
  }

  /** The files whose rows are in a table, as the warehouse has it. */
  async filesOf(table: string): Promise<Record<string, string>> {
    return (await this.exists(table))
      ? Object.fromEntries(
          await this.rows(`SELECT file, etag FROM ${table}_loads`),
        )
      : {};
  }

  /** The same as the load wrote it down for the next run. */
  async writtenDown(table: string): Promise<Record<string, string>> {
    const { files } = JSON.parse(
      (await this.object(`loading/${table}.loaded.json`)).toString(),
    );
    return files;
  }

  /** Leaves a result as transform does. */
  async write(pipeline: string, table: string, result: Batch) {
    const { columns, rows, files, at, loadedBefore, incremental, continues } =
      result;
    const { buckets, warehouses } = this.server.context;
    const typed = columns.split(', ').map(column => {
      const [name, type] = column.split(' ');
      return { name, type };
    });
    const key = `loading/${table}/part-0.parquet`;
    // Makes the key and its folder; DuckDB writes the file itself below.
    await buckets.put('results', key, 'placeholder');
    const values = rows.length > 0 ? rows : [typed.map(() => null)];
    const select = typed
      .map(({ name, type }) => `${name}::${type} AS ${name}`)
      .join(', ');
    const from = values.map(row => `(${row.map(literal).join(', ')})`);
    await warehouses.own.inspect(
      'dev',
      `COPY (SELECT ${select} FROM (VALUES ${from.join(', ')}) v(${typed
        .map(({ name }) => name)
        .join(', ')})) TO '${buckets.path('results', key)}' (FORMAT parquet)`,
    );
    const { size } = await buckets.head('results', key);
    await this.json(`loading/${table}.manifest`, {
      entries: [
        {
          url: `s3://results/${key}`,
          mandatory: true,
          meta: { content_length: size },
        },
      ],
    });
    await this.json(`loading/${table}.json`, {
      pipeline,
      rows: rows.length,
      columns: typed,
      names: { 'the id': 'id' },
      computedAt: at,
      files: [],
      loadedBefore,
      incremental,
      continues,
    });
    const listed = files.map(file => {
      const [name, etag] = file.split('@');
      return JSON.stringify({
        file: incremental === 'watermark' ? name : `s3://in/${name}`,
        etag,
      });
    });
    await buckets.put(
      'results',
      `loading/${table}.sources.json`,
      listed.join('\n'),
    );
    await this.json(`loading/${table}.sources.manifest`, {
      entries: [
        { url: `s3://results/loading/${table}.sources.json`, mandatory: true },
      ],
    });
  }

  /** Loads what was written last. Returns why it failed, if it did. */
  async load(
    pipeline: string,
    warehouse: { table: string } & Record<string, unknown>,
  ): Promise<string | undefined> {
    const told = await this.object(`loading/${warehouse.table}.json`);
    const incremental =
      JSON.parse(told.toString()).loadedBefore === undefined
        ? undefined
        : 'files';
    await this.json('pipeline.json', {
      name: pipeline,
      sources: [{ incremental }],
      warehouse,
    });
    const options = {
      '--PIPELINE_URI': 's3://results/pipeline.json',
      '--DATA_BUCKET': 'results',
      '--REDSHIFT_WORKGROUP': 'local-glue',
      '--REDSHIFT_IAM_ROLE': 'arn:aws:iam::000000000000:role/load',
    };
    this.process.stdin.write(
      `${JSON.stringify(Object.entries(options).flat())}\n`,
    );
    for (;;) {
      const { value, done } = await this.ends.next();
      if (done) throw new Error(String(this.process.stderr.read()));
      if (value.startsWith('{"end"')) return JSON.parse(value).end ?? undefined;
    }
  }

  private object(key: string) {
    return readFile(this.server.context.buckets.path('results', key));
  }

  private json(key: string, value: unknown) {
    return this.server.context.buckets.put(
      'results',
      key,
      JSON.stringify(value),
    );
  }
}
