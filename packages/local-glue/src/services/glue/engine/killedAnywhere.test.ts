import type { JobRun, WorkflowRun } from '@aws-sdk/client-glue';
import {
  action,
  condition,
  createCrawler,
  createJob,
  getRun,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';
import { nodeId } from './ids';

const JOBS = ['a', 'b', 'c', 'alert', 'alone', 'after'];

/** Two jobs that are joined, a crawler and a job behind them, and an alert; a chain of two jobs without a workflow. */
async function define(glue: TestGlue): Promise<void> {
  await glue.call('CreateDatabase', {
    DatabaseInput: { Name: 'covid_hiring' },
  });
  for (const job of JOBS) {
    await createJob(glue, job, { MaxRetries: job === 'a' ? 1 : 0 });
  }
  await createCrawler(glue, 'x');
  await glue.call('CreateWorkflow', { Name: WORKFLOW });
  await glue.call('CreateTrigger', {
    Name: 'start',
    WorkflowName: WORKFLOW,
    Type: 'EVENT',
    EventBatchingCondition: { BatchSize: 2 },
    Actions: [action('job:a'), action('job:b')],
  });
  const follow = (
    Name: string,
    Logical: string,
    Conditions: object[],
    node: string,
    WorkflowName: string | undefined = WORKFLOW,
  ) =>
    glue.call('CreateTrigger', {
      Name,
      WorkflowName,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: { Logical, Conditions },
      Actions: [action(node)],
    });
  await follow(
    'join',
    'AND',
    [condition('job:a'), condition('job:b')],
    'crawler:x',
  );
  await follow('load', 'AND', [condition('crawler:x')], 'job:c');
  await follow(
    'fail',
    'ANY',
    ['a', 'b', 'c'].map(job => condition(`job:${job}`, 'FAILED')),
    'job:alert',
  );
  await glue.call('CreateTrigger', {
    Name: 'by hand',
    Type: 'ON_DEMAND',
    Actions: [action('job:alone')],
  });
  await glue.call('CreateTrigger', {
    Name: 'by hand, too',
    Type: 'CONDITIONAL',
    StartOnCreation: true,
    Predicate: { Conditions: [condition('job:alone')] },
    Actions: [action('job:after')],
  });
}

/** A day's work: every kind of change of state. */
async function work(glue: TestGlue): Promise<void> {
  const { events } = glue.orchestrator;
  events.notify(WORKFLOW, 'e1');
  events.notify(WORKFLOW, 'e2');
  await settled();
  await glue.jobs.end('a', { state: 'FAILED' });
  await glue.jobs.end('a');
  await glue.jobs.end('b');
  await glue.crawls.find('x');
  await glue.jobs.end('c', { state: 'FAILED' });
  await glue.jobs.end('alert');

  const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
  await glue.call('ResumeWorkflowRun', {
    Name: WORKFLOW,
    RunId: Runs[0].WorkflowRunId,
    NodeIds: [nodeId(WORKFLOW, 'JOB', 'c')],
  });
  await glue.jobs.end('c');

  const stopped = await startRun(glue);
  await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId: stopped });
  await glue.jobs.end('a', { state: 'STOPPED' });
  await glue.jobs.end('b', { state: 'STOPPED' });

  await glue.call('StartTrigger', { Name: 'by hand' });
  await glue.jobs.end('alone');
  await glue.jobs.end('after');
}

/** The database after each of its transactions. */
async function images(): Promise<Buffer[]> {
  const glue = new TestGlue();
  await define(glue);
  const store = glue.store;
  const transaction = store.transaction.bind(store);
  const taken: Buffer[] = [];
  store.transaction = change => {
    const result = transaction(change);
    // Effects follow: they are what a kill at this point loses.
    if (!glue.database.inTransaction) taken.push(glue.database.serialize());
    return result;
  };
  await work(glue);
  await glue.dispose();
  return taken;
}

/** Ends all that runs, well, until nothing does. */
async function finish(glue: TestGlue): Promise<void> {
  const store = glue.store;
  for (;;) {
    const jobs = store.jobRuns.active();
    const crawls = store.crawls.active();
    if (jobs.length + crawls.length === 0) return;
    for (const { run } of jobs) await glue.jobs.end(run.JobName);
    for (const crawl of crawls) await glue.crawls.find(crawl.crawlerName);
  }
}

describe('a server that is killed after any of its transactions', () => {
  it('settles everything truthfully, and does nothing twice', async () => {
    const taken = await images();
    expect(taken.length).toBeGreaterThan(20);
    for (const [index, image] of taken.entries()) {
      const glue = new TestGlue(image);
      const runsOf = async (): Promise<WorkflowRun[]> =>
        (await glue.call('GetWorkflowRuns', { Name: WORKFLOW })).Runs;
      const acknowledged = (await runsOf()).map(run => run.WorkflowRunId);

      await glue.orchestrator.resume();
      await settled();
      await finish(glue);

      const at = `after transaction ${index + 1} of ${taken.length}`;
      const runs = await runsOf();
      expect([at, runs.map(run => run.WorkflowRunId)]).toEqual([
        at,
        acknowledged,
      ]);
      for (const { WorkflowRunId, Status, CompletedOn } of runs) {
        expect([at, Status]).toEqual([
          at,
          expect.stringMatching(/^(COMPLETED|STOPPED)$/),
        ]);
        expect(CompletedOn).toBeInstanceOf(Date);
        const { Graph, Statistics } = await getRun(glue, WorkflowRunId!);
        const ended = Graph.Nodes.map((node: any) => ({
          jobs: node.JobDetails?.JobRuns ?? [],
          crawls: node.CrawlerDetails?.Crawls ?? [],
        }));
        for (const { jobs, crawls } of ended) {
          // One first attempt each, and one retry where the job allows it.
          expect([at, jobs.map((run: JobRun) => run.Attempt)]).toEqual([
            at,
            jobs.map((_: JobRun, attempt: number) => attempt),
          ]);
          expect(crawls.length).toBeLessThanOrEqual(1);
        }
        const counted =
          Statistics.SucceededActions +
          Statistics.FailedActions +
          Statistics.StoppedActions;
        expect([at, counted]).toEqual([
          at,
          ended.filter((node: any) => node.jobs.length + node.crawls.length > 0)
            .length,
        ]);
      }
      const left = (table: string) =>
        glue.database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
      expect([at, left('glue_trigger_chain')]).toEqual([at, { n: 0 }]);
      expect(glue.warnings).toEqual([]);
      await glue.dispose();
    }
  });
});
