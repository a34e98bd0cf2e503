import { generateRepository } from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import { parsePipeline } from '@glue-pipelines/pipeline';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { root } from '../scripts/lib/paths.mjs';
import { seedExamples } from '../templates/glue-redshift-pipeline/examples/data.mjs';
import { GlueClient } from './lib/glueClient';
import { createJob, putScripts, runJob, runWorkflow } from './lib/jobs';
import { printTable } from './lib/print';
import { ProcessRecord, Records } from './lib/records';
import {
  Server,
  startServer,
  untilArchived,
  untilJobsCanRun,
} from './lib/server';
import { percentile, ratio } from './lib/statistics';

const examples = join(root, 'templates/glue-redshift-pipeline/examples');
const workflow = 'covid-hiring';
const targetSeconds = 20;
const ourTargetSeconds = 0.5;

interface Interval {
  from: number;
  to: number;
}

/**
 * A run of the demo pipeline covid-hiring on a warm machine, and what its time
 * goes to. The baseline is the time in which at least one of its processes or
 * crawls was at work: what is left is ours.
 */
export async function pipelineA(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { repeat: { type: 'string', default: '3' } },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-pipeline-a-'));
  const records = new Records(dataDir);
  await seedExamples(join(dataDir, 's3'));
  putScripts(dataDir);
  const server = await startServer(dataDir, { nodeArgs: records.nodeArgs });
  const client = new GlueClient(server.url);
  try {
    await deployDemo(server, dataDir);
    await untilJobsCanRun(server);
    await untilArchived(server);
    const starts = await measureStarts(client, records);
    const runs = [];
    for (let n = 0; n <= Number(values.repeat); n++) {
      const known = records.jobs().length;
      const { runId, ...whole } = await runWorkflow(client, workflow);
      // The first one warms the file cache.
      if (n > 0) {
        const processes = records.jobs().slice(known);
        const crawls = await crawlsOf(client, runId);
        runs.push(split(whole, processes, crawls, starts));
      }
    }
    print(runs);
  } finally {
    client.close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function deployDemo(server: Server, dataDir: string): Promise<void> {
  const { cdkOut } = await generateRepository({
    pipeline: parsePipeline(
      parse(readFileSync(join(examples, `${workflow}.yaml`), 'utf8')),
    ),
    directory: mkdtempSync(join(dataDir, 'repository-')),
    region: 'us-east-1',
    accountId: '000000000000',
    log: () => {},
  });
  execFileSync(process.execPath, [
    join(root, 'packages/local-glue/bin/local-glue.js'),
    ...['deploy', cdkOut, '--endpoint', server.url],
  ]);
}

/** Seconds that a process takes to begin and end without any work: in Python, and with a Spark session. */
interface Starts {
  python: number;
  spark: number;
}

async function measureStarts(
  client: GlueClient,
  records: Records,
): Promise<Starts> {
  const measure = async (name: string, script: 'nothing.py' | 'session.py') => {
    await createJob(client, name, script);
    const times: number[] = [];
    for (let n = 0; n < 4; n++) {
      await runJob(client, name);
      const { from, to } = records.jobs().at(-1)!;
      if (n > 0) times.push((to - from) / 1000);
    }
    return percentile(times, 0.5);
  };
  const python = await measure('start-python', 'nothing.py');
  return {
    python,
    spark: (await measure('start-spark', 'session.py')) - python,
  };
}

async function crawlsOf(
  client: GlueClient,
  RunId: string,
): Promise<Interval[]> {
  const { Run } = await client.call('GetWorkflowRun', {
    Name: workflow,
    RunId,
    IncludeGraph: true,
  });
  return Run.Graph.Nodes.flatMap(
    (node: {
      CrawlerDetails?: {
        Crawls?: { StartedOn: number; CompletedOn: number }[];
      };
    }) => node.CrawlerDetails?.Crawls ?? [],
  ).map((crawl: { StartedOn: number; CompletedOn: number }) => ({
    from: crawl.StartedOn * 1000,
    to: crawl.CompletedOn * 1000,
  }));
}

/** Where the time of a run went, in seconds. */
type Split = Record<
  'total' | 'python' | 'spark' | 'jobs' | 'crawls' | 'busy' | 'ours',
  number
>;

function split(
  whole: Interval,
  processes: readonly ProcessRecord[],
  crawls: readonly Interval[],
  starts: Starts,
): Split {
  const sum = (intervals: readonly Interval[]) =>
    intervals.reduce((total, { from, to }) => total + (to - from) / 1000, 0);
  // The prepare job is the one without Spark.
  const python = processes.length * starts.python;
  const spark = Math.max(0, processes.length - 1) * starts.spark;
  const total = (whole.to - whole.from) / 1000;
  const busy = covered([...processes, ...crawls]) / 1000;
  return {
    total,
    python,
    spark,
    jobs: sum(processes) - python - spark,
    crawls: sum(crawls),
    busy,
    ours: total - busy,
  };
}

/** The length of the union of intervals. */
function covered(intervals: readonly Interval[]): number {
  let length = 0;
  let end = -Infinity;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}

function print(runs: readonly Split[]): void {
  const median = (part: keyof Split) =>
    percentile(
      runs.map(run => run[part]),
      0.5,
    );
  const row = (name: string, part: keyof Split, target?: number) => [
    name,
    `${median(part).toFixed(2)} s`,
    ratio(median(part), median('busy')),
    target === undefined
      ? ''
      : `${median(part) < target ? '<' : 'NOT <'} ${target} s`,
  ];
  console.log(
    `${workflow}, median of ${runs.length} runs on a warm machine:\n`,
  );
  printTable(
    ['', 'seconds', 'to what works', 'target'],
    [
      row('the run', 'total', targetSeconds),
      row('  something works: a process or a crawl', 'busy'),
      row('    Python starts and ends', 'python'),
      row('    Spark starts and ends', 'spark'),
      row('    work of the scripts', 'jobs'),
      row('    crawls', 'crawls'),
      row('  nothing works: ours', 'ours', ourTargetSeconds),
    ],
  );
}
