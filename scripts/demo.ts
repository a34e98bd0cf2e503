// Generates and deploys the demo pipelines, by the same code that serves the
// portal's form. What is in place already is left alone, changes of the user included.
import {
  generateRepository,
  publishLocally,
} from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import { parsePipeline } from '@glue-pipelines/pipeline';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { seedExamples } from '../templates/glue-redshift-pipeline/examples/data.mjs';
import { dataDir, root } from './lib/paths.mjs';

const ENDPOINT = 'http://127.0.0.1:4566';
const EXAMPLES = join(root, 'templates/glue-redshift-pipeline/examples');
const repositories = join(dataDir, 'repositories');
const log = (message: string) => console.log(message);

async function deployDemo(file: string) {
  const example = parsePipeline(
    parse(await readFile(join(EXAMPLES, file), 'utf8')),
  );
  const { name } = example;
  const repository = join(repositories, name);
  const published = existsSync(repository);
  if (published && (await isDeployed(name))) {
    log(`${name} is in place`);
    return;
  }
  log(`Generating ${name}`);
  const workspace = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    const { cdkOut } = await generateRepository({
      pipeline: published
        ? parsePipeline(
            parse(await readFile(join(repository, 'pipeline.yaml'), 'utf8')),
          )
        : example,
      directory: workspace,
      region: 'us-east-1',
      accountId: '000000000000',
      log,
    });
    if (published) {
      // The server has forgotten it (`local-glue reset`), its repository has not.
      await deploy(cdkOut);
      return;
    }
    await publishLocally({
      repositories,
      name,
      directory: workspace,
      cdkOut,
      endpoint: ENDPOINT,
      message: `Generate the demo pipeline ${name}\n`,
      author: { name: 'Glue Pipelines', email: 'demo@localhost.invalid' },
      log,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function deploy(cdkOut: string) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'packages/local-glue/bin/local-glue.js'),
    'deploy',
    cdkOut,
  ]);
  log(stdout);
}

/** Whether the server knows the workflow. */
async function isDeployed(name: string): Promise<boolean> {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSGlue.GetWorkflow',
    },
    body: JSON.stringify({ Name: name }),
  });
  return response.ok;
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
