import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataDir, root } from './paths.mjs';

const git = (...args) =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split('\n')
    .filter(Boolean);

/** The commit that a branch left main at; the newest one where there is no other main. */
function base() {
  try {
    return git('merge-base', 'HEAD', 'origin/main')[0];
  } catch {
    return git('rev-parse', 'HEAD')[0];
  }
}

/** Python tests of a folder that use a changed module, or are changed themselves. */
function pythonTests(folder, files) {
  const changed = files.filter(
    file => file.startsWith(folder) && file.endsWith('.py'),
  );
  const names = changed.map(file => basename(file, '.py'));
  const uses = new RegExp(
    `^\\s*(from|import) .*\\b(${names.join('|')})\\b`,
    'm',
  );
  return readdirSync(join(root, folder), { recursive: true })
    .filter(file => /(^|\/)test_\w+\.py$/.test(file))
    .filter(
      file =>
        changed.includes(join(folder, file)) ||
        (names.length > 0 &&
          uses.test(readFileSync(join(root, folder, file), 'utf8'))),
    );
}

const narrowed = (check, ...args) => ({
  ...check,
  run: [check.run[0], [...check.run[1], ...args]],
});

/**
 * The quick checks of what a branch and the work tree change: each as in
 * `checks`, and only of what changed where it can tell.
 *
 * @returns the checks, and the files that changed
 */
export function checksOfChanges(checks) {
  const since = base();
  const files = [
    ...git('diff', '--name-only', since),
    ...git('ls-files', '--others', '--exclude-standard'),
  ].filter(file => existsSync(join(root, file)));
  const some = pattern => files.some(file => pattern.test(file));
  const chosen = {};
  if (files.length > 0) {
    const { run, ...format } = checks.format;
    chosen.format = {
      ...format,
      run: [run[0], ['--check', '--ignore-unknown', ...files]],
    };
  }
  if (some(/\.tsx?$/)) {
    const { run, ...types } = checks.types;
    chosen.types = {
      ...types,
      // Nothing is written but what makes the next time short.
      run: [
        run[0],
        [
          ...run[1].filter(arg => !/^(--incremental|false)$/.test(arg)),
          ...['--noEmit', '--incremental'],
          ...['--tsBuildInfoFile', join(dataDir, 'changed.tsbuildinfo')],
        ],
      ],
    };
    chosen.lint = narrowed(checks.lint, '--since', since);
  }
  if (some(/^(packages|plugins)\//)) {
    chosen['python environment'] = checks['python environment'];
    chosen.unit = narrowed(checks.unit, `--changedSince=${since}`);
  }
  if (some(/^templates\/glue-redshift-pipeline\//)) {
    chosen.skeleton = checks.skeleton;
    chosen['skeleton types'] = checks['skeleton types'];
  }
  if (some(/\.py$/)) {
    chosen['python environment'] = checks['python environment'];
    chosen['python lint'] = checks['python lint'];
    chosen['python format'] = checks['python format'];
  }
  for (const [name, folder] of [
    ['etl-scripts', 'etl-scripts'],
    ['awsglue', 'packages/local-glue/python'],
  ]) {
    const tests = pythonTests(folder, files);
    if (tests.length > 0) chosen[name] = narrowed(checks[name], ...tests);
  }
  return { checks: chosen, files };
}
