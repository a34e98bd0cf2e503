import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import {
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Log } from '../base/Log';
import { jobEnvironment } from './jobEnvironment';
import { endJobProcesses, groupEnds } from './processGroup';
import { PythonRuntime } from './PythonEnvironment';
import { withFileLock } from './fileLock';
import { renderProperties, sparkProperties } from './sparkProperties';

export interface ClassDataArchiveOptions {
  /** The folder that holds archives, one file for each Java and Spark. */
  directory: string;
  runtime: PythonRuntime;
  /** As every driver gets them: an archive is made with what it is used with. */
  jvmOptions: readonly string[];
  /** `python/` of this package. */
  pythonFolder: string;
  log: Log;
}

/** Milliseconds; making one takes about ten seconds on a quiet machine. */
const makingLimit = 300_000;

/** Lower priority than jobs and the portal (nice 10). */
const niceness = 10;

/**
 * The classes of a usual Spark job as the JVM has parsed them (Java document
 * "Class Data Sharing"): a JVM that maps this file starts in about half the
 * time. It fits one Java and one class path; with another one, or without any,
 * jobs only start slower.
 */
export class ClassDataArchive {
  readonly #options: ClassDataArchiveOptions;
  readonly #key: string;
  #state: 'absent' | 'making' | 'ready' | 'failed';
  #making?: Promise<void>;
  #process?: { group: number; folder: string };
  readonly #aborted = new AbortController();

  constructor(options: ClassDataArchiveOptions) {
    this.#options = options;
    this.#key = archiveKey(options);
    this.#state = this.#file() ? 'ready' : 'absent';
  }

  get state(): 'absent' | 'making' | 'ready' | 'failed' {
    return this.#state;
  }

  /** What a driver's JVM needs to use the archive; nothing while there is none. */
  get jvmOptions(): string[] {
    const file = this.#state === 'ready' ? this.#file() : undefined;
    return file ? [`-XX:SharedArchiveFile=${file}`] : [];
  }

  /** Makes the archive once. Never rejects: jobs do without when it cannot be made. */
  make(): Promise<void> {
    if (this.#state !== 'absent') return this.#making ?? Promise.resolve();
    this.#state = 'making';
    this.#making = this.#makeOnce().then(
      () => {
        this.#state = 'ready';
        this.#options.log.info('Spark jobs start fast from now on');
      },
      error => {
        this.#state = 'failed';
        if (this.#aborted.signal.aborted) return;
        this.#options.log.warn(
          `Spark jobs will start slower than they could: the class-data archive could not be made (${(error as Error).message})`,
        );
      },
    );
    return this.#making;
  }

  /** Ends an unfinished attempt. Resolves when its processes are gone. */
  async abort(): Promise<void> {
    this.#aborted.abort();
    if (this.#process) {
      await endJobProcesses(this.#process.group, this.#process.folder, 0);
    }
    await this.#making;
  }

  /**
   * The archive, if it is whole: a JVM crashes on one that was cut off. Its
   * size in bytes is part of its name.
   */
  #file(): string | undefined {
    const { directory } = this.#options;
    if (!existsSync(directory)) return undefined;
    return readdirSync(directory)
      .filter(name => {
        const match = /^([0-9a-f]+)-(\d+)\.jsa$/.exec(name);
        return (
          match?.[1] === this.#key &&
          statSync(join(directory, name)).size === Number(match[2])
        );
      })
      .map(name => join(directory, name))[0];
  }

  async #makeOnce(): Promise<void> {
    const { directory } = this.#options;
    mkdirSync(directory, { recursive: true });
    await withFileLock(
      join(directory, `${this.#key}.lock`),
      { signal: this.#aborted.signal },
      async () => {
        if (this.#file()) return;
        for (const name of await readdir(directory)) {
          // Of an attempt that was killed, or damaged since.
          if (name.startsWith(`${this.#key}-`)) {
            await rm(join(directory, name), { recursive: true, force: true });
          }
        }
        const folder = await mkdtemp(join(directory, `${this.#key}-making-`));
        try {
          await this.#train(folder);
          const made = join(folder, 'archive.jsa');
          const { size } = await stat(made);
          await rename(made, join(directory, `${this.#key}-${size}.jsa`));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
    );
  }

  async #train(folder: string): Promise<void> {
    const { runtime, jvmOptions, pythonFolder } = this.#options;
    const bucket = 'class-data';
    for (const name of ['s3/class-data', 'work/tmp']) {
      mkdirSync(join(folder, name), { recursive: true });
    }
    const propertiesFile = join(folder, 'spark.properties');
    await writeFile(
      propertiesFile,
      renderProperties(
        sparkProperties({
          bucketRoot: join(folder, 's3'),
          buckets: [bucket],
          workDir: join(folder, 'work'),
          master: 'local[*]',
          jvmOptions: [
            ...jvmOptions,
            `-XX:ArchiveClassesAtExit=${join(folder, 'archive.jsa')}`,
          ],
          memory: { driverHeap: 1024, pythonWorker: 512 },
          jars: [],
          jarsFirst: [],
          executorEnvironment: {},
          settings: {},
        }),
      ),
    );
    await this.#runToEnd(
      folder,
      [join(pythonFolder, 'train_class_data.py'), `s3://${bucket}`],
      jobEnvironment({
        runtime,
        path: process.env.PATH,
        workDir: join(folder, 'work'),
        resultFile: join(folder, 'result.json'),
        pythonPath: [],
        endpoint: 'http://127.0.0.1:9',
        region: 'us-east-1',
        propertiesFile,
        dataCatalog: false,
        loopback: true,
      }),
    );
    if (!existsSync(join(folder, 'archive.jsa'))) {
      throw new Error('the JVM wrote no archive');
    }
  }

  /** Python ends first; the JVM writes the archive for some seconds after that. */
  async #runToEnd(
    folder: string,
    args: string[],
    env: Record<string, string>,
  ): Promise<void> {
    this.#aborted.signal.throwIfAborted();
    const child = spawn(this.#options.runtime.python, args, {
      cwd: join(folder, 'work'),
      // A job's environment is complete: nothing of the server's own is added.
      env: env as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    const exit = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', code => resolve(code));
    });
    const group = child.pid;
    if (group !== undefined) {
      this.#process = { group, folder };
      setPriority(group, niceness);
    }
    const timer = setTimeout(() => {
      void endJobProcesses(group ?? 0, folder, 0);
    }, makingLimit);
    try {
      const code = await exit;
      if (code !== 0) {
        throw new Error(errors.trim().split('\n').pop() || `exit code ${code}`);
      }
      if (group !== undefined && !(await groupEnds(group, makingLimit))) {
        throw new Error('the JVM did not end');
      }
    } finally {
      clearTimeout(timer);
      this.#process = undefined;
      if (group !== undefined) await endJobProcesses(group, folder, 0);
    }
  }
}

/** Stands for everything that the JVM checks before it uses an archive. */
function archiveKey(options: ClassDataArchiveOptions): string {
  const { runtime, jvmOptions, pythonFolder } = options;
  const hash = createHash('sha256');
  for (const part of [
    runtime.javaHome,
    readOrEmpty(join(runtime.javaHome, 'release')),
    runtime.pysparkVersion,
    runtime.pysparkFolder,
    readOrEmpty(join(pythonFolder, 'train_class_data.py')),
    // The file with the log settings is elsewhere in every checkout, and no class depends on it.
    ...jvmOptions.filter(option => !option.startsWith('-D')),
  ]) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
