import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { root, yarnPath } from './paths.mjs';

const MOST = '10000';

/**
 * Runs a test that makes its cases by chance, with many of them and each time
 * others.
 *
 * @param {string[]} options - of the command line
 * @param {object} what
 * @param {string} what.command - as `npm run` knows it
 * @param {string} what.cases - what it makes, in the plural
 * @param {string} what.file - the test
 */
export function seededTest(options, { command, cases, file }) {
  const { values } = parseArgs({
    args: options,
    options: {
      [cases]: { type: 'string', default: MOST },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(
      `npm run ${command} -- [--${cases} ${MOST}] [--seed <number>]: the same seed makes the same ${cases}`,
    );
    return;
  }
  const variable = `GLUE_PIPELINES_${command.toUpperCase()}`;
  const { status } = spawnSync(
    process.execPath,
    [yarnPath, 'backstage-cli', 'repo', 'test', '--watchAll=false', file],
    {
      stdio: 'inherit',
      cwd: root,
      env: {
        ...process.env,
        CI: 'true',
        [`${variable}_${cases.toUpperCase()}`]: values[cases],
        [`${variable}_SEED`]: values.seed,
      },
    },
  );
  process.exitCode = status ?? 1;
}
