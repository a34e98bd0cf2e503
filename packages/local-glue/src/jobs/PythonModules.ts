import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withFileLock } from './fileLock';
import { PythonRuntime } from './PythonEnvironment';
import { CommandError, runCommand } from './runCommand';
import { toolEnvironment } from './toolEnvironment';

/** What `--additional-python-modules` and `--python-modules-installer-option` ask for. */
export interface ModuleRequest {
  /** pip's requirements; those of S3 as files of this machine. */
  modules: readonly string[];
  /** Options of pip, one element each. */
  options: readonly string[];
}

/**
 * Python modules that jobs ask for beside those of the environment, one folder
 * for each set of them. A set is installed once and never changed: jobs that
 * run, of any server, keep what they started with.
 */
export class PythonModules {
  readonly #directory: string;
  readonly #runtime: PythonRuntime;

  /** @param directory - absolute; may be shared by several servers */
  constructor(directory: string, runtime: PythonRuntime) {
    this.#directory = directory;
    this.#runtime = runtime;
  }

  /**
   * The folder that makes the modules importable, installed if it is not yet.
   * Throws an Error with pip's own reason.
   */
  async folderOf(request: ModuleRequest, signal: AbortSignal): Promise<string> {
    const key = await this.#keyOf(request);
    const folder = join(this.#directory, key);
    if (!existsSync(folder)) {
      await withFileLock(`${folder}.lock`, { signal }, async () => {
        if (!existsSync(folder)) await this.#install(request, folder, signal);
      });
    }
    return sitePackages(folder);
  }

  /** Built beside its place and moved there whole. */
  async #install(
    request: ModuleRequest,
    folder: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { python, pysparkFolder } = this.#runtime;
    await mkdir(this.#directory, { recursive: true });
    const making = await mkdtemp(`${folder}-making-`);
    const run = (...args: string[]) =>
      runCommand(python, args, { env: toolEnvironment(), signal });
    try {
      await run('-m', 'venv', '--without-pip', making);
      // What the environment has already is not installed a second time, unless another version is asked for.
      await writeFile(
        join(await sitePackages(making), 'environment.pth'),
        `${dirname(pysparkFolder)}\n`,
      );
      await run(
        '-m',
        'pip',
        '--python',
        join(making, 'bin', 'python'),
        'install',
        '--no-input',
        '--disable-pip-version-check',
        '--progress-bar=off',
        ...request.options,
        ...request.modules,
      );
      await rename(making, folder);
    } catch (error) {
      signal.throwIfAborted();
      throw new Error(
        `--additional-python-modules ${request.modules.map(module => basename(module)).join(',')} could not be installed: ${reasonOf(error)}`,
      );
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }

  /** Stands for the modules, the content of files among them, and for the Python that they are for. */
  async #keyOf({ modules, options }: ModuleRequest): Promise<string> {
    const { python, pysparkFolder } = this.#runtime;
    const hash = createHash('sha256');
    const parts = [python, realpathSync(python), pysparkFolder, ...options];
    for (const part of parts) hash.update(part).update('\0');
    for (const module of modules) {
      const isFile = module.startsWith('/');
      hash.update(isFile ? basename(module) : module).update('\0');
      if (isFile) hash.update(await readFile(module));
    }
    return hash.digest('hex').slice(0, 16);
  }
}

async function sitePackages(environment: string): Promise<string> {
  const [python] = await readdir(join(environment, 'lib'));
  return join(environment, 'lib', python, 'site-packages');
}

/** The line in which pip says why; its last lines may only advise. */
function reasonOf(error: unknown): string {
  if (!(error instanceof CommandError)) return (error as Error).message;
  const lines = error.output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const errors = lines.filter(line => /^ERROR: /.test(line));
  return errors.pop() ?? lines.pop() ?? error.message;
}
