#!/usr/bin/env node
// The entry of `npm start`, `npm test` and the commands beside them. Plain JavaScript for any Node from 18 on:
// it runs before anything is installed and brings the Node version that Backstage needs.
import { runUnderSupportedNode } from './lib/node.mjs';
import { ensureInstalled } from './lib/install.mjs';

const [command, ...options] = process.argv.slice(2);
const runScript = file =>
  import('./lib/runScript.mjs').then(m => m.runScript(file, options));
const commands = {
  start: () => import('./lib/start.mjs').then(m => m.start(options)),
  test: () => import('./lib/test.mjs').then(m => m.test(options)),
  'local-glue': () =>
    import('./lib/localGlue.mjs').then(m => m.localGlue(options)),
  bench: () => runScript('benchmarks/run.ts'),
  fuzz: () => import('./lib/fuzz.mjs').then(m => m.fuzz(options)),
  hostile: () => import('./lib/hostile.mjs').then(m => m.hostile(options)),
  inputs: () => runScript('e2e/inputs/run.ts'),
  changes: () => runScript('e2e/inputs/changes.ts'),
  repositories: () => runScript('e2e/repositories/run.ts'),
  baselines: () =>
    runScript('templates/glue-redshift-pipeline/checks/baselines.mjs'),
  consumer: () => runScript('e2e/consumer/run.ts'),
  random: () => import('./lib/random.mjs').then(m => m.random(options)),
};

if (!Object.hasOwn(commands, command)) {
  console.error(
    `Unknown command "${command ?? ''}". Use "npm start", "npm test", "npm run local-glue", "npm run bench", "npm run fuzz", "npm run hostile", "npm run inputs", "npm run changes", "npm run repositories", "npm run baselines", "npm run consumer" or "npm run random".`,
  );
  process.exit(2);
}

if (!(await runUnderSupportedNode())) {
  await ensureInstalled();
  await commands[command]();
}
