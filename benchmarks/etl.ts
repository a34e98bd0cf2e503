import { parsePipeline, type PipelineInput } from '@glue-pipelines/pipeline';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { root } from '../scripts/lib/paths.mjs';
import { seedExamples } from '../templates/glue-redshift-pipeline/examples/data.mjs';
import { GlueClient } from './lib/glueClient';
import { createJob, putScripts, runJob } from './lib/jobs';
import { printTable } from './lib/print';
import { Records } from './lib/records';
import {
  pythonEnvironment,
  startServer,
  untilArchived,
  untilJobsCanRun,
} from './lib/server';
import { percentile, ratio } from './lib/statistics';
import { duckDbSeconds, writeTrips } from './lib/taxi';

const TARGET = 10;

const ABOUT = {
  apiVersion: 'glue-pipelines.io/v2',
  description: 'Revenue and passengers per pickup time',
  owner: 'group:default/data-engineering',
} as const;

const taxi = (uri: string): PipelineInput => ({
  ...ABOUT,
  name: 'taxi',
  sources: [
    {
      name: 'trips',
      uri,
      format: 'parquet',
      columns: [
        { name: 'pickup_at', type: 'timestamp' },
        { name: 'pickup_longitude', type: 'double' },
        { name: 'passenger_count', type: 'int' },
        { name: 'total_amount', type: 'double' },
      ],
    },
  ],
  transform: [
    { kind: 'deduplicate', columns: ['pickup_at', 'pickup_longitude'] },
    { kind: 'dropIncomplete', columns: ['total_amount'] },
    {
      kind: 'aggregate',
      groupBy: [{ column: 'pickup_at' }],
      measures: [
        { function: 'sum', column: 'total_amount', as: 'revenue' },
        {
          function: 'avg',
          column: 'passenger_count',
          as: 'average_passengers',
        },
      ],
    },
  ],
  warehouse: { table: 'taxi' },
});

/** What a run of a job took. */
interface Cost {
  seconds: number;
  /** Bytes that its tasks wrote for others to read. */
  shuffled: number;
}

/**
 * The transform of two pipelines against scripts that compute the same in the
 * style of tutorials, as whole jobs by turns; then how it grows with the rows,
 * against DuckDB.
 */
export async function etl(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      repeat: { type: 'string', default: '5' },
      rows: { type: 'string', default: '10000000' },
      sizes: { type: 'string', default: '1000000,10000000,30000000' },
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'glue-pipelines-etl-'));
  const bench = new Bench(dataDir);
  try {
    await bench.start();
    await bench.compare(Number(values.repeat), Number(values.rows));
    await bench.grow(values.sizes.split(',').map(Number));
  } finally {
    await bench.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class Bench {
  private readonly records: Records;
  private readonly s3: string;
  private server?: Awaited<ReturnType<typeof startServer>>;
  private client?: GlueClient;

  constructor(private readonly dataDir: string) {
    this.records = new Records(dataDir);
    this.s3 = join(dataDir, 's3');
  }

  async start(): Promise<void> {
    await seedExamples(this.s3);
    putScripts(this.dataDir);
    this.putJobs();
    this.server = await startServer(this.dataDir, {
      nodeArgs: this.records.nodeArgs,
    });
    this.client = new GlueClient(this.server.url);
    await untilJobsCanRun(this.server);
    await untilArchived(this.server);
    await this.client.call('CreateDatabase', {
      DatabaseInput: { Name: 'bench' },
    });
    for (const script of [
      'session.py',
      'transform.py',
      'article_flights.py',
      'article_taxi.py',
    ]) {
      await createJob(this.client, script, script);
    }
  }

  async close(): Promise<void> {
    this.client?.close();
    await this.server?.close();
  }

  /** Each pipeline and its article by turns; the first of each warms the caches. */
  async compare(repeat: number, rows: number): Promise<void> {
    await this.writeTrips(rows);
    this.putPipeline('flight-delays', flightDelays());
    this.putPipeline('taxi', taxi(`s3://trips/${rows}.parquet`));
    const cases: [string, string, Record<string, string>][] = [
      [
        'flight-delays',
        'article_flights.py',
        {
          '--FLIGHTS': 's3://flight-data/flights-3m.parquet',
          '--AIRPORTS': 's3://flight-data/airports.csv',
        },
      ],
      ['taxi', 'article_taxi.py', { '--TRIPS': `s3://trips/${rows}.parquet` }],
    ];
    const table: string[][] = [];
    for (const [pipeline, article, sources] of cases) {
      const ours: Cost[] = [];
      const theirs: Cost[] = [];
      for (let n = 0; n <= repeat; n++) {
        const own = await this.transform(pipeline);
        const other = await this.run(article, {
          ...sources,
          '--OUTPUT': `s3://bench/article/${pipeline}/`,
        });
        if (n > 0) {
          ours.push(own);
          theirs.push(other);
        }
      }
      table.push(...rowsOf(pipeline, ours, theirs));
    }
    const read = `flights (3,000,000 rows) and taxi (${rows.toLocaleString('en')} rows)`;
    console.log(`${read}, whole jobs, median of ${repeat}:\n`);
    printTable(['', 'ours', 'article', 'ratio', 'target'], table);
  }

  /** Rows a second and core of ever more trips, beside DuckDB's. */
  async grow(sizes: number[]): Promise<void> {
    const cores = cpus().length;
    const session = await this.run('session.py', {});
    const table = [];
    for (const rows of sizes) {
      await this.writeTrips(rows);
      this.putPipeline('taxi', taxi(`s3://trips/${rows}.parquet`));
      const { seconds } = await this.transform('taxi');
      const work = seconds - session.seconds;
      const duck = await duckDbSeconds(
        join(this.s3, `trips/${rows}.parquet`),
        join(this.dataDir, 'duckdb.parquet'),
      );
      const perCore = (time: number) =>
        Math.round(rows / time / cores).toLocaleString('en');
      table.push([
        rows.toLocaleString('en'),
        `${seconds.toFixed(1)} s`,
        `${work.toFixed(1)} s`,
        perCore(work),
        `${duck.toFixed(2)} s`,
        perCore(duck),
        ratio(work, duck),
      ]);
    }
    console.log(
      `\ntaxi on ${cores} cores; without the ${session.seconds.toFixed(1)} s in which Spark starts and ends:\n`,
    );
    printTable(
      [
        'rows',
        'job',
        'its work',
        'rows/s/core',
        'DuckDB',
        'rows/s/core',
        'ratio',
      ],
      table,
    );
  }

  private async writeTrips(rows: number): Promise<void> {
    await writeTrips(join(this.s3, `trips/${rows}.parquet`), rows);
  }

  /** The jobs of pipelines, and those of the articles. */
  private putJobs(): void {
    const scripts = join(this.s3, 'scripts');
    mkdirSync(scripts, { recursive: true });
    cpSync(
      join(root, 'etl-scripts/transform.py'),
      join(scripts, 'transform.py'),
    );
    cpSync(join(root, 'benchmarks/etl'), scripts, { recursive: true });
    execFileSync(join(pythonEnvironment, 'bin/python'), [
      '-c',
      'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])',
      join(scripts, 'modules'),
      join(root, 'etl-scripts/modules'),
    ]);
    mkdirSync(join(this.s3, 'bench'), { recursive: true });
  }

  private putPipeline(name: string, pipeline: PipelineInput): void {
    const file = join(this.s3, `bench/${name}.json`);
    writeFileSync(file, JSON.stringify(parsePipeline(pipeline)));
  }

  private transform(pipeline: string): Promise<Cost> {
    return this.run('transform.py', {
      '--PIPELINE_URI': `s3://bench/${pipeline}.json`,
      '--DATA_BUCKET': 'bench',
      '--CATALOG_DATABASE': 'bench',
      '--extra-py-files': 's3://scripts/modules.zip',
    });
  }

  private async run(
    script: string,
    jobArguments: Record<string, string>,
  ): Promise<Cost> {
    const events = mkdtempSync(join(this.dataDir, 'events-'));
    await runJob(this.client!, script, {
      ...jobArguments,
      '--conf': `spark.eventLog.enabled=true --conf spark.eventLog.dir=file://${events}`,
    });
    const { from, to } = this.records.jobs().at(-1)!;
    return { seconds: (to - from) / 1000, shuffled: shuffledBytes(events) };
  }
}

function flightDelays(): PipelineInput {
  const file = join(
    root,
    'templates/glue-redshift-pipeline/examples/flight-delays.yaml',
  );
  return parse(readFileSync(file, 'utf8'));
}

/** What tasks wrote for others, as Spark's event log counts it. */
function shuffledBytes(folder: string): number {
  return readdirSync(folder)
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter(line => line.includes('"SparkListenerTaskEnd"'))
    .reduce(
      (sum, line) =>
        sum +
        (JSON.parse(line)['Task Metrics']?.['Shuffle Write Metrics']?.[
          'Shuffle Bytes Written'
        ] ?? 0),
      0,
    );
}

function rowsOf(name: string, ours: Cost[], theirs: Cost[]): string[][] {
  const median = (costs: Cost[], part: keyof Cost) =>
    percentile(
      costs.map(cost => cost[part]),
      0.5,
    );
  const row = (what: string, part: keyof Cost, show: (n: number) => string) => {
    const [own, other] = [median(ours, part), median(theirs, part)];
    const factor = other / own;
    return [
      `${name}, ${what}`,
      show(own),
      show(other),
      ratio(other, own),
      `${factor >= TARGET ? '' : 'NOT '}${TARGET} times less`,
    ];
  };
  return [
    row('time', 'seconds', n => `${n.toFixed(1)} s`),
    row('shuffled', 'shuffled', n => `${(n / 2 ** 20).toFixed(1)} MiB`),
  ];
}
