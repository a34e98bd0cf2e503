// npm run local: deploys the pipeline to this machine, runs it, and shows the first rows.
//
//   npm run local                on the files that the buckets of local-glue have
//   npm run local -- --sample    on the samples in sample/
//   npm run local -- --rows 50
//
// Nothing here reaches AWS. LOCAL_GLUE_ENDPOINT says where local-glue runs or is to run.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import {
  localPipeline,
  sampleBucket,
  sampleFile,
  samplePipeline,
} from '../lib/language.mjs';
import { loadPipeline } from '../lib/loadPipeline';
import { namesOf } from '../lib/names';
import type { Pipeline } from '../lib/pipeline';
import { numberOption, pipelineFile, runScript } from './command';
import { LocalGlue } from './localGlue';

/** The samples of the sources, by the keys that they get in the sample's bucket. */
export function samplesOf({
  sources,
}: Pick<Pipeline, 'sources'>): Record<string, string> {
  return Object.fromEntries(
    sources.map(({ name }) => {
      const file = sampleFile(name);
      if (!existsSync(file)) {
        throw new Error(
          `${file} is missing: write a JSON object a line, each with the columns of the source ${name} as pipeline.yaml declares them`,
        );
      }
      return [`${name}/sample.jsonl`, readFileSync(file, 'utf8')];
    }),
  );
}

/** Synthesizes the app of a pipeline, cdk-nag included, as if for the account of local-glue. */
function synthesize(pipeline: Pipeline, directory: string): string {
  const file = join(directory, 'pipeline.yaml');
  const cdkOut = join(directory, 'cdk.out');
  writeFileSync(file, stringify(pipeline));
  const { context = {} } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bin/app.ts'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PIPELINE_FILE: file,
        CDK_OUTDIR: cdkOut,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_DEFAULT_ACCOUNT: '000000000000',
        CDK_DEFAULT_REGION: 'us-east-1',
      },
    },
  );
  if (status !== 0) {
    throw new Error('The CDK app does not synthesize: see above');
  }
  return cdkOut;
}

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Deploys, runs and shows a pipeline that `localPipeline` or `samplePipeline` gave. */
async function runLocally(
  pipeline: Pipeline,
  glue: LocalGlue,
  rows: number,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), `${pipeline.name}-`));
  try {
    console.log('Synthesizing');
    await glue.run('deploy', synthesize(pipeline, directory));
  } finally {
    rmSync(directory, { recursive: true });
  }
  await glue.run('status', '--wait');
  await glue.run('start', namesOf(pipeline).workflow, '--wait');
  const { database, schema, table } = pipeline.warehouse;
  console.log(`The first rows of ${database}.${schema}.${table}`);
  await glue.run(
    'query',
    `select * from ${identifier(schema)}.${identifier(table)} limit ${rows}`,
    ...['--workgroup', pipeline.name, '--database', database],
  );
}

await runScript(import.meta.url, async args => {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'boolean', default: false },
      rows: { type: 'string' },
    },
  });
  const rows = Math.trunc(numberOption('rows', values.rows, 10));
  const pipeline = loadPipeline(pipelineFile());
  const samples = values.sample ? samplesOf(pipeline) : {};
  const glue = await LocalGlue.open();
  try {
    for (const [key, content] of Object.entries(samples)) {
      await glue.put(sampleBucket(pipeline), key, content);
    }
    await runLocally(
      values.sample ? samplePipeline(pipeline) : localPipeline(pipeline),
      glue,
      rows,
    );
  } finally {
    await glue.close();
  }
});
