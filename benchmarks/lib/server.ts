import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/lib/paths.mjs';

const entry = join(root, 'packages/local-glue/bin/local-glue.js');

/** The shared Python environment of the checkout, unless another is named. */
export const pythonEnvironment = resolve(
  process.env.LOCAL_GLUE_PYTHON_ENV ?? join(root, '.local-glue/python'),
);

export interface Server {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to the first answer of its health route. */
  startMilliseconds: number;
  /** Processor time that the process has used, in seconds. Linux only. */
  cpuSeconds(): number;
  /** Bytes that are resident. Linux only. */
  residentBytes(): number;
  close(): Promise<void>;
}

/** Starts local-glue as a process of its own on a free port, and waits until it answers. */
export async function startServer(
  dataDir: string,
  options: { nodeArgs?: string[]; main?: string[] } = {},
): Promise<Server> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(options.nodeArgs ?? []),
      ...(options.main ?? [entry]),
      ...['serve', '--port', '0', '--data', dataDir],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        LOCAL_GLUE_PYTHON_ENV: pythonEnvironment,
      },
    },
  );
  const url = await listening(child);
  await (await fetch(`${url}/_local-glue/health`)).text();
  const startMilliseconds = performance.now() - from;
  const pid = child.pid!;
  return {
    url,
    pid,
    startMilliseconds,
    cpuSeconds() {
      // Fields 14 and 15 in clock ticks, 100 a second on Linux (proc_pid_stat(5)).
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    residentBytes() {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
    },
    async close() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Resolves when jobs can run. Rejects when they cannot. */
export async function untilJobsCanRun(server: Server): Promise<void> {
  if (!existsSync(pythonEnvironment)) {
    throw new Error(
      `There is no Python environment in ${pythonEnvironment}. Make it with "npm test -- 'python environment'", or name one in LOCAL_GLUE_PYTHON_ENV.`,
    );
  }
  for (;;) {
    const response = await fetch(`${server.url}/_local-glue/health`);
    const { python } = (await response.json()) as {
      python: { state: string; reason?: string };
    };
    if (python.state === 'ready') return;
    if (python.state === 'unavailable') throw new Error(python.reason);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** The archive that halves the start of Spark is made once per environment, when a server has nothing to do. */
export async function untilArchived(server: Server): Promise<void> {
  for (;;) {
    const response = await fetch(`${server.url}/_local-glue/health`);
    const { classDataArchive } = (await response.json()) as {
      classDataArchive: string;
    };
    if (classDataArchive === 'ready') return;
    if (classDataArchive === 'failed') {
      console.log('There is no class-data archive: Spark starts slowly.');
      return;
    }
    await new Promise(done => setTimeout(done, 500));
  }
}

async function listening(child: ChildProcess): Promise<string> {
  const errors: string[] = [];
  child.stderr?.on('data', chunk => errors.push(String(chunk)));
  for await (const line of createInterface({ input: child.stdout! })) {
    const found = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
    if (found) {
      child.stdout?.resume();
      return found[1];
    }
  }
  throw new Error(`local-glue did not start:\n${errors.join('')}`);
}
