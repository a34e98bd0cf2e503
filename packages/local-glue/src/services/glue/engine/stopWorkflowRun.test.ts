import {
  createCovidHiring,
  createCrawler,
  createJob,
  createWorkflow,
  getRun,
  nodeStatesOf,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

describe('StopWorkflowRun', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  it('ends what runs, and is STOPPING until that has ended', async () => {
    for (const job of ['a', 'next']) await createJob(glue, job);
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    await createCrawler(glue, 'c');
    await createWorkflow(
      glue,
      ['job:a', 'crawler:c'],
      [{ after: 'job:a', start: 'job:next', on: 'STOPPED' }],
    );
    const runId = await startRun(glue);
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId: runId });
    const stopping = await getRun(glue, runId);
    expect(stopping.Status).toBe('STOPPING');
    expect(nodeStatesOf(stopping)['job:a']).toBe('STOPPING');
    expect(glue.jobs.stopped).toEqual([glue.jobs.started[0].jobRunId]);
    expect(glue.crawls.started[0].signal.aborted).toBe(true);

    await glue.jobs.end('a', { state: 'STOPPED' });
    const stopped = await getRun(glue, runId);
    expect(stopped).toMatchObject({
      Status: 'STOPPED',
      CompletedOn: expect.any(Date),
      Statistics: { StoppedActions: 2, TotalActions: 3 },
    });
    expect(nodeStatesOf(stopped)).toEqual({
      'job:a': 'STOPPED',
      'crawler:c': 'CANCELLED',
      'job:next': undefined,
    });
    expect(glue.jobs.names()).toEqual(['a']);
  });

  it('ends a run at once when its job only waits', async () => {
    await createCovidHiring(glue);
    glue.jobs.become({ state: 'preparing', reason: 'Installing Spark' });
    const runId = await startRun(glue);
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId: runId });
    expect((await getRun(glue, runId)).Status).toBe('STOPPED');
    glue.jobs.become({ state: 'ready' });
    await settled();
    expect(glue.jobs.started).toEqual([]);
  });

  it('does not try a failed job again', async () => {
    await createJob(glue, 'a', { MaxRetries: 3 });
    await createWorkflow(glue, ['job:a'], []);
    const runId = await startRun(glue);
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId: runId });
    await glue.jobs.end('a', { state: 'FAILED' });
    expect(glue.jobs.started).toHaveLength(1);
    expect((await getRun(glue, runId)).Status).toBe('STOPPED');
  });

  it.each([
    ['another workflow', { Name: 'other' }, 'EntityNotFoundException'],
    ['another run', { RunId: 'wr_0' }, 'EntityNotFoundException'],
    ['a run that ended', {}, 'IllegalWorkflowStateException'],
  ])('refuses %s', async (_, members, code) => {
    await createCovidHiring(glue);
    const RunId = await startRun(glue);
    await glue.jobs.end('prepare', { state: 'FAILED' });
    await expect(
      glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId, ...members }),
    ).rejects.toMatchObject({ code });
  });
});
