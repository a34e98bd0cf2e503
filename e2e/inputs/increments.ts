import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parsePipeline, type Pipeline, toYaml } from '@glue-pipelines/pipeline';
import type { Endpoint } from './Endpoint';
import { lines } from './InputCase';
import { placeFiles } from './placeFiles';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

const NAME = 'increments';

const PIPELINE = parsePipeline({
  apiVersion: 'glue-pipelines.io/v2',
  name: NAME,
  description: 'Appends the files that have come',
  owner: 'group:default/data-engineering',
  sources: [
    {
      name: 'rows',
      uri: `s3://inputs/${NAME}/`,
      format: 'csv',
      columns: [{ name: 'id', type: 'bigint' }],
      incremental: 'files',
    },
  ],
  warehouse: { table: 'result', load: { mode: 'append' } },
});

/** Kills a job of a run with SIGKILL, some time after its process began. */
async function kill(step: string, milliseconds: number) {
  const processes = () =>
    spawnSync('pgrep', ['-f', '--', `--JOB_NAME ${NAME}-${step}`], {
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

class Increments {
  private files = 0;
  readonly verdicts: Verdict[] = [];

  constructor(
    private readonly endpoint: Endpoint,
    private readonly folder: string,
  ) {}

  /** Puts a file with one row, whose id is the number of the file. */
  async put() {
    this.files += 1;
    await placeFiles(this.folder, {
      [`${this.files}.csv`]: lines('id', String(this.files)),
    });
  }

  /** Runs to the end; a load that says so is started again, once. */
  private async run(): Promise<string | undefined> {
    const failure = await this.endpoint.run(NAME);
    return failure !== undefined && /start the pipeline again/.test(failure)
      ? await this.endpoint.run(NAME)
      : failure;
  }

  /** A run, after one in which a job is killed if `step` is given: each row must be there once. */
  async expectAll(what: string, step?: string, milliseconds = 0) {
    if (step) {
      const run = await this.endpoint.start(NAME);
      await kill(step, milliseconds);
      await this.endpoint.end(NAME, run);
    }
    const failure = await this.run();
    const rows = await this.endpoint.query(
      NAME,
      'SELECT id FROM public.result ORDER BY id',
    );
    const expected = Array.from({ length: this.files }, (_, n) => [`${n + 1}`]);
    const problem =
      failure ??
      (JSON.stringify(rows) === JSON.stringify(expected)
        ? undefined
        : `the table has ${JSON.stringify(rows)}`);
    this.tell(`${what}${step ? ` (after ${milliseconds} ms)` : ''}`, problem);
  }

  /** A run that finds nothing new, or too little, says so. */
  async expectSkipped(what: string = 'nothing new') {
    const run = await this.endpoint.start(NAME);
    const failure = await this.endpoint.end(NAME, run);
    const properties = await this.endpoint.properties(NAME, run);
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
      `${problem === undefined ? 'right' : 'wrong'}      incremental: ${what}${problem === undefined ? '' : `: ${problem}`}`,
    );
  }
}

/** Runs of an incremental pipeline, with files that come in between and jobs that are killed. */
export async function tryIncrements(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  const deploy = async (pipeline: Pipeline) => {
    const directory = mkdtempSync(join(work, `${NAME}-`));
    const file = join(directory, 'pipeline.yaml');
    const outdir = join(directory, 'cdk.out');
    writeFileSync(file, toYaml(pipeline));
    synthesize([{ file, outdir }]);
    await endpoint.deploy(outdir);
  };
  await deploy(PIPELINE);
  const moment = (most: number) => Math.floor(Math.random() * most);
  const increments = new Increments(endpoint, join(bucket, NAME));
  await increments.put();
  await increments.expectAll('the first file');
  await increments.put();
  await increments.put();
  await increments.expectAll('two more files');
  await increments.expectSkipped();
  await increments.put();
  await increments.expectAll('transform is killed', 'transform', moment(4000));
  await increments.put();
  await increments.expectAll('load is killed', 'load', moment(1500));
  await increments.put();
  await increments.expectAll('load is killed late', 'load', 800 + moment(1000));
  await increments.expectSkipped();
  await deploy({ ...PIPELINE, start: { condition: { newFiles: 2 } } });
  await increments.put();
  await increments.expectSkipped('fewer files than the run wants');
  await increments.put();
  await increments.expectAll('as many files as the run wants');
  return increments.verdicts;
}
