// Tries every awkward input on the local engine, as a person would: the form
// looks at the files and makes the pipeline, the CDK app is synthesized and
// deployed, the workflow runs, and the table is compared with the rows that
// are right. Prints how many came out right, refused or wrong.
//
//   npm run inputs                    all
//   npm run inputs -- --sixth         a fixed sixth
//   npm run inputs -- quoted          those whose name contains the word
//   npm run inputs -- sharing         only the pipelines that share a warehouse
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toYaml } from '@glue-pipelines/pipeline';
import { startServer, untilJobsCanRun } from '../../benchmarks/lib/server';
import { cases } from './cases';
import { tryDatabases } from './databases';
import { Endpoint } from './Endpoint';
import type { InputCase } from './InputCase';
import { makePipeline } from './makePipeline';
import { placeFiles } from './placeFiles';
import { trySameRows } from './sameRows';
import { trySharing } from './sharing';
import { jobsOf, synthesize } from './synthesize';
import { tryTables } from './tables';
import { tryTaxi } from './taxi';
import { judgeRefusal, tryCase, type Verdict } from './tryCase';

const BUCKET = 'inputs';

/** Two runs keep two cores busy. */
const AT_ONCE = 2;

interface Trial {
  input: InputCase;
  /** Of the pipeline, its folder in the bucket, and its workgroup. */
  name: string;
  folder: string;
  verdicts: Verdict[];
}

/** What is tried with pipelines of its own, among all inputs. */
const OTHERS = {
  'sharing a warehouse': trySharing,
  'copied or not, crawled or not': trySameRows,
  'taxis, day by day': tryTaxi,
  'tables of the catalog': tryTables,
  'databases by a connection': tryDatabases,
};

function words(): string[] {
  const { positionals } = parseArgs({
    options: { sixth: { type: 'boolean' } },
    allowPositionals: true,
  });
  return positionals;
}

function chosen(): { input: InputCase; number: number }[] {
  const { values } = parseArgs({
    options: { sixth: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  return cases
    .map((input, index) => ({ input, number: index + 1 }))
    .filter(({ number }) => !values.sixth || number % 6 === 1)
    .filter(({ input }) => words().every(word => input.name.includes(word)));
}

/** Asks the form for a pipeline; what it refuses is judged at once. */
async function fillForm(
  trial: Trial,
  url: string,
  directory: string,
): Promise<{ file: string; jobs: string } | undefined> {
  const { input, name, folder, verdicts } = trial;
  await placeFiles(folder, input.files);
  const made = await makePipeline(url, name, `s3://${BUCKET}/${name}/`, input);
  if ('refusal' in made) {
    verdicts.push(judgeRefusal('form', made.refusal, input));
    return undefined;
  }
  if ('refused' in input.expect && input.expect.refused.by === 'form') {
    verdicts.push({ kind: 'wrong', detail: 'the form accepted it' });
    return undefined;
  }
  const file = join(directory, `${name}.yaml`);
  writeFileSync(file, toYaml(made.pipeline));
  const repository = join(directory, `${name}.repository`);
  return { file, jobs: jobsOf(made.pipeline, repository, input.scripts) };
}

function report({
  input,
  verdicts,
}: Pick<Trial, 'verdicts'> & { input: { name: string } }) {
  for (const { kind, detail } of verdicts) {
    const first = detail.split('\n')[0].slice(0, 200);
    console.log(
      `${kind.padEnd(7)}  ${input.name}${kind === 'right' ? '' : `: ${first}`}`,
    );
  }
}

async function main() {
  const work = mkdtempSync(join(tmpdir(), 'awkward-inputs-'));
  const dataDir = join(work, 'data');
  mkdirSync(join(dataDir, 's3', BUCKET), { recursive: true });
  const trials: Trial[] = chosen().map(({ input, number }) => {
    const name = `input-${String(number).padStart(3, '0')}`;
    return {
      input,
      name,
      folder: join(dataDir, 's3', BUCKET, name),
      verdicts: [],
    };
  });
  const others: Verdict[] = [];
  const server = await startServer(dataDir);
  try {
    await untilJobsCanRun(server);
    const apps = [];
    for (const trial of trials) {
      const made = await fillForm(trial, server.url, work);
      if (made) {
        apps.push({ trial, ...made, outdir: join(work, `${trial.name}.out`) });
      } else {
        report(trial);
      }
    }
    if (apps.length > 0) {
      await synthesize(
        apps.map(({ file, jobs, outdir }) => ({ file, jobs, outdir })),
      );
    }
    const endpoint = new Endpoint(server.url);
    // The long ones first.
    const queue: (() => Promise<void>)[] = [
      ...Object.entries(OTHERS)
        .filter(([name]) => words().every(word => name.includes(word)))
        .map(([name, tryOther]) => async () => {
          const bucket = join(dataDir, 's3', BUCKET);
          const verdicts = await tryOther(endpoint, bucket, work);
          report({ input: { name }, verdicts });
          others.push(...verdicts);
        }),
      ...apps.map(({ trial, outdir }) => async () => {
        await endpoint.deploy(outdir);
        trial.verdicts.push(
          ...(await tryCase(endpoint, trial.name, trial.folder, trial.input)),
        );
        report(trial);
      }),
    ];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          await next();
        }
      }),
    );
  } finally {
    await server.close();
    rmSync(work, { recursive: true, force: true });
  }
  const all = [...trials.flatMap(({ verdicts }) => verdicts), ...others];
  const count = (kind: Verdict['kind']) =>
    all.filter(verdict => verdict.kind === kind).length;
  console.log(
    `\n${trials.length} inputs, ${all.length} outcomes: ${count('right')} right, ${count('refused')} refused, ${count('wrong')} wrong`,
  );
  process.exitCode = count('wrong') > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
