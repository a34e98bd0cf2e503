// Generates and deploys the demo pipelines, by the same code that serves the
// portal's form. What is in place already is left alone, changes of the user included.
import {
  generateRepository,
  publishLocally,
} from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import { parsePipeline } from '@glue-pipelines/backstage-plugin-common';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { seedExamples } from '../templates/glue-redshift-pipeline/examples/data.mjs';
import { dataDir, root } from './lib/paths.mjs';

const ENDPOINT = 'http://127.0.0.1:4566';
const EXAMPLES = join(root, 'templates/glue-redshift-pipeline/examples');
const repositories = join(dataDir, 'repositories');
const log = (message: string) => console.log(message);

async function deployDemo(file: string) {
  const pipeline = parsePipeline(
    parse(await readFile(join(EXAMPLES, file), 'utf8')),
  );
  if (existsSync(join(repositories, pipeline.name))) {
    log(`${pipeline.name} is in place`);
    return;
  }
  log(`Generating ${pipeline.name}`);
  const workspace = await mkdtemp(join(tmpdir(), `${pipeline.name}-`));
  try {
    const { cdkOut } = await generateRepository({
      pipeline,
      directory: workspace,
      region: 'us-east-1',
      accountId: '000000000000',
      log,
    });
    await publishLocally({
      repositories,
      name: pipeline.name,
      directory: workspace,
      cdkOut,
      endpoint: ENDPOINT,
      message: `Generate the demo pipeline ${pipeline.name}\n`,
      author: { name: 'Glue Pipelines', email: 'demo@localhost.invalid' },
      log,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function main() {
  log('Writing the source data');
  await seedExamples(join(dataDir, 's3'));
  const files = (await readdir(EXAMPLES)).filter(name =>
    name.endsWith('.yaml'),
  );
  // Synthesis keeps one core busy; two at once use both.
  await Promise.all(files.map(deployDemo));
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
