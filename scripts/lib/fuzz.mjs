import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { root, yarnPath } from './paths.mjs';

const USAGE =
  'npm run fuzz -- [--requests 10000] [--seed <number>]: the same seed makes the same requests';

/** Sends requests that are made of the API's document to the plugin; a test judges the answers. */
export function fuzz(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      requests: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { status } = spawnSync(
    process.execPath,
    [
      yarnPath,
      ...['backstage-cli', 'repo', 'test', '--watchAll=false'],
      'plugins/glue-pipelines-backend/src/fuzz.test.ts',
    ],
    {
      stdio: 'inherit',
      cwd: root,
      env: {
        ...process.env,
        CI: 'true',
        GLUE_PIPELINES_FUZZ_REQUESTS: values.requests,
        GLUE_PIPELINES_FUZZ_SEED: values.seed,
      },
    },
  );
  process.exitCode = status ?? 1;
}
