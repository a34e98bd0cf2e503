import { ChildProcess, execFile, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer as createNetServer, AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import {
  GetWorkflowRunCommand,
  GlueClient,
  StartWorkflowRunCommand,
} from '@aws-sdk/client-glue';
import { createServer, RunningServer } from '..';
import {
  environmentForTests,
  environmentTimeout,
} from '../jobs/__testUtils__/pythonEnvironment';
import { findJava } from '../jobs/findJava';
import { packageRoot } from '../base/version';
import { clientOptions } from './__testUtils__/startTestServer';
import { waitForRun } from './__testUtils__/waitForRun';

jest.setTimeout(600_000);

const root = resolve(packageRoot, '../..');

/** Generates the repository of the example pipeline and its data, as the portal does; run with tsx. */
const generate = `
const { readFileSync } = require('node:fs');
const { generateRepository } = require('@glue-pipelines/backstage-plugin-scaffolder-backend-module');
const { parsePipeline } = require('@glue-pipelines/pipeline');
const { parse } = require('yaml');
const { seedExamples } = require('./templates/glue-redshift-pipeline/examples/data.mjs');

const [directory, s3Root] = process.argv.slice(-2);
const file = 'templates/glue-redshift-pipeline/examples/flight-delays.yaml';
async function main() {
  await seedExamples(s3Root);
  await generateRepository({
    pipeline: parsePipeline(parse(readFileSync(file, 'utf8'))),
    directory,
    region: 'us-east-1',
    accountId: '000000000000',
    log: () => {},
  });
}
main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
`;

const script = `
import os
from awsglue.context import GlueContext
from awsglue.transforms import Filter
from pyspark.context import SparkContext

glue = GlueContext(SparkContext.getOrCreate())
rows = glue.create_dynamic_frame.from_options("s3", {"paths": ["s3://scripts/rows.json"]}, "json")
print([row.n for row in Filter.apply(rows, lambda row: row["n"] > 1).toDF().collect()])

def endpoint(_):
    import awsglue
    return os.environ["AWS_ENDPOINT_URL"]

print(glue.spark_session.sparkContext.parallelize([1]).map(endpoint).collect())
`;

/** A Spark standalone cluster of this machine, from the environment's own pyspark package. */
class SparkCluster {
  readonly #folder: string;
  readonly #processes: ChildProcess[] = [];
  #master = '';

  /** @param folder - for the work of its applications */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get master(): string {
    return this.#master;
  }

  /** Resolves when every worker is registered. */
  async start(workers: number): Promise<void> {
    const port = await freePort();
    this.#master = `spark://127.0.0.1:${port}`;
    const org = 'org.apache.spark.deploy';
    await this.#launch(
      /I have been elected leader/,
      `${org}.master.Master`,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--webui-port', '0'],
    );
    for (let n = 0; n < workers; n += 1) {
      const work = join(this.#folder, `worker-${n}`);
      mkdirSync(work, { recursive: true });
      await this.#launch(
        /Successfully registered with master/,
        `${org}.worker.Worker`,
        ...['--host', '127.0.0.1', '--webui-port', '0'],
        ...['--cores', '1', '--memory', '1g', '--work-dir', work],
        this.#master,
      );
    }
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#processes.reverse().map(async child => {
        const ended = new Promise(done => child.once('exit', done));
        if (child.exitCode === null && child.kill()) await ended;
      }),
    );
  }

  async #launch(ready: RegExp, ...args: string[]): Promise<void> {
    const python = join(environmentForTests, 'bin', 'python');
    const { stdout } = await promisify(execFile)(python, [
      '-c',
      'import pyspark, os; print(os.path.dirname(pyspark.__file__))',
    ]);
    const child = spawn(join(stdout.trim(), 'bin', 'spark-class'), args, {
      cwd: this.#folder,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        JAVA_HOME: await findJava(),
        SPARK_LOCAL_IP: '127.0.0.1',
        // Quicker to start, for the executors too.
        JDK_JAVA_OPTIONS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#processes.push(child);
    const said: string[] = [];
    await new Promise<void>((started, failed) => {
      child.once('error', failed);
      child.once('exit', () => failed(new Error(said.join('\n'))));
      createInterface({ input: child.stderr! }).on('line', line => {
        said.push(line);
        if (ready.test(line)) started();
      });
    });
  }
}

async function freePort(): Promise<number> {
  const probe = createNetServer();
  await new Promise<void>(listening =>
    probe.listen(0, '127.0.0.1', () => listening()),
  );
  const { port } = probe.address() as AddressInfo;
  await new Promise(closed => probe.close(closed));
  return port;
}

describe('serve --spark-master', () => {
  let folder: string;
  let cluster: SparkCluster;
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'local-glue-cluster-'));
    process.env.LOCAL_GLUE_PYTHON_ENV = environmentForTests;
    const dataDir = join(folder, 'data');
    await promisify(execFile)(
      process.execPath,
      [
        ...['--import', 'tsx', '--input-type=commonjs', '--eval', generate],
        ...['--', join(folder, 'repository'), join(dataDir, 's3')],
      ],
      // Jest's own options are none of that process's.
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } },
    );
    cluster = new SparkCluster(folder);
    await cluster.start(2);
    server = await createServer({
      dataDir,
      port: 0,
      sparkMaster: cluster.master,
      log: { info() {}, warn() {}, error() {} },
    });
    await server.context.jobs.settled();
  }, environmentTimeout);

  afterAll(async () => {
    await server?.close();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs the flight-delays pipeline on two workers, to the rows of a local run', async () => {
    await promisify(execFile)(process.execPath, [
      join(packageRoot, 'bin/local-glue.js'),
      ...['deploy', join(folder, 'repository', 'cdk.out')],
      ...['--endpoint', server.url],
    ]);
    const glue = new GlueClient(clientOptions(server.url));
    const { RunId } = await glue.send(
      new StartWorkflowRunCommand({ Name: 'flight-delays' }),
    );
    await waitForRun(glue, 'flight-delays', RunId);
    const { Run } = await glue.send(
      new GetWorkflowRunCommand({
        Name: 'flight-delays',
        RunId,
        IncludeGraph: true,
      }),
    );
    const errors = Run?.Graph?.Nodes?.flatMap(
      node => node.JobDetails?.JobRuns?.map(run => run.ErrorMessage) ?? [],
    ).filter(Boolean);
    expect(errors).toEqual([]);
    expect(Run?.Statistics).toMatchObject({ FailedActions: 0 });
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(packageRoot, 'bin/local-glue.js'),
      'query',
      'select count(*) as n, cast(sum(delayed_flights) as bigint) as delayed from flight_delays',
      ...['--json', '--endpoint', server.url],
    ]);
    expect(JSON.parse(stdout)).toEqual([{ n: 1334, delayed: 626590 }]);
  });

  it('gives Python on the workers the local awsglue and the buckets', async () => {
    const { buckets, jobs, dataDir } = server.context;
    buckets.create('scripts');
    await buckets.put('scripts', 'rows.json', '{"n": 1}\n{"n": 2}\n');
    await buckets.put('scripts', 'job.py', script);
    const jobRunId = `jr_${'c'.repeat(64)}`;
    const outcome = await jobs.start({
      jobRunId,
      jobName: 'on-workers',
      commandName: 'glueetl',
      scriptLocation: 's3://scripts/job.py',
      glueVersion: '5.1',
      arguments: {},
      timeoutMinutes: 5,
    }).done;
    expect(outcome.errorMessage).toBeUndefined();
    expect(
      readFileSync(join(dataDir, 'logs', jobRunId, 'stdout.log'), 'utf8'),
    ).toBe(`[2]\n['${server.url}']\n`);
    for (const worker of ['worker-0', 'worker-1']) {
      // One of the pipeline's transform, one of this job: its load needs no Spark.
      expect(readdirSync(join(folder, worker))).toHaveLength(2);
    }
  });
});
