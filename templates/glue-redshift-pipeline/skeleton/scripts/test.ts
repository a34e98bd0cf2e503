// npm test: every check of the repository; `npm test -- types jobs` runs those that are named.
//
// What needs Node and what needs Python run side by side, each check after the one before.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { runScript, UsageError } from './command';
import { pythonWith } from './python';

interface Check {
  name: string;
  /** What it holds the repository to. */
  about: string;
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
];

const python = (...args: string[]) => ({
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
    about: 'the tests of the jobs, on Spark',
    ...python('pytest', '--color=no'),
  },
];

/** The checks that are named, in their order; all where none is. */
export function chosen(checks: readonly Check[], names: string[]): Check[] {
  return checks.filter(
    ({ name }) => names.length === 0 || names.includes(name),
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

await runScript(import.meta.url, async names => {
  const all = [...APP_CHECKS, ...(existsSync('jobs') ? JOB_CHECKS : [])];
  checkNames(all, names);
  const ofJobs = existsSync('jobs') ? chosen(JOB_CHECKS, names) : [];
  const interpreter = ofJobs.length > 0 ? pythonWith() : '';
  const failed = await Promise.all([
    inOrder(chosen(APP_CHECKS, names)),
    inOrder(ofJobs.map(check => ({ ...check, command: interpreter }))),
  ]);
  if (failed.flat().length > 0) {
    throw new Error(`Failed: ${failed.flat().join(', ')}`);
  }
});
