import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { GlueClient } from './lib/glueClient';
import {
  Command,
  commandOf,
  createJob,
  putScripts,
  runWorkflow,
} from './lib/jobs';
import { printTable } from './lib/print';
import { ProcessRecord, Records } from './lib/records';
import {
  Server,
  startServer,
  untilArchived,
  untilJobsCanRun,
} from './lib/server';
import { milliseconds, percentile, ratio } from './lib/statistics';

const idleSeconds = 20;

/** Chains of jobs side by side. */
interface Shape {
  branches: number;
  length: number;
}

/**
 * What a workflow adds to the processes of its jobs: 100 jobs in ten branches,
 * and ten in a row. The baseline are the same processes, started in the same
 * order and as many side by side by a plain script.
 */
export async function orchestration(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { repeat: { type: 'string', default: '3' } },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-orchestration-'));
  const records = new Records(dataDir);
  putScripts(dataDir);
  const server = await startServer(dataDir, { nodeArgs: records.nodeArgs });
  const client = new GlueClient(server.url);
  try {
    await untilJobsCanRun(server);
    await createJob(client, 'probe', 'nothing.py');
    const command = await commandOf(client, 'probe', dataDir);
    for (const shape of [
      { branches: 10, length: 10 },
      { branches: 1, length: 10 },
    ]) {
      await compare(shape, Number(values.repeat), {
        client,
        command,
        dataDir,
        server,
        records,
      });
    }
  } finally {
    client.close();
    await server.close();
  }
  await idle(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

interface Setting {
  client: GlueClient;
  command: Command;
  dataDir: string;
  server: Server;
  records: Records;
}

async function compare(
  shape: Shape,
  repeat: number,
  { client, command, dataDir, server, records }: Setting,
): Promise<void> {
  const { branches, length } = shape;
  const nodes = branches * length;
  const name = `w-${branches}x${length}`;
  await createWorkflow(client, name, shape);
  const plain: number[] = [];
  const workflow: number[] = [];
  const cpu: number[] = [];
  await records.delay(server.pid);
  // In turn, so that a machine that becomes slower or faster does so for both.
  for (let n = 0; n < repeat; n++) {
    plain.push(await runPlainly(shape, command, dataDir));
    const before = server.cpuSeconds();
    const { from, to } = await runWorkflow(client, name);
    workflow.push(to - from);
    cpu.push((server.cpuSeconds() - before) * 1000);
  }
  const delay = await records.delay(server.pid);
  const gaps =
    branches === 1
      ? gapsBetween(records.jobs().slice(-length * repeat), length)
      : [];
  const base = percentile(plain, 0.5);
  const whole = percentile(workflow, 0.5);
  console.log(
    `\n${nodes} jobs in ${branches === 1 ? 'a row' : `${branches} branches`}, median of ${repeat}:\n`,
  );
  printTable(
    ['', 'all', 'a job', 'to the processes alone'],
    [
      [
        'the processes alone',
        milliseconds(base),
        milliseconds(base / nodes),
        ratio(base, base),
      ],
      [
        'the workflow',
        milliseconds(whole),
        milliseconds(whole / nodes),
        ratio(whole, base),
      ],
      [
        'added by orchestration',
        milliseconds(whole - base),
        `${milliseconds((whole - base) / nodes)}${(whole - base) / nodes < 50 ? ' (< 50 ms)' : ' (NOT < 50 ms)'}`,
      ],
      [
        'processor time of the server',
        milliseconds(percentile(cpu, 0.5)),
        milliseconds(percentile(cpu, 0.5) / nodes),
      ],
    ],
  );
  if (gaps.length > 0) {
    console.log(
      `\nFrom the end of one process to the start of the next: p50 ${milliseconds(percentile(gaps, 0.5))}, p95 ${milliseconds(percentile(gaps, 0.95))}`,
    );
  }
  console.log(
    `\nEvent loop of the server meanwhile: late by p50 ${milliseconds(delay.p50)}, p99 ${milliseconds(delay.p99)}, at most ${milliseconds(delay.max)}`,
  );
}

/** Milliseconds for the same processes in the same order. */
async function runPlainly(
  { branches, length }: Shape,
  { argv, env }: Command,
  cwd: string,
): Promise<number> {
  const from = performance.now();
  await Promise.all(
    Array.from({ length: branches }, async (_, branch) => {
      const result = join(cwd, `result-${branch}.json`);
      for (let n = 0; n < length; n++) {
        const child = spawn(argv[0], argv.slice(1), {
          env: { ...env, LOCAL_GLUE_RESULT: result } as NodeJS.ProcessEnv,
          cwd,
          // As the server does: some schedulers share the processor out by session.
          detached: true,
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const [code] = await once(child, 'exit');
        if (code !== 0) throw new Error(`A plain process ended with ${code}.`);
      }
    }),
  );
  return performance.now() - from;
}

/** Milliseconds between the processes of runs that have `length` jobs in a row. */
function gapsBetween(
  processes: readonly ProcessRecord[],
  length: number,
): number[] {
  return processes.flatMap(({ from }, index) =>
    index % length === 0 ? [] : [from - processes[index - 1].to],
  );
}

async function createWorkflow(
  client: GlueClient,
  name: string,
  { branches, length }: Shape,
): Promise<void> {
  const job = (branch: number, place: number) => `${name}-${branch}-${place}`;
  await client.call('CreateWorkflow', { Name: name });
  for (let branch = 0; branch < branches; branch++) {
    for (let place = 0; place < length; place++) {
      await createJob(client, job(branch, place), 'nothing.py');
    }
  }
  await client.call('CreateTrigger', {
    Name: `${name}-start`,
    WorkflowName: name,
    Type: 'ON_DEMAND',
    Actions: Array.from({ length: branches }, (_, branch) => ({
      JobName: job(branch, 0),
    })),
  });
  for (let branch = 0; branch < branches; branch++) {
    for (let place = 1; place < length; place++) {
      await client.call('CreateTrigger', {
        Name: `${job(branch, place)}-trigger`,
        WorkflowName: name,
        Type: 'CONDITIONAL',
        StartOnCreation: true,
        Predicate: {
          Conditions: [
            {
              LogicalOperator: 'EQUALS',
              JobName: job(branch, place - 1),
              State: 'SUCCEEDED',
            },
          ],
        },
        Actions: [{ JobName: job(branch, place) }],
      });
    }
  }
}

/** A server of its own: the recorder's samples of the event loop are work, too. */
async function idle(dataDir: string): Promise<void> {
  const server = await startServer(dataDir);
  try {
    await untilJobsCanRun(server);
    await untilArchived(server);
    const before = server.cpuSeconds();
    await new Promise(done => setTimeout(done, idleSeconds * 1000));
    const share = ((server.cpuSeconds() - before) / idleSeconds) * 100;
    console.log(
      `\nIdle for ${idleSeconds} s: ${share.toFixed(2)} % of a core${share < 1 ? ' (< 1 %)' : ' (NOT < 1 %)'}`,
    );
  } finally {
    await server.close();
  }
}
