import { CommandError, runCommand } from './runCommand';

/** An interpreter that can run jobs. */
export interface Python {
  /** Absolute path of the interpreter itself, behind the shims of version switchers such as pyenv. */
  executable: string;
  /** `3.11.7` */
  version: string;
  /** Whether `python -m venv` can put pip into a new environment: Debian packages that part separately. */
  hasEnsurepip: boolean;
  /** Whether it can install into an environment that has no pip of its own. */
  hasPip: boolean;
}

/** Glue 5.1 runs Python 3.11; PySpark 3.5 runs on it and on later ones. Best first. */
const candidates = [
  'python3.11',
  'python3.12',
  'python3.13',
  'python3',
  'python',
];

const oldest = [3, 11] as const;

/** Asks an interpreter about itself; the answer is one line of JSON. */
const question = `
import importlib.util, json, sys
print(json.dumps({
    "executable": sys.executable,
    "version": ".".join(map(str, sys.version_info[:3])),
    "hasEnsurepip": all(importlib.util.find_spec(name) for name in ("ensurepip", "venv")),
    "hasPip": importlib.util.find_spec("pip") is not None,
}))`;

/** No interpreter that can run jobs; the message says what to install. */
export class PythonNotFoundError extends Error {
  override readonly name = 'PythonNotFoundError';
}

/**
 * Finds Python 3.11 or later: the one asked for, or else the first on PATH,
 * preferring one that can make an environment by itself.
 * Throws `PythonNotFoundError`.
 */
export async function findPython(
  requested: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Python> {
  if (requested) {
    const python = await ask(requested, env);
    if (!python) {
      throw new PythonNotFoundError(
        `${requested} is not a Python interpreter that can be started. Jobs need Python ${oldest.join('.')} or later.`,
      );
    }
    if (!isNewEnough(python)) {
      throw new PythonNotFoundError(
        `${requested} is Python ${python.version}. Jobs need Python ${oldest.join('.')} or later.`,
      );
    }
    return python;
  }
  const found: Python[] = [];
  for (const candidate of candidates) {
    const python = await ask(candidate, env);
    if (!python || !isNewEnough(python)) continue;
    if (python.hasEnsurepip) return python;
    found.push(python);
  }
  if (found.length === 0) {
    throw new PythonNotFoundError(
      `Jobs need Python ${oldest.join('.')} or later, and none was found on PATH. Install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python@3.11) and start again, or name one with --python.`,
    );
  }
  return found[0];
}

/** Undefined where there is no such command, or it is a shim without an interpreter behind it. */
async function ask(
  command: string,
  env: NodeJS.ProcessEnv,
): Promise<Python | undefined> {
  try {
    const answer = await runCommand(command, ['-I', '-c', question], {
      env,
      timeout: 120_000,
    });
    return JSON.parse(answer.trim().split('\n').pop() ?? '') as Python;
  } catch (error) {
    if (error instanceof CommandError || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function isNewEnough({ version }: Python): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
