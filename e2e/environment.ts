import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(__dirname, '..');

/** Data of its own: the portal under test starts as on a fresh machine, except for the Python environment. */
export const dataDir = resolve(root, '.local-glue/e2e');

/** The Python environment of the checks, with boto3 in it. */
export const pythonEnvironment =
  process.env.LOCAL_GLUE_PYTHON_ENV ?? resolve(root, '.local-glue/python');

/** Runs a local-glue command against the portal's AWS endpoint and reads its JSON. */
export async function localGlue<T>(...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve(root, 'packages/local-glue/bin/local-glue.js'), ...args, '--json'],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as T;
}
