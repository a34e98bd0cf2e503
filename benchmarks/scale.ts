import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { GlueClient } from './lib/glueClient';
import { printTable } from './lib/print';
import { seed, Seeded } from './lib/seed';
import { startServer, untilJobsCanRun } from './lib/server';
import { milliseconds, percentile, ratio } from './lib/statistics';

type Request = readonly [operation: string, input: Record<string, unknown>];
/** The n-th request of a kind: another one each time, so that nothing is answered twice. */
type Requests = (seeded: Seeded & { middle?: string }, n: number) => Request;

const pick = <T>(items: readonly T[], n: number): T =>
  items[(n * 7919) % items.length];

/** What a portal, a command line and a script ask for. */
const reads: Record<string, Requests> = {
  'list workflows (25)': () => ['ListWorkflows', { MaxResults: 25 }],
  'list workflows from the middle': ({ middle }) => [
    'ListWorkflows',
    { MaxResults: 25, NextToken: middle },
  ],
  'get workflows (batch of 25)': ({ workflows }, n) => [
    'BatchGetWorkflows',
    {
      Names: Array.from({ length: Math.min(25, workflows.length) }, (_, i) =>
        pick(workflows, n * 25 + i),
      ),
    },
  ],
  'list runs (25)': ({ workflows }, n) => [
    'GetWorkflowRuns',
    { Name: pick(workflows, n), MaxResults: 25 },
  ],
  'list runs (1,000)': ({ workflows }, n) => [
    'GetWorkflowRuns',
    { Name: pick(workflows, n), MaxResults: 1000 },
  ],
  'list job runs (25)': ({ runs }, n) => [
    'GetJobRuns',
    { JobName: pick(runs, n).job, MaxResults: 25 },
  ],
  'list jobs (25)': () => ['ListJobs', { MaxResults: 25 }],
  'get a workflow and its graph': ({ workflows }, n) => [
    'GetWorkflow',
    { Name: pick(workflows, n), IncludeGraph: true },
  ],
  'get a run and its graph': ({ runs }, n) => [
    'GetWorkflowRun',
    {
      Name: pick(runs, n).workflow,
      RunId: pick(runs, n).runId,
      IncludeGraph: true,
    },
  ],
  'get a job run': ({ runs }, n) => [
    'GetJobRun',
    { JobName: pick(runs, n).job, RunId: pick(runs, n).jobRunId },
  ],
};

const start = 'start a run';
/** What `start` and `list` and `get` may take at the 95th percentile. */
const targetMilliseconds = 50;

interface Measured {
  size: number;
  samples: Map<string, number[]>;
}

/**
 * How long requests take with 10, 100 and 1,000 workflows that have 1,000
 * finished runs each; the baseline is the size 10.
 */
export async function scale(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '10,100,1000' },
      runs: { type: 'string', default: '1000' },
      samples: { type: 'string', default: '200' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const measured: Measured[] = [];
  for (const size of sizes) {
    measured.push(
      await measure(size, Number(values.runs), Number(values.samples)),
    );
  }
  print(measured);
}

async function measure(
  size: number,
  runsEach: number,
  count: number,
): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-scale-'));
  try {
    const from = performance.now();
    const seeded = seed(dataDir, size, runsEach);
    const script = join(dataDir, 's3/scripts');
    mkdirSync(script, { recursive: true });
    writeFileSync(join(script, 'nothing.py'), '');
    const bytes = statSync(join(dataDir, 'state.db')).size;
    console.log(
      `${size} workflows, ${size * runsEach} runs: ${(bytes / 2 ** 20).toFixed(0)} MiB, written in ${((performance.now() - from) / 1000).toFixed(0)} s`,
    );

    const server = await startServer(dataDir);
    const client = new GlueClient(server.url);
    try {
      console.log(
        `  the server answers after ${server.startMilliseconds.toFixed(0)} ms, ${(server.residentBytes() / 2 ** 20).toFixed(0)} MiB resident`,
      );
      const middle = await middleOf(client, size);
      const samples = new Map<string, number[]>();
      for (const [name, requests] of Object.entries(reads)) {
        const times: number[] = [];
        // Some to warm up, which do not count.
        for (let n = -10; n < count; n++) {
          const [operation, input] = requests({ ...seeded, middle }, n + 10);
          const took = await client.time(operation, input);
          if (n >= 0) times.push(took);
        }
        samples.set(name, times);
      }
      await untilJobsCanRun(server);
      samples.set(start, await timeStarts(client, seeded, Math.min(count, 60)));
      console.log(
        `  afterwards ${(server.residentBytes() / 2 ** 20).toFixed(0)} MiB resident`,
      );
      return { size, samples };
    } finally {
      client.close();
      await server.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Each run's process has ended before the next run starts: processes at work would be measured too. */
async function timeStarts(
  client: GlueClient,
  { workflows }: Seeded,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = -3; n < count; n++) {
    const Name = pick(workflows, n + 3);
    const took = await client.time('StartWorkflowRun', { Name });
    if (n >= 0) times.push(took);
    for (;;) {
      const { Runs } = await client.call('GetWorkflowRuns', {
        Name,
        MaxResults: 1,
      });
      if (Runs[0].Status !== 'RUNNING') break;
      await new Promise(done => setTimeout(done, 25));
    }
  }
  return times;
}

/** Where the page in the middle of all workflows begins. */
async function middleOf(
  client: GlueClient,
  workflows: number,
): Promise<string | undefined> {
  let NextToken: string | undefined;
  for (let read = 0; read < workflows / 2; read += 25) {
    ({ NextToken } = await client.call('ListWorkflows', {
      MaxResults: 25,
      NextToken,
    }));
  }
  return NextToken;
}

function print(measured: readonly Measured[]): void {
  const [baseline] = measured;
  const largest = measured.at(-1)!;
  console.log('\nMilliseconds, p50 and p95 through HTTP:\n');
  printTable(
    [
      '',
      ...measured.flatMap(({ size }) => [`${size}: p50`, 'p95']),
      `p95, ${largest.size} to ${baseline.size}`,
      `p95 < ${targetMilliseconds} ms`,
    ],
    [...baseline.samples.keys()].map(name => {
      const p95 = ({ samples }: Measured) =>
        percentile(samples.get(name)!, 0.95);
      return [
        name,
        ...measured.flatMap(one => [
          milliseconds(percentile(one.samples.get(name)!, 0.5)),
          milliseconds(p95(one)),
        ]),
        ratio(p95(largest), p95(baseline)),
        p95(largest) < targetMilliseconds ? 'yes' : 'NO',
      ];
    }),
  );
}
