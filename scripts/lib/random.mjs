import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataDir, root } from './paths.mjs';

const USAGE =
  'npm run random -- [--count 200] [--seed <number>]: the same seed makes the same pipelines';

/** Tries random pipelines on the language, on Spark and on DuckDB; a test of the jobs compares. */
export function random(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  console.log(`${values.count} pipelines of seed ${values.seed}`);
  const environment = join(dataDir, 'python');
  const run = (command, args, settings) =>
    spawnSync(command, args, { stdio: 'inherit', ...settings }).status ?? 1;
  process.exitCode =
    run(
      process.execPath,
      [
        '--import',
        'tsx',
        join(root, 'scripts/python-environment.ts'),
        environment,
      ],
      { cwd: root },
    ) ||
    run(
      join(environment, 'bin/python'),
      ['-m', 'pytest', '-q', '-rP', '--no-header', 'tests/random_pipelines'],
      {
        cwd: join(root, 'etl-scripts'),
        env: {
          ...process.env,
          GLUE_PIPELINES_NODE: process.execPath,
          GLUE_PIPELINES_RANDOM_COUNT: values.count,
          GLUE_PIPELINES_RANDOM_SEED: values.seed,
        },
      },
    );
}
