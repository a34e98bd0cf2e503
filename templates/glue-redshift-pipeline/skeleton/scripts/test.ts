// npm test: every check of the repository; `npm test -- types jobs` runs those that are named, and
// `npm test -- --all` also the tests of the modules of the jobs, which take minutes.
//
// What needs Node and what needs Python run side by side, each check after the one before.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runScript, UsageError } from './command';
import { pythonWith } from './python';

interface Check {
  name: string;
  /** What it holds the repository to. */
  about: string;
  /** Whether it runs only where it is named, or all are asked for. */
  seldom?: boolean;
  /** A file or folder without which it has nothing to check. */
  needs?: string;
  command: string;
  args: string[];
  cwd?: string;
}

const node = (...args: string[]) => ({ command: process.execPath, args });

export const APP_CHECKS: readonly Check[] = [
  {
    name: 'format',
    about: 'the layout of code',
    command: 'prettier',
    args: ['--check', '.'],
  },
  { name: 'types', about: 'TypeScript', command: 'tsc', args: ['--noEmit'] },
  {
    name: 'app',
    about: 'what the CDK app must deploy, and the scripts',
    ...node('--import', 'tsx', '--test', 'test/*.test.ts'),
  },
  {
    name: 'nag',
    about: 'the CDK app of this pipeline, and the rules of cdk-nag',
    command: 'cdk',
    args: ['synth', '--quiet'],
  },
  {
    name: 'contract',
    about: 'data-contract.yaml, which follows from pipeline.yaml',
    needs: 'pipeline.yaml',
    ...node('--import', 'tsx', 'scripts/contract.ts', '--check'),
  },
  {
    name: 'picture',
    about: 'the picture in README.md, which follows from pipeline.yaml',
    needs: 'pipeline.yaml',
    ...node('--import', 'tsx', 'scripts/picture.ts', '--check'),
  },
];

const python = (...args: string[]) => ({
  needs: 'jobs',
  command: 'python',
  args: ['-m', ...args],
  cwd: 'jobs',
});

export const JOB_CHECKS: readonly Check[] = [
  {
    name: 'python lint',
    about: 'mistakes in the jobs',
    ...python('ruff', 'check', '.'),
  },
  {
    name: 'python format',
    about: 'the layout of the jobs',
    ...python('ruff', 'format', '--check', '.'),
  },
  {
    name: 'jobs',
    about:
      'what the pipeline makes of its samples, and its functions, on Spark',
    // The tests of functions come with the first one.
    ...python(
      'pytest',
      '--color=no',
      ...['golden', 'scripts']
        .map(folder => `tests/${folder}`)
        .filter(folder => existsSync(`jobs/${folder}`)),
    ),
  },
  {
    name: 'modules',
    about: 'the tests of the modules of the jobs, on Spark',
    seldom: true,
    ...python('pytest', '--color=no', '--ignore=tests/golden'),
  },
];

/** The checks that are named, in their order; where none is, those that do not take long, or all. */
export function chosen(
  checks: readonly Check[],
  names: string[],
  all = false,
): Check[] {
  return checks.filter(({ name, seldom = false }) =>
    names.length > 0 ? names.includes(name) : all || !seldom,
  );
}

/** @throws UsageError for a name that no check has */
export function checkNames(all: readonly Check[], names: string[]) {
  const unknown = names.find(name => !all.some(check => check.name === name));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no check "${unknown}". There are:\n${all.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n')}`,
    );
  }
}

/** Runs a check and gives whether it passed; what it printed is shown where it did not. */
function passes({ name, command, args, cwd }: Check): Promise<boolean> {
  const from = performance.now();
  const output: Buffer[] = [];
  return new Promise(resolve => {
    const end = (problem?: string) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`${problem ? '✗' : '✓'} ${name} ${seconds} s`);
      if (problem) {
        console.log(`${Buffer.concat(output)}\n${name}: ${problem}`);
      }
      resolve(!problem);
    };
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    child.once('error', error => end(error.message));
    child.once('close', code => end(code ? `exit code ${code}` : undefined));
  });
}

async function inOrder(checks: Check[]): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    if (!(await passes(check))) {
      failed.push(check.name);
    }
  }
  return failed;
}

await runScript(import.meta.url, async args => {
  const { values, positionals: names } = parseArgs({
    args,
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [ofApp, ofJobs] = [APP_CHECKS, JOB_CHECKS].map(checks =>
    checks.filter(({ needs }) => needs === undefined || existsSync(needs)),
  ) as [Check[], Check[]];
  checkNames([...ofApp, ...ofJobs], names);
  const jobs = chosen(ofJobs, names, values.all);
  const interpreter = jobs.length > 0 ? pythonWith() : '';
  const failed = await Promise.all([
    inOrder(chosen(ofApp, names, values.all)),
    inOrder(jobs.map(check => ({ ...check, command: interpreter }))),
  ]);
  if (failed.flat().length > 0) {
    throw new Error(`Failed: ${failed.flat().join(', ')}`);
  }
});
