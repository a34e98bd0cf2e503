// Tries generated repositories as their owners do: installs what they need, runs
// their own checks, and runs the pipeline on its samples on this machine.
//
//   npm run repositories                  the examples covid-hiring and nyc-taxi, and the others below
//   npm run repositories -- nyc-taxi      one of them
//   npm run repositories -- destroying    what stays and what goes of one that is deployed, run and destroyed
//   npm run repositories -- environments  twenty pipelines for three environments, synthesized
//   npm run repositories -- --short nyc-taxi    without what other checks run on the same files
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePipeline } from '@glue-pipelines/pipeline';
import { parse } from 'yaml';
import { pythonEnvironment } from '../../benchmarks/lib/server';
import { generateRepository } from '../../plugins/scaffolder-backend-module-glue-pipelines/src/repository/generateRepository';
import { root } from '../../scripts/lib/paths.mjs';
import { tryDestroying } from './destroy';
import { tryEnvironments } from './environments';

const EXAMPLES = ['covid-hiring', 'nyc-taxi'];

/** What is tried with repositories besides their own commands. */
const OTHERS: Record<string, () => Promise<void>> = {
  destroying: tryDestroying,
  environments: tryEnvironments,
};

/** What the tests of the skeleton and of the jobs try in this repository, too. */
const ELSEWHERE = ['app'];

const CHECKS = [
  ...['format', 'types', 'app', 'nag', 'contract', 'picture'],
  ...['python lint', 'python format', 'jobs'],
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs a command of npm in a repository; what it prints is shown. */
async function npm(directory: string, args: string[], env: NodeJS.ProcessEnv) {
  console.log(`> npm ${args.join(' ')}`);
  const child = spawn('npm', args, { cwd: directory, stdio: 'inherit', env });
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`npm ${args.join(' ')} ended with ${code}`);
  }
}

async function tryExample(name: string, short: boolean) {
  const directory = mkdtempSync(join(tmpdir(), `${name}-`));
  const file = join(
    root,
    `templates/glue-redshift-pipeline/examples/${name}.yaml`,
  );
  const env = {
    ...process.env,
    PIPELINE_PYTHON: join(pythonEnvironment, 'bin/python'),
    LOCAL_GLUE_PYTHON_ENV: pythonEnvironment,
    LOCAL_GLUE_BIN: join(root, 'packages/local-glue/bin/local-glue.js'),
    LOCAL_GLUE_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
  };
  try {
    await generateRepository({
      pipeline: parsePipeline(parse(readFileSync(file, 'utf8'))),
      directory,
      region: 'eu-west-1',
      accountId: '123456789012',
      synthesize: false,
      log: console.log,
    });
    const checks = CHECKS.filter(check => !short || !ELSEWHERE.includes(check));
    await npm(directory, ['ci', '--no-audit', '--no-fund'], env);
    // The first time the golden file is written, then compared with.
    await npm(directory, ['run', 'golden'], env);
    await npm(directory, ['test', '--', ...(short ? checks : ['--all'])], env);
    await npm(directory, ['run', 'local', '--', '--sample'], env);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const all = [...EXAMPLES, ...Object.keys(OTHERS)];
  const unknown = positionals.find(name => !all.includes(name));
  if (unknown) {
    throw new Error(`There is no example ${unknown}: use ${all.join(' or ')}`);
  }
  for (const name of positionals.length > 0 ? positionals : all) {
    const from = Date.now();
    await (OTHERS[name]?.() ?? tryExample(name, values.short));
    console.log(`✓ ${name} ${((Date.now() - from) / 1000).toFixed(1)} s`);
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
