import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetJobRunsCommand,
  GetWorkflowRunsCommand,
  GlueClient,
  JobRun,
  StartWorkflowRunCommand,
  WorkflowRun,
} from '@aws-sdk/client-glue';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { environmentTimeout } from '../jobs/__testUtils__/pythonEnvironment';
import { CompiledServer } from './__testUtils__/CompiledServer';
import {
  createKilledPipeline,
  jobNames,
  rowsPerLoad,
  tables,
} from './__testUtils__/killedPipeline';
import { seededRandom } from './__testUtils__/random';
import { processesOf, ServerProcess } from './__testUtils__/ServerProcess';
import { clientOptions } from './__testUtils__/startTestServer';

jest.setTimeout(environmentTimeout);

/** Each time at other moments; more of them with LOCAL_GLUE_TEST_KILLS=... */
const kills = Number(process.env.LOCAL_GLUE_TEST_KILLS ?? 15);

/** Repeat a failure with LOCAL_GLUE_TEST_SEED=... */
const seed = Number(process.env.LOCAL_GLUE_TEST_SEED ?? Date.now() % 1e6);
const random = seededRandom(seed);

const interrupted = {
  job: 'local-glue was stopped while this job ran',
  crawl: 'local-glue was stopped while this crawler ran',
};

describe('kill -9', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-killed-'));
  const compiled = new CompiledServer();
  const acknowledged = new Set<string>();
  let server: ServerProcess | undefined;
  let glue: GlueClient;
  let data: RedshiftDataClient;
  let s3: S3Client;

  afterAll(async () => {
    await server?.kill('SIGKILL');
    compiled.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const connect = (url: string) => {
    const options = { ...clientOptions(url), maxAttempts: 1 };
    glue = new GlueClient(options);
    data = new RedshiftDataClient(options);
    s3 = new S3Client({ ...options, forcePathStyle: true });
  };

  const query = async (Sql: string) => {
    const { Id } = await data.send(
      new ExecuteStatementCommand({
        WorkgroupName: 'local-glue',
        Database: 'dev',
        Sql,
      }),
    );
    for (;;) {
      const statement = await data.send(new DescribeStatementCommand({ Id }));
      if (statement.Status === 'FAILED') throw new Error(statement.Error);
      if (statement.Status === 'FINISHED') {
        if (!statement.HasResultSet) return [];
        const { Records } = await data.send(
          new GetStatementResultCommand({ Id }),
        );
        return Records ?? [];
      }
      await sleep(10);
    }
  };

  const workflowRuns = async () => {
    const { Runs, NextToken } = await glue.send(
      new GetWorkflowRunsCommand({ Name: 'w', IncludeGraph: true }),
    );
    expect(NextToken).toBeUndefined();
    return Runs ?? [];
  };

  /** What must hold at every moment, and here is looked at right after a restart. */
  const checkRuns = (runs: readonly WorkflowRun[], restartedAt: number) => {
    const ids = runs.map(run => run.WorkflowRunId!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...acknowledged]));
    for (const run of runs) {
      expect(run.Status).toMatch(/^(RUNNING|COMPLETED)$/);
      expect(run.Statistics).toEqual(statisticsOfNodes(run));
      for (const jobRun of jobRunsOf(run)) {
        if (jobRun.JobRunState === 'FAILED') {
          expect(jobRun.ErrorMessage).toBe(interrupted.job);
        }
        // Only what this server itself has started can be running in it.
        if (jobRun.JobRunState === 'RUNNING') {
          expect(jobRun.LastModifiedOn!.getTime()).toBeGreaterThan(restartedAt);
        }
      }
    }
  };

  const checkWarehouse = async () => {
    const [[single, batch, loads, distinctLoads]] = await query(
      'select (select count(*) from single), (select count(*) from batch), (select count(*) from loads), (select count(distinct job_run) from loads)',
    );
    expect(single.longValue! % rowsPerLoad).toBe(0);
    expect(batch.longValue).toBe(rowsPerLoad * loads.longValue!);
    expect(distinctLoads).toEqual(loads);
    return { singleLoads: single.longValue! / rowsPerLoad };
  };

  it(`leaves a truthful state, ${kills} times (seed ${seed})`, async () => {
    const port = await freePort();
    const { program } = compiled;
    const begin = () => {
      server = ServerProcess.spawn(dataDir, { port, program });
    };
    const start = async () => {
      const restartedAt = Date.now();
      begin();
      connect(await server!.listening());
      return restartedAt;
    };
    const startRun = async () => {
      const { RunId } = await glue.send(
        new StartWorkflowRunCommand({ Name: 'w' }),
      );
      acknowledged.add(RunId!);
    };
    const allEnded = async () => {
      for (;;) {
        const runs = await workflowRuns();
        if (runs.every(run => run.Status === 'COMPLETED')) return runs;
        await sleep(50);
      }
    };
    await start();
    await createKilledPipeline(`http://127.0.0.1:${port}`);
    for (const sql of Object.values(tables)) await query(sql);

    // Kills are spread over what a start and a run take on this machine.
    await server!.kill('SIGKILL');
    const startMilliseconds = Date.now();
    await start();
    const runMilliseconds = Date.now();
    await startRun();
    await allEnded();
    const longestLife = Math.min(1.2 * (Date.now() - runMilliseconds), 3000);
    const longestStart = runMilliseconds - startMilliseconds;

    for (let kill = 0; kill < kills; kill++) {
      if (kill % 5 === 4) {
        await server!.kill('SIGKILL');
        begin();
        await sleep(random() * longestStart);
      } else {
        await startRun();
        const life = random() * longestLife;
        const second = random() * longestLife;
        await sleep(Math.min(life, second));
        // This one may be on its way when the server is killed.
        if (second < life) startRun().catch(() => {});
        await sleep(Math.max(0, life - second));
      }
      await server!.kill('SIGKILL');

      const restartedAt = await start();
      checkRuns(await workflowRuns(), restartedAt);
      await checkWarehouse();
      const processes = processesOf(dataDir);
      const serverPid = server!.pid;
      const own = processes.find(({ pid }) => pid === serverPid);
      expect(processes.filter(p => p.startedAt < own!.startedAt)).toEqual([]);
    }

    // Everything that is left comes to its end.
    const runs = await allEnded();
    checkRuns(runs, 0);
    // Beyond the acknowledged ones only those whose answer a kill cut off.
    expect(runs.length - acknowledged.size).toBeLessThanOrEqual(kills);

    const jobRuns = await checkJobRuns(runs);
    const { singleLoads } = await checkWarehouse();
    const loads = jobRuns.filter(run => run.JobName === 'load');
    const done = loads.filter(run => run.JobRunState === 'SUCCEEDED');
    // An interrupted job may have loaded already: its rows are there as a whole.
    expect(singleLoads).toBeGreaterThanOrEqual(done.length);
    expect(singleLoads).toBeLessThanOrEqual(loads.length);
    const loaded = (await query('select job_run from loads')).map(
      ([id]) => id.stringValue,
    );
    expect(loaded).toEqual(expect.arrayContaining(done.map(run => run.Id)));
    expect(loads.map(run => run.Id)).toEqual(expect.arrayContaining(loaded));

    // The test would prove nothing if no run came to its end, or none was cut.
    expect(done.length).toBeGreaterThan(0);
    expect(jobRuns.some(run => run.JobRunState === 'FAILED')).toBe(true);

    await server!.kill('SIGTERM');
    expect(server!.exitCode).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
    const state = new Sqlite(join(dataDir, 'state.db'), { readonly: true });
    expect(state.pragma('integrity_check', { simple: true })).toBe('ok');
    state.close();
  });

  /** Every job run once, with the attempts that its job may have, and truthful. */
  async function checkJobRuns(runs: readonly WorkflowRun[]) {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: 'evidence' }),
    );
    const evidence = new Set(Contents.map(({ Key }) => Key));
    const all: JobRun[] = [];
    for (const JobName of jobNames) {
      for (
        let NextToken: string | undefined, first = true;
        first || NextToken;
      ) {
        const page = await glue.send(
          new GetJobRunsCommand({ JobName, NextToken }),
        );
        all.push(...(page.JobRuns ?? []));
        NextToken = page.NextToken;
        first = false;
      }
    }
    const ids = all.map(run => run.Id);
    expect(new Set(ids).size).toBe(ids.length);
    // Each belongs to a run of the workflow, and none is lost.
    expect(ids.sort()).toEqual(
      runs
        .flatMap(jobRunsOf)
        .map(run => run.Id)
        .sort(),
    );
    for (const run of runs) {
      const names = jobRunsOf(run).map(({ JobName }) => JobName);
      expect(names.filter(name => name === 'left')).toHaveLength(1);
      expect(names.filter(name => name === 'right').length).toBeLessThan(3);
      expect(names.filter(name => name === 'load').length).toBeLessThan(2);
    }
    for (const run of all) {
      expect(run.JobRunState).toMatch(/^(SUCCEEDED|FAILED)$/);
      if (run.JobRunState === 'SUCCEEDED') expect(evidence).toContain(run.Id);
    }
    return all;
  }
});

function jobRunsOf(run: WorkflowRun): JobRun[] {
  return (run.Graph?.Nodes ?? []).flatMap(
    node => node.JobDetails?.JobRuns ?? [],
  );
}

/** Counted from the nodes of the graph: each by its newest attempt. */
function statisticsOfNodes(run: WorkflowRun) {
  const states = (run.Graph?.Nodes ?? []).flatMap(node => {
    if (node.Type === 'CRAWLER') {
      const crawls = node.CrawlerDetails?.Crawls ?? [];
      crawls
        .filter(({ State }) => State === 'FAILED')
        .forEach(crawl => expect(crawl.ErrorMessage).toBe(interrupted.crawl));
      return [crawls[0]?.State];
    }
    if (node.Type !== 'JOB') return [];
    const attempts = node.JobDetails?.JobRuns ?? [];
    const newest = attempts.reduce<JobRun | undefined>(
      (best, attempt) =>
        best && (best.Attempt ?? 0) > (attempt.Attempt ?? 0) ? best : attempt,
      undefined,
    );
    return [newest?.JobRunState];
  });
  const count = (...wanted: string[]) =>
    states.filter(state => state && wanted.includes(state)).length;
  return {
    TotalActions: states.length,
    TimeoutActions: 0,
    FailedActions: count('FAILED'),
    StoppedActions: 0,
    SucceededActions: count('SUCCEEDED'),
    RunningActions: count('STARTING', 'RUNNING'),
    ErroredActions: count('ERROR'),
    WaitingActions: count('WAITING'),
  };
}

/** Below the range from which the system takes ports for outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(random() * 10_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>(resolve => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise(closed => probe.close(closed));
    return port;
  }
}
