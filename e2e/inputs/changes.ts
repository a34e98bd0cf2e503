// Changes a pipeline between its runs, kills its jobs and runs it twice at once.
// After each the table must be right, or untouched with a message that says so.
// Prints each with its outcome.
//
//   npm run changes
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  parsePipeline,
  type PipelineInput,
  toYaml,
} from '@glue-pipelines/pipeline';
import { startServer, untilJobsCanRun } from '../../benchmarks/lib/server';
import { Endpoint } from './Endpoint';
import { withDatabase } from './databases';
import { tryIncrements, tryKills } from './increments';
import { lines } from './InputCase';
import { placeFiles } from './placeFiles';
import { synthesize } from './synthesize';

const NAME = 'changing';

const select = (
  ...columns: string[]
): NonNullable<PipelineInput['transform']> => [{ kind: 'select', columns }];

const base = (): PipelineInput => ({
  apiVersion: 'glue-pipelines.io/v2',
  name: NAME,
  description: 'Changes between its runs',
  owner: 'group:default/data-engineering',
  sources: [
    {
      name: 'rows',
      uri: 's3://inputs/changing/',
      format: 'csv',
      // So that there is a job that copies, to be killed as well.
      copy: true,
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'name', type: 'string' },
        { name: 'price', type: 'decimal', precision: 10, scale: 2 },
        { name: 'day', type: 'date' },
      ],
    },
  ],
  transform: select('id', 'name', 'price'),
  warehouse: { table: 'result' },
});

const FILE = lines(
  'id,name,price,day',
  '1,bolt,1.50,2024-01-01',
  '2,nut,2.25,2024-01-02',
  '2,nut,2.75,2024-01-03',
);

const ROWS = [
  ['1', 'bolt', '1.50'],
  ['2', 'nut', '2.25'],
  ['2', 'nut', '2.75'],
];

interface Change {
  what: string;
  change(pipeline: PipelineInput): void;
  /** The rows of the table afterwards, unless the run is to be refused. */
  rows?: (string | null)[][];
  refused?: RegExp;
  /** Default: public.result. */
  table?: string;
}

const CHANGES: Change[] = [
  { what: 'the first run', change: () => {}, rows: ROWS },
  {
    what: 'a column is added',
    change: pipeline => {
      pipeline.transform = select('id', 'name', 'price', 'day');
    },
    refused: /load FAILED[^]*day is new in the result/,
  },
  {
    what: 'a column is removed',
    change: pipeline => {
      pipeline.transform = select('id', 'name');
    },
    refused: /load FAILED[^]*price is gone from the result/,
  },
  {
    what: 'a column is renamed',
    change: pipeline => {
      pipeline.transform = [
        {
          kind: 'aggregate',
          groupBy: [{ column: 'id' }, { column: 'name', as: 'title' }],
          measures: [{ function: 'sum', column: 'price', as: 'price' }],
        },
      ];
    },
    refused: /name is gone from the result; title is new in the result/,
  },
  {
    what: 'a column gets another type',
    change: ({ sources }) => {
      sources[0].columns[2] = { name: 'price', type: 'string' };
    },
    refused: /price is DECIMAL\(10,2\) in the table and VARCHAR\(65535\)/,
  },
  {
    what: 'columns change places',
    change: pipeline => {
      pipeline.transform = select('price', 'name', 'id');
    },
    refused: /id and price have changed places/,
  },
  {
    what: 'a schedule is added',
    change: pipeline => {
      pipeline.start = { cron: 'cron(0 6 * * ? *)' };
    },
    rows: ROWS,
  },
  { what: 'the schedule is removed', change: () => {}, rows: ROWS },
  {
    what: 'folders are added',
    change: pipeline => {
      pipeline.output = { partitionBy: ['name', 'id'] };
    },
    rows: ROWS,
  },
  { what: 'the folders are removed', change: () => {}, rows: ROWS },
  {
    what: 'the key changes',
    change: ({ transform }) => {
      transform!.unshift(
        { kind: 'filter', condition: 'price < 2.5' },
        { kind: 'deduplicate', columns: ['id', 'price'] },
      );
    },
    rows: ROWS.slice(0, 2),
  },
  {
    what: 'the table changes',
    change: ({ warehouse }) => {
      warehouse.table = 'other';
    },
    rows: ROWS,
    table: 'public.other',
  },
  {
    what: 'the schema changes',
    change: ({ warehouse }) => {
      warehouse.schema = 'marts';
    },
    rows: ROWS,
    table: 'marts.result',
  },
  {
    what: 'the table may take new columns',
    change: ({ warehouse }) => {
      Object.assign(warehouse, { table: 'evolved', evolution: 'add-columns' });
    },
    rows: ROWS,
    table: 'public.evolved',
  },
  {
    what: 'a column is new, and one is gone, where the table may take new ones',
    change: pipeline => {
      pipeline.transform = select('id', 'name', 'day');
      Object.assign(pipeline.warehouse, {
        table: 'evolved',
        evolution: 'add-columns',
      });
    },
    rows: [
      ['1', 'bolt', null, '2024-01-01'],
      ['2', 'nut', null, '2024-01-02'],
      ['2', 'nut', null, '2024-01-03'],
    ],
    table: 'public.evolved',
  },
  {
    what: 'a column is gone where the table may be made anew',
    change: pipeline => {
      pipeline.transform = select('id', 'name');
      Object.assign(pipeline.warehouse, {
        table: 'evolved',
        evolution: 'replace',
      });
    },
    rows: ROWS.map(row => row.slice(0, 2)),
    table: 'public.evolved',
  },
];

const sorted = (rows: readonly (readonly (string | null)[])[] = []) =>
  rows.map(row => JSON.stringify(row)).sort();

const same = (a: string[], b: string[]) =>
  JSON.stringify(a) === JSON.stringify(b);

class Trial {
  private wrong = 0;

  constructor(
    readonly endpoint: Endpoint,
    private readonly work: string,
  ) {}

  get failures() {
    return this.wrong;
  }

  private tell(what: string, problem: string | undefined, outcome: string) {
    this.wrong += problem === undefined ? 0 : 1;
    console.log(
      problem === undefined
        ? `${outcome.padEnd(9)}  ${what}`
        : `wrong      ${what}: ${problem}`,
    );
  }

  private async rows(table = 'public.result') {
    return sorted(await this.endpoint.query(NAME, `SELECT * FROM ${table}`));
  }

  private async deploy(pipeline: PipelineInput) {
    const directory = mkdtempSync(join(this.work, 'app-'));
    const file = join(directory, 'pipeline.yaml');
    writeFileSync(file, toYaml(parsePipeline(pipeline)));
    const outdir = join(directory, 'cdk.out');
    await synthesize([{ file, outdir }]);
    await this.endpoint.deploy(outdir);
  }

  async change({ what, change, rows, refused, table }: Change) {
    const pipeline = base();
    change(pipeline);
    await this.deploy(pipeline);
    const before = await this.rows(table);
    const failure = await this.endpoint.run(NAME);
    const after = await this.rows(table);
    if (refused) {
      const problem =
        (failure === undefined && 'the run succeeded') ||
        (!refused.test(failure!) && `the run failed otherwise: ${failure}`) ||
        (!same(before, after) && 'the table was touched') ||
        undefined;
      this.tell(what, problem, 'untouched');
      return;
    }
    const problem =
      failure ??
      (same(after, sorted(rows)) ? undefined : `the table has ${after}`);
    this.tell(what, problem, 'right');
  }

  /** Kills a job at a moment of its life, then runs the pipeline again. */
  async kill(step: string, milliseconds: number) {
    const before = await this.rows();
    const run = await this.endpoint.start(NAME);
    const name = `--JOB_NAME ${NAME}-${step}`;
    // The process itself: a short job is over before an answer tells that it runs.
    while (spawnSync('pgrep', ['-f', '--', name]).status !== 0) {
      await sleep(10);
    }
    await sleep(milliseconds);
    spawnSync('pkill', ['-9', '-f', '--', name]);
    const failure = await this.endpoint.end(NAME, run);
    const between = await this.rows();
    const rerun = await this.endpoint.run(NAME);
    const after = await this.rows();
    const problem =
      (!same(between, before) && `the table has ${between} after the kill`) ||
      rerun ||
      (!same(after, sorted(ROWS)) && `the table has ${after}`) ||
      undefined;
    this.tell(
      `${step} is killed after ${milliseconds} ms${failure === undefined ? ' (too late)' : ''}`,
      problem,
      'right',
    );
  }

  /** Starts what runs already. */
  async twice() {
    const run = await this.endpoint.start(NAME);
    const refusal = async (start: Promise<unknown>) =>
      start.then(
        () => 'it was started twice',
        (error: Error) =>
          /ConcurrentRunsExceeded/.test(error.message)
            ? undefined
            : error.message,
      );
    const workflow = await refusal(this.endpoint.start(NAME));
    await this.endpoint.runningJob(NAME, run, `${NAME}-transform`);
    const job = await refusal(this.endpoint.startJob(`${NAME}-transform`));
    const failure = await this.endpoint.end(NAME, run);
    const after = await this.rows();
    this.tell(
      'two runs at once, and a job beside its run',
      workflow ??
        job ??
        failure ??
        (same(after, sorted(ROWS)) ? undefined : `the table has ${after}`),
      'right',
    );
  }

  /** The table is handed to another pipeline. */
  async foreign() {
    await this.endpoint.query(
      NAME,
      "COMMENT ON TABLE public.result IS 'glue-pipelines.io/pipeline: another'",
    );
    const before = await this.rows();
    const failure = await this.endpoint.run(NAME);
    const problem =
      (failure === undefined && 'the run succeeded') ||
      (!/belongs to the pipeline another/.test(failure!) && failure) ||
      (!same(before, await this.rows()) && 'the table was touched') ||
      undefined;
    this.tell('the table belongs to another pipeline', problem, 'untouched');
  }
}

/** Moments in the life of each job, other ones at every call. */
const kills = (): [string, number][] =>
  (
    [
      ['prepare', 250],
      ['transform', 3000],
      ['transform', 3000],
      ['load', 600],
    ] as const
  ).map(([step, most]) => [step, Math.floor(Math.random() * most)]);

async function main() {
  const work = mkdtempSync(join(tmpdir(), 'changes-'));
  const dataDir = join(work, 'data');
  const folder = join(dataDir, 's3/inputs/changing');
  mkdirSync(folder, { recursive: true });
  await placeFiles(folder, { 'a.csv': FILE });
  const server = await startServer(dataDir);
  try {
    await untilJobsCanRun(server);
    const trial = new Trial(new Endpoint(server.url), work);
    for (const change of CHANGES) {
      await trial.change(change);
    }
    await trial.change({ what: 'all is taken back', change() {}, rows: ROWS });
    for (const [step, milliseconds] of kills()) {
      await trial.kill(step, milliseconds);
    }
    const increments = await tryIncrements(
      trial.endpoint,
      join(dataDir, 's3/inputs'),
      work,
    );
    const database = await withDatabase(trial.endpoint, work, increments =>
      tryKills(increments),
    );
    await trial.twice();
    await trial.foreign();
    const wrong =
      trial.failures +
      [...increments, ...database].filter(({ kind }) => kind === 'wrong')
        .length;
    console.log(`\n${wrong} wrong`);
    process.exitCode = wrong > 0 ? 1 : 0;
  } finally {
    await server.close();
    rmSync(work, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
