import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** How long a process may take to end by itself before it is killed. */
const GRACE_MILLISECONDS = 8_000;

/**
 * The processes that a command started. Each leads a process group of its own,
 * so that ending it ends what it started in turn.
 */
export class Processes {
  #running = new Set();
  #ending;

  /** True once the processes have been told to end. */
  get ending() {
    return this.#ending !== undefined;
  }

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (!this.ending) console.log('\nStopping …');
        this.end().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
      });
    }
  }

  /**
   * Starts a process whose output goes to `logFile` and, line by line, to `onLine`.
   * `exited` resolves with its exit code (or 1 when a signal ended it).
   */
  start(name, command, args, { cwd, env, logFile, onLine } = {}) {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const log = logFile && createWriteStream(logFile, { flags: 'a' });
    const tail = [];
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', text => {
        log?.write(text);
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        for (const line of lines) {
          tail.push(line);
          if (tail.length > 40) tail.shift();
          onLine?.(line);
        }
      });
    }
    this.#running.add(child);
    const exited = new Promise(resolve => {
      child.on('error', error => {
        tail.push(error.message);
        resolve(1);
      });
      child.on('close', code => resolve(code ?? 1));
    }).finally(() => {
      log?.end();
      // Children that outlive their parent would keep ports and files.
      signalGroup(child, 'SIGKILL');
      this.#running.delete(child);
    });
    return { name, child, exited, tail };
  }

  /** Ends everything: first by asking, then by force. */
  end() {
    this.#ending ??= (async () => {
      const children = [...this.#running];
      for (const child of children) signalGroup(child, 'SIGINT');
      const gone = Promise.all(
        children.map(child =>
          child.exitCode !== null || child.signalCode !== null
            ? undefined
            : new Promise(resolve => child.once('close', resolve)),
        ),
      );
      const force = setTimeout(() => {
        for (const child of children) signalGroup(child, 'SIGKILL');
      }, GRACE_MILLISECONDS);
      await gone;
      clearTimeout(force);
      for (const child of children) signalGroup(child, 'SIGKILL');
    })();
    return this.#ending;
  }
}

function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group is gone, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
