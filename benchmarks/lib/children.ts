import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/postgres.mjs';
import { PortalDatabase } from './portalDatabase';

const TOKEN = 'a-token-for-benchmarks-only';
/** Seconds until a portal has to answer. */
const START_SECONDS = 120;

function startChild(file: string, options: object): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(root, 'benchmarks/lib', file),
      JSON.stringify(options),
    ],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      // As in production: a line for each request is not written.
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    },
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}

/** What one round came to. */
export interface Round {
  seconds: number;
  mebibytes: number;
}

/** A collector, or a plain poller of the same workflows. */
export interface CollectorChild {
  run(what: 'collect' | 'again' | 'poll'): Promise<Round>;
  close(): Promise<void>;
}

export async function startCollector(options: {
  endpoint: string;
  database: PortalDatabase;
  workflows: number;
  /** Milliseconds until a workflow is due again. */
  idleMs: number;
}): Promise<CollectorChild> {
  const { database, ...rest } = options;
  const child = startChild('collectorProcess.ts', {
    ...rest,
    knex: database.knex,
  });
  const lines = createInterface({ input: child.stdout! })[
    Symbol.asyncIterator
  ]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The collector has ended');
    return value as string;
  };
  await next();
  return {
    async run(what) {
      child.stdin!.write(`${what}\n`);
      return JSON.parse(await next());
    },
    close: () => end(child),
  };
}

/** A portal, and by what headers it knows who asks. */
export interface PortalChild {
  port: number;
  headers: Record<string, string>;
  close(): Promise<void>;
}

export async function startPortal(options: {
  endpoint: string;
  database: PortalDatabase;
  workflows: number;
}): Promise<PortalChild> {
  const port = await freePort();
  const child = startChild('portalProcess.ts', {
    ...options,
    database: options.database.backstage,
    port,
    token: TOKEN,
  });
  child.stdout!.pipe(process.stderr);
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const health = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
    if ((await fetch(health).catch(() => undefined))?.ok) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child);
      throw new Error('The portal did not start');
    }
    await new Promise(done => setTimeout(done, 100));
  }
  return {
    port,
    headers: { authorization: `Bearer ${TOKEN}` },
    close: () => end(child),
  };
}
