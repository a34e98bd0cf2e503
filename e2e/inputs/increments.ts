import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  parsePipeline,
  type Pipeline,
  type PipelineInput,
  toYaml,
} from '@glue-pipelines/pipeline';
import type { Endpoint } from './Endpoint';
import { lines } from './InputCase';
import { placeFiles } from './placeFiles';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

type How = Pick<PipelineInput['sources'][number], 'incremental' | 'watermark'>;

const pipelineOf = (name: string, how: How) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name,
    description: 'Appends the rows that have come',
    owner: 'group:default/data-engineering',
    sources: [
      {
        name: 'rows',
        uri: `s3://inputs/${name}/`,
        format: 'csv',
        columns: [
          { name: 'id', type: 'bigint' },
          ...(how.incremental === 'partitions'
            ? [{ name: 'number', type: 'bigint' as const }]
            : []),
        ],
        ...how,
      },
    ],
    warehouse: { table: 'result', load: { mode: 'append' } },
  });

/** Kills a job of a run with SIGKILL, some time after its process began. */
async function kill(name: string, step: string, milliseconds: number) {
  const processes = () =>
    spawnSync('pgrep', ['-f', '--', `--JOB_NAME ${name}-${step}`], {
      encoding: 'utf8',
    }).stdout;
  while (processes() === '') {
    await sleep(10);
  }
  await sleep(milliseconds);
  for (const id of processes().split('\n').filter(Boolean)) {
    try {
      process.kill(Number(id), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Runs of an incremental pipeline, which must have each row once. */
export class Increments {
  private rows = 0;
  readonly verdicts: Verdict[] = [];

  /** @param add - adds to the source a row with an id */
  constructor(
    private readonly endpoint: Endpoint,
    private readonly name: string,
    private readonly add: (id: number) => Promise<unknown>,
  ) {}

  /** Adds a row, whose id is its number. */
  async put() {
    this.rows += 1;
    await this.add(this.rows);
  }

  /** Runs to the end; a load that says so is started again, once. */
  private async run(): Promise<string | undefined> {
    const failure = await this.endpoint.run(this.name);
    return failure !== undefined && /start the pipeline again/.test(failure)
      ? await this.endpoint.run(this.name)
      : failure;
  }

  /** A run, after one in which a job is killed if `step` is given: each row must be there once. */
  async expectAll(what: string, step?: string, milliseconds = 0) {
    if (step) {
      const run = await this.endpoint.start(this.name);
      await kill(this.name, step, milliseconds);
      await this.endpoint.end(this.name, run);
    }
    const failure = await this.run();
    const rows = await this.endpoint.query(
      this.name,
      'SELECT id FROM public.result ORDER BY id',
    );
    const expected = Array.from({ length: this.rows }, (_, n) => [`${n + 1}`]);
    const problem =
      failure ??
      (JSON.stringify(rows) === JSON.stringify(expected)
        ? undefined
        : `the table has ${JSON.stringify(rows)}`);
    this.tell(`${what}${step ? ` (after ${milliseconds} ms)` : ''}`, problem);
  }

  /** A run that finds nothing new, or too little, says so. */
  async expectSkipped(what: string = 'nothing new') {
    const run = await this.endpoint.start(this.name);
    const failure = await this.endpoint.end(this.name, run);
    const properties = await this.endpoint.properties(this.name, run);
    const told = properties['glue-pipelines.io/skipped'];
    const right =
      failure === undefined && told === `nothing-new ${run}`
        ? undefined
        : `${failure} ${JSON.stringify(properties)}`;
    this.tell(what, right);
  }

  private tell(what: string, problem: string | undefined) {
    this.verdicts.push(
      problem === undefined
        ? { kind: 'right', detail: '' }
        : { kind: 'wrong', detail: `${what}: ${problem}` },
    );
    console.log(
      `${problem === undefined ? 'right' : 'wrong'}      ${this.name}: ${what}${problem === undefined ? '' : `: ${problem}`}`,
    );
  }
}

const WAYS: Record<string, How> = {
  'increments-files': { incremental: 'files' },
  'increments-partitions': { incremental: 'partitions' },
  'increments-watermark': {
    incremental: 'watermark',
    watermark: { column: 'id' },
  },
};

const moment = (most: number) => Math.floor(Math.random() * most);

/** Synthesizes a pipeline and deploys it. */
export async function deploy(
  endpoint: Endpoint,
  pipeline: Pipeline,
  work: string,
) {
  const directory = mkdtempSync(join(work, `${pipeline.name}-`));
  const file = join(directory, 'pipeline.yaml');
  const outdir = join(directory, 'cdk.out');
  writeFileSync(file, toYaml(pipeline));
  await synthesize([{ file, outdir }]);
  await endpoint.deploy(outdir);
}

/** Each job is killed at a moment, and the run started again. */
export async function tryKills(increments: Increments) {
  await increments.put();
  await increments.expectAll('transform is killed', 'transform', moment(4000));
  await increments.put();
  await increments.expectAll('load is killed', 'load', moment(1500));
  await increments.put();
  await increments.expectAll('load is killed late', 'load', 800 + moment(1000));
}

/** Runs of incremental pipelines, with files that come in between and jobs that are killed. */
export async function tryIncrements(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [name, how] of Object.entries(WAYS)) {
    const pipeline = pipelineOf(name, how);
    await deploy(endpoint, pipeline, work);
    const below = (id: number) =>
      how.incremental === 'partitions' ? `number=${id}/` : '';
    const increments = new Increments(endpoint, name, id =>
      placeFiles(join(bucket, name), {
        [`${below(id)}${id}.csv`]: lines('id', String(id)),
      }),
    );
    await increments.put();
    await increments.expectAll('the first file');
    await increments.put();
    await increments.put();
    await increments.expectAll('two more files');
    await increments.expectSkipped();
    await tryKills(increments);
    await increments.expectSkipped();
    if (how.incremental === 'files') {
      await deploy(
        endpoint,
        { ...pipeline, start: { condition: { newFiles: 2 } } },
        work,
      );
      await increments.put();
      await increments.expectSkipped('fewer files than the run wants');
      await increments.put();
      await increments.expectAll('as many files as the run wants');
    }
    verdicts.push(...increments.verdicts);
  }
  return verdicts;
}
