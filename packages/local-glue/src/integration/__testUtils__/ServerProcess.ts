import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentForTests } from '../../jobs/__testUtils__/pythonEnvironment';
import { packageRoot } from '../../base/version';

export interface ServerProcessOptions {
  /** A free one unless told otherwise. */
  port?: number;
  /** Added to an environment that has nothing of the test's own but the path. */
  env?: Record<string, string>;
  /** Arguments of Node that run the command line: its sources unless told otherwise. */
  program?: readonly string[];
}

/** The server as a process of its own, as `local-glue serve` runs it: it can be killed. */
export class ServerProcess {
  readonly #child: ChildProcess;
  /** Everything that it wrote to standard error, by line. */
  readonly log: string[] = [];
  /** Of its standard output, one line each. */
  readonly #output: AsyncIterableIterator<string>;

  private constructor(dataDir: string, options: ServerProcessOptions) {
    const {
      port = 0,
      env,
      program = [join(packageRoot, 'bin', 'local-glue.js')],
    } = options;
    this.#child = spawn(
      process.execPath,
      [...program, 'serve', '--port', String(port), '--data', dataDir],
      {
        // What makes Jest run TypeScript must not reach the server.
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          NO_COLOR: '1',
          LOCAL_GLUE_PYTHON_ENV: environmentForTests,
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    createInterface({ input: this.#child.stderr! }).on('line', line =>
      this.log.push(line),
    );
    this.#output = createInterface({ input: this.#child.stdout! })[
      Symbol.asyncIterator
    ]();
  }

  /** Does not wait until it listens. */
  static spawn(dataDir: string, options: ServerProcessOptions = {}) {
    return new ServerProcess(dataDir, options);
  }

  /** Rejects with what it wrote when it does not start. */
  static async start(
    dataDir: string,
    options: ServerProcessOptions = {},
  ): Promise<[ServerProcess, string]> {
    const server = new ServerProcess(dataDir, options);
    return [server, await server.listening()];
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Null when it was killed. */
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  /** Resolves with its URL. Rejects with what it wrote when it ends instead. */
  async listening(): Promise<string> {
    for await (const line of this.#output) {
      const url = line.match(/listens on (http:\S+),/)?.[1];
      if (url) return url;
    }
    throw new Error(`The server did not start: ${this.log.join('\n')}`);
  }

  /** Resolves when the process is gone, at once when it was before. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null)
      return;
    const exited = once(this.#child, 'exit');
    this.#child.kill(signal);
    await exited;
  }
}

/** A process that belongs to a data folder. */
export interface FolderProcess {
  pid: number;
  command: string;
  /** Since boot, in the kernel's ticks. */
  startedAt: number;
}

/**
 * The live processes (Linux) that have the folder in their command line,
 * environment or working directory, without this one.
 */
export function processesOf(folder: string): FolderProcess[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap(name => {
      const read = (file: string) => {
        try {
          return readFileSync(`/proc/${name}/${file}`, 'utf8');
        } catch {
          // It ended meanwhile.
          return '';
        }
      };
      const stat = read('stat');
      // pid (command) state ppid ...; starttime is the 22nd field of proc(5).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = read('cmdline');
      const isOurs =
        command.includes(folder) || read('environ').includes(folder);
      if (!isOurs || fields[0] === 'Z') return [];
      return [
        {
          pid: Number(name),
          command: command.replaceAll('\0', ' '),
          startedAt: Number(fields[19]),
        },
      ];
    });
}
