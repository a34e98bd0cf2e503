import {
  createCovidHiring,
  createJob,
  createWorkflow,
  getRun,
  nodeStatesOf,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

describe('a server that was killed', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  const restart = async () => {
    await glue.kill();
    await glue.orchestrator.resume();
    await settled();
  };

  it('finds an interrupted job FAILED and its run ended', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await restart();
    const run = await getRun(glue, runId);
    expect(run).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { FailedActions: 1, RunningActions: 0 },
    });
    const [jobRun] = run.Graph.Nodes.find(
      (node: any) => node.Name === 'prepare',
    ).JobDetails.JobRuns;
    expect(jobRun).toMatchObject({
      JobRunState: 'FAILED',
      ErrorMessage: 'local-glue was stopped while this job ran',
      CompletedOn: expect.any(Date),
    });
    expect(glue.jobs.started).toEqual([]);
  });

  it('finds an interrupted crawl FAILED', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await glue.jobs.end('prepare');
    await restart();
    const run = await getRun(glue, runId);
    expect(run.Status).toBe('COMPLETED');
    expect(nodeStatesOf(run)['crawler:raw']).toBe('FAILED');
    const { Crawler } = await glue.call('GetCrawler', { Name: 'raw' });
    expect(Crawler).toMatchObject({
      State: 'READY',
      LastCrawl: {
        Status: 'FAILED',
        ErrorMessage: 'local-glue was stopped while this crawler ran',
      },
    });
  });

  it('goes on with triggers that watch for the failure', async () => {
    await createJob(glue, 'work');
    await createJob(glue, 'alert');
    await createWorkflow(
      glue,
      ['job:work'],
      [{ after: 'job:work', start: 'job:alert', on: 'FAILED' }],
    );
    const runId = await startRun(glue);
    await restart();
    expect(glue.jobs.names()).toEqual(['alert']);
    await glue.jobs.end('alert');
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
  });

  it('starts what was waiting', async () => {
    await createCovidHiring(glue);
    glue.jobs.become({ state: 'preparing', reason: 'Installing Spark' });
    const runId = await startRun(glue);
    await restart();
    expect(glue.jobs.names()).toEqual(['prepare']);
    expect(nodeStatesOf(await getRun(glue, runId))['job:prepare']).toBe(
      'RUNNING',
    );
  });

  it('ends what was stopping', async () => {
    await createCovidHiring(glue);
    const RunId = await startRun(glue);
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId });
    await restart();
    const run = await getRun(glue, RunId);
    expect(run.Status).toBe('STOPPED');
    expect(nodeStatesOf(run)['job:prepare']).toBe('STOPPED');
  });

  it('tries an interrupted job again where it may be', async () => {
    await createJob(glue, 'work', { MaxRetries: 1 });
    await createWorkflow(glue, ['job:work'], []);
    const runId = await startRun(glue);
    await restart();
    expect(glue.jobs.names()).toEqual(['work']);
    await glue.jobs.end('work');
    const run = await getRun(glue, runId);
    expect(run).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { SucceededActions: 1, FailedActions: 0 },
    });
  });

  it('keeps finished runs as they were', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await glue.jobs.end('prepare', { state: 'FAILED', errorMessage: 'x' });
    const before = await getRun(glue, runId);
    await restart();
    expect(await getRun(glue, runId)).toEqual(before);
  });

  it('is told nothing by processes that end while it stops', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    const { jobs } = glue;
    await glue.orchestrator.close();
    await jobs.end('prepare', { state: 'STOPPED' });
    expect(nodeStatesOf(await getRun(glue, runId))['job:prepare']).toBe(
      'RUNNING',
    );
    await expect(startRun(glue)).rejects.toThrow('local-glue is stopping');
  });
});
