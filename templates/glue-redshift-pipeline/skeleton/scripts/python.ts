// npm run python -- <arguments>: Python with what the jobs and their tests need.
//
// The first time it makes the virtual environment `.venv`. PIPELINE_PYTHON names an
// interpreter that has all of it already, and none is made.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runScript } from './command';

/** Glue 5 runs Python 3.11. */
const LEAST = [3, 11] as const;

const CANDIDATES = ['python3.11', 'python3.12', 'python3', 'python'];

function versionOf(command: string): [number, number] | undefined {
  const { stdout, status } = spawnSync(
    command,
    ['-c', 'import sys; print(*sys.version_info[:2])'],
    { encoding: 'utf8' },
  );
  const [major, minor] = (stdout ?? '').trim().split(' ').map(Number);
  return status === 0 && major !== undefined && minor !== undefined
    ? [major, minor]
    : undefined;
}

/** The first of the commands that is a Python of the version that jobs need. */
export function findPython(candidates = CANDIDATES): string {
  const found = candidates.find(command => {
    const [major, minor] = versionOf(command) ?? [0, 0];
    return major === LEAST[0] && minor >= LEAST[1];
  });
  if (!found) {
    throw new Error(
      `There is no Python ${LEAST.join('.')} or later on the path (looked for ${candidates.join(', ')}): install one, or name an interpreter in PIPELINE_PYTHON`,
    );
  }
  return found;
}

function run(command: string, args: string[], what: string) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error || status !== 0) {
    throw new Error(
      `${what} failed (${error?.message ?? `exit code ${status}`}): ${[command, ...args].join(' ')}`,
    );
  }
}

/**
 * The interpreter that has what `requirements` lists.
 *
 * @param environment - where the virtual environment lies, or is made
 * @throws Error where Python or the packages cannot be had
 */
export function pythonWith(
  requirements = 'jobs/requirements-test.txt',
  environment = '.venv',
): string {
  const named = process.env.PIPELINE_PYTHON;
  if (named) {
    // A check may run it from another folder.
    return named.includes('/') ? resolve(named) : named;
  }
  const python = resolve(environment, 'bin/python');
  const stamp = join(environment, 'requirements.sha256');
  const wanted = createHash('sha256')
    .update(readFileSync(requirements))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return python;
  }
  console.log(`Installing ${requirements} into ${environment}`);
  rmSync(environment, { recursive: true, force: true });
  run(findPython(), ['-m', 'venv', environment], 'Making the environment');
  run(
    python,
    ['-m', 'pip', 'install', '--quiet', '-r', requirements],
    'Installing the packages',
  );
  writeFileSync(stamp, wanted);
  return python;
}

await runScript(import.meta.url, args => {
  const { status, error } = spawnSync(pythonWith(), args, { stdio: 'inherit' });
  if (error) {
    throw error;
  }
  process.exitCode = status ?? 1;
});
