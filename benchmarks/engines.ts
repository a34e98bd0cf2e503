import { generateRepository } from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import { parsePipeline } from '@glue-pipelines/pipeline';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { root } from '../scripts/lib/paths.mjs';
import { seedExamples } from '../templates/glue-redshift-pipeline/examples/data.mjs';
import { GlueClient } from './lib/glueClient';
import { runWorkflow } from './lib/jobs';
import { printTable } from './lib/print';
import {
  startServer,
  untilArchived,
  untilJobsCanRun,
  type Server,
} from './lib/server';
import { percentile, ratio } from './lib/statistics';

const examples = join(root, 'templates/glue-redshift-pipeline/examples');
const ENGINES = ['duckdb', 'spark'] as const;
const targetSeconds = 3;

/** The pipeline covid-hiring, read where its files lie, without crawlers: two steps. */
function pipelineOn(engine: (typeof ENGINES)[number]) {
  const { catalog: _, ...whole } = parse(
    readFileSync(join(examples, 'covid-hiring.yaml'), 'utf8'),
  );
  return parsePipeline({
    ...whole,
    name: `hiring-${engine}`,
    sources: whole.sources.map(({ copy: __, ...source }: any) => source),
    warehouse: { table: `hiring_${engine}` },
    compute: { engine },
  });
}

async function deploy(
  server: Server,
  dataDir: string,
  engine: (typeof ENGINES)[number],
): Promise<string> {
  const pipeline = pipelineOn(engine);
  const { cdkOut } = await generateRepository({
    pipeline,
    directory: mkdtempSync(join(dataDir, 'repository-')),
    region: 'us-east-1',
    accountId: '000000000000',
    log: () => {},
  });
  execFileSync(process.execPath, [
    join(root, 'packages/local-glue/bin/local-glue.js'),
    ...['deploy', cdkOut, '--endpoint', server.url],
  ]);
  return pipeline.name;
}

/** Runs of one pipeline on each of the engines, from their start to the loaded table. */
export async function engines(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { repeat: { type: 'string', default: '3' } },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-engines-'));
  await seedExamples(join(dataDir, 's3'));
  const server = await startServer(dataDir);
  const client = new GlueClient(server.url);
  const seconds: Record<string, number[]> = {};
  try {
    await untilJobsCanRun(server);
    await untilArchived(server);
    for (const engine of ENGINES) {
      const workflow = await deploy(server, dataDir, engine);
      const times: number[] = [];
      for (let n = 0; n <= Number(values.repeat); n++) {
        const { from, to } = await runWorkflow(client, workflow);
        // The first one warms the file cache, and installs DuckDB.
        if (n > 0) times.push((to - from) / 1000);
      }
      seconds[engine] = times;
    }
  } finally {
    client.close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const median = (engine: (typeof ENGINES)[number]) =>
    percentile(seconds[engine], 0.5);
  console.log(
    `covid-hiring in two steps, median of ${values.repeat} runs on a warm machine:\n`,
  );
  const duckdb = median('duckdb');
  printTable(
    ['engine', 'seconds', 'to Spark', 'target'],
    [
      [
        'DuckDB',
        `${duckdb.toFixed(2)} s`,
        ratio(duckdb, median('spark')),
        `${duckdb < targetSeconds ? '<' : 'NOT <'} ${targetSeconds} s`,
      ],
      ['Spark', `${median('spark').toFixed(2)} s`, '', ''],
    ],
  );
}
