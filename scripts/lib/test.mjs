import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checksOfChanges } from './changes.mjs';
import { bold, green, problem, red, secondsSince, step } from './output.mjs';
import { dataDir, root, yarnPath } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { Processes } from './processes.mjs';

const PYTHON_ENVIRONMENT = join(dataDir, 'python');
const python = join(PYTHON_ENVIRONMENT, 'bin/python');
const CLIENTS_ENVIRONMENT = join(dataDir, 'python-clients');
const SKELETON = join(root, 'templates/glue-redshift-pipeline/skeleton');
const bin = name => join(root, 'node_modules/.bin', name);
const yarn = (...args) => [process.execPath, [yarnPath, ...args]];

/**
 * Every check of the repository. A check begins when those in `after` have
 * passed; as many run side by side as the machine has cores.
 * `alone` keeps the machine to itself: a browser next to a compiler is slow
 * enough to look broken.
 */
const CHECKS = {
  types: { run: yarn('tsc', '--incremental', 'false') },
  lint: { run: yarn('lint:all') },
  format: { run: [bin('prettier'), ['--check', '.']] },
  'python environment': {
    run: [
      process.execPath,
      [
        '--import',
        'tsx',
        join(root, 'scripts/python-environment.ts'),
        PYTHON_ENVIRONMENT,
      ],
    ],
  },
  'python lint': {
    after: ['python environment'],
    run: [
      python,
      ['-m', 'ruff', 'check', 'etl-scripts', 'packages/local-glue/python'],
    ],
  },
  'python format': {
    after: ['python environment'],
    run: [
      python,
      [
        '-m',
        'ruff',
        'format',
        '--check',
        'etl-scripts',
        'packages/local-glue/python',
      ],
    ],
  },
  'etl-scripts': {
    after: ['python environment'],
    run: [python, ['-m', 'pytest', '-q', '--color=no']],
    cwd: join(root, 'etl-scripts'),
    env: { GLUE_PIPELINES_NODE: process.execPath },
  },
  awsglue: {
    after: ['python environment'],
    run: [python, ['-m', 'pytest', '-q', '--color=no']],
    cwd: join(root, 'packages/local-glue/python'),
  },
  'conformance environment': {
    after: ['python environment'],
    run: [
      process.execPath,
      [
        join(root, 'scripts/clients-environment.mjs'),
        CLIENTS_ENVIRONMENT,
        python,
      ],
    ],
  },
  conformance: {
    after: ['conformance environment'],
    run: [
      join(CLIENTS_ENVIRONMENT, 'bin/python'),
      ['-m', 'pytest', '-q', '--color=no'],
    ],
    cwd: join(root, 'packages/local-glue/python/conformance'),
    env: { LOCAL_GLUE_NODE: process.execPath },
  },
  skeleton: {
    run: [
      process.execPath,
      [
        '--import',
        'tsx',
        '--test',
        join(SKELETON, 'test/*.test.ts'),
        join(SKELETON, '../examples/*.test.mjs'),
        join(SKELETON, '../checks/*.test.mjs'),
      ],
    ],
    cwd: SKELETON,
    env: {
      PIPELINE_FILES: ['covid-hiring', 'flight-delays', 'nyc-taxi']
        .map(name => join(SKELETON, `../examples/${name}.yaml`))
        .join(','),
    },
  },
  'skeleton types': { run: [bin('tsc'), ['--project', SKELETON, '--noEmit']] },
  'warehouse types': {
    run: [
      bin('tsc'),
      [
        '--project',
        join(root, 'templates/glue-redshift-warehouse'),
        '--noEmit',
      ],
    ],
  },
  // What the packages export and what migrations make, as the reports beside them say.
  reports: {
    after: ['types'],
    run: [process.execPath, [join(root, 'scripts/api-reports.mjs')]],
  },
  package: {
    // The declarations that "types" writes go into the package.
    after: ['types', 'python environment'],
    run: [
      process.execPath,
      [join(root, 'packages/local-glue/scripts/check-package.mjs')],
    ],
  },
  production: {
    // Packages take their declarations from what "types" writes, and "package" builds one of them.
    after: ['types', 'package'],
    run: [process.execPath, [join(root, 'scripts/check-production.mjs')]],
  },
  packages: {
    // It packs what "production" builds.
    after: ['production'],
    run: [process.execPath, [join(root, 'scripts/check-packages.mjs')]],
  },
  unit: {
    after: ['python environment'],
    // One more than most machines of CI have cores: long suites wait for
    // processes, time-outs and leases, and two of them leave the cores idle.
    run: yarn('backstage-cli', 'repo', 'test', '--maxWorkers=3'),
    postgres: true,
  },
  // A fixed sixth of the awkward inputs, and whole pipelines; `npm run inputs` tries all.
  inputs: {
    after: ['python environment'],
    run: [
      process.execPath,
      ['--import', 'tsx', join(root, 'e2e/inputs/run.ts'), '--sixth'],
    ],
  },
  // A generated repository with its own commands; `npm run repositories` tries more of them.
  repository: {
    after: ['python environment'],
    run: [
      process.execPath,
      [
        '--import',
        'tsx',
        join(root, 'e2e/repositories/run.ts'),
        '--short',
        'nyc-taxi',
      ],
    ],
  },
  'end to end': {
    after: ['python environment'],
    run: [bin('playwright'), ['test']],
    alone: true,
  },
};

const CHANGED = 'changed';
const USAGE = `npm test -- [changed | check ...]

Runs all checks; with "changed" the quick ones, of what differs from origin/main;
or those named: ${Object.keys(CHECKS)
  .map(name => `"${name}"`)
  .join(', ')}
`;

/** Runs the checks and ends the process: 0 when all passed. */
export async function test(options) {
  if (options.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const { checks, files } = options.includes(CHANGED)
    ? checksOfChanges(CHECKS)
    : { checks: CHECKS };
  const names = options.filter(name => name !== CHANGED);
  const unknown = names.filter(name => !Object.hasOwn(checks, name));
  if (unknown.length) {
    problem(`Unknown check ${unknown.join(', ')}\n\n${USAGE}`);
    process.exit(2);
  }
  const from = Date.now();
  const logs = join(dataDir, 'logs/test');
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const processes = new Processes();
  if (files) {
    console.log(
      `${files.length} files changed; whole journeys are tried by "npm test" only`,
    );
  }
  const outcomes = await runAll(
    checks,
    selected(checks, names),
    processes,
    logs,
  );

  const failed = Object.entries(outcomes).filter(([, ok]) => !ok);
  for (const [name] of failed) {
    console.log(red(`✗ ${name}`), `the whole output: ${logFile(logs, name)}`);
  }
  console.log(
    `\n${failed.length ? red('Failed') : green('Passed')} after ${bold(secondsSince(from))}`,
  );
  const passed = Object.keys(outcomes).length - failed.length;
  console.log(`checks: ${passed} passed, ${failed.length} failed`);
  process.exit(failed.length ? 1 : 0);
}

/** The named checks with what they need, or all of them. */
function selected(checks, names) {
  const chosen = new Set();
  const add = name => {
    checks[name].after?.forEach(add);
    chosen.add(name);
  };
  (names.length ? names : Object.keys(checks)).forEach(add);
  return [...chosen];
}

async function runAll(checks, names, processes, logs) {
  const outcomes = {};
  const waiting = new Set(names);
  const running = new Map();
  let alone = false;

  const fits = name => {
    const check = checks[name];
    if (alone || !(check.after ?? []).every(n => n in outcomes)) return false;
    if (check.alone) return running.size === 0 && waiting.size === 1;
    return running.size < Math.max(2, availableParallelism());
  };

  while (waiting.size || running.size) {
    for (const name of [...waiting]) {
      if (!fits(name)) continue;
      waiting.delete(name);
      const broken = (checks[name].after ?? []).find(n => !outcomes[n]);
      if (broken) {
        problem(`${name}: not run, because "${broken}" failed`);
        outcomes[name] = false;
        continue;
      }
      alone = Boolean(checks[name].alone);
      running.set(
        name,
        runOne(name, checks[name], processes, logs).then(ok => {
          outcomes[name] = ok;
          running.delete(name);
          alone = false;
        }),
      );
    }
    if (running.size) await Promise.race(running.values());
  }
  return outcomes;
}

async function runOne(name, check, processes, logs) {
  const { run, cwd = root, env, postgres } = check;
  const done = step(name);
  let database;
  try {
    database = postgres && (await startPostgres());
    const proc = processes.start(name, run[0], run[1], {
      cwd,
      logFile: logFile(logs, name),
      env: {
        ...env,
        CI: 'true',
        NO_COLOR: '1',
        LOCAL_GLUE_PYTHON_ENV: PYTHON_ENVIRONMENT,
        // Databases are given by connection string; there is no Docker to fall back to.
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        ...(database && {
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: database.url,
        }),
      },
    });
    const code = await proc.exited;
    done(code === 0 ? undefined : '');
    if (code === 0) return true;
    problem(`${name} failed (exit code ${code}):\n${proc.tail.join('\n')}\n`);
    return false;
  } catch (error) {
    done('');
    problem(`${name} could not run: ${error.message}`);
    return false;
  } finally {
    await database?.stop();
  }
}

function logFile(logs, name) {
  return join(logs, `${name.replaceAll(' ', '-')}.log`);
}
