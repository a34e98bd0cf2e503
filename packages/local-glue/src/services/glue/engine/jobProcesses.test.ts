import {
  action,
  createJob,
  createWorkflow,
  getRun,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

describe('the processes of job runs', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  const states = async (JobName: string) => {
    const { JobRuns } = await glue.call('GetJobRuns', { JobName });
    return JobRuns.map((run: any) => run.JobRunState).reverse();
  };

  it('are started after one transaction, and stored as RUNNING in one more', async () => {
    const all = ['a', 'b', 'c', 'd'];
    for (const job of all) await createJob(glue, job);
    await createWorkflow(
      glue,
      all.map(job => `job:${job}`),
      [],
    );
    const store = glue.store;
    const transaction = jest.spyOn(store, 'transaction');
    const runId = glue.orchestrator.workflowRuns.start(WORKFLOW);
    expect(transaction).toHaveBeenCalledTimes(1);
    expect(glue.jobs.names()).toEqual(all);
    const jobRuns = () =>
      store.jobRuns.ofWorkflowRun(runId).map(run => run.JobRunState);
    expect(jobRuns()).toEqual(all.map(() => 'STARTING'));
    await settled();
    expect(transaction).toHaveBeenCalledTimes(2);
    expect(jobRuns()).toEqual(all.map(() => 'RUNNING'));
  });

  it('do not come back to RUNNING when they end at once', async () => {
    await createJob(glue, 'a');
    glue.orchestrator.jobRuns.start({ JobName: 'a' });
    await glue.jobs.end('a');
    expect(await states('a')).toEqual(['SUCCEEDED']);
  });

  it('do not come back to RUNNING when they are stopped at once', async () => {
    await createJob(glue, 'a');
    const { Id } = glue.orchestrator.jobRuns.start({ JobName: 'a' });
    glue.orchestrator.stopJobRun(glue.store.jobRuns.get(Id)!);
    await settled();
    expect(await states('a')).toEqual(['STOPPING']);
  });

  // "AWS Glue job run statuses", AWS Glue Developer Guide.
  it('wait for room where two triggers of a run start one job', async () => {
    await createJob(glue, 'a', { JobRunQueuingEnabled: true });
    await createJob(glue, 'b');
    await createWorkflow(
      glue,
      ['job:a', 'job:b'],
      [{ after: 'job:b', start: 'job:a' }],
    );
    const runId = await startRun(glue);
    await glue.jobs.end('b');
    expect(await states('a')).toEqual(['RUNNING', 'WAITING']);
    expect((await getRun(glue, runId)).Statistics).toMatchObject({
      WaitingActions: 1,
    });
    await glue.jobs.end('a');
    expect(await states('a')).toEqual(['SUCCEEDED', 'RUNNING']);
    await glue.jobs.end('a');
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
  });

  it('wait in one transaction with the start', async () => {
    await createJob(glue, 'a', { JobRunQueuingEnabled: true });
    glue.orchestrator.jobRuns.start({ JobName: 'a' });
    glue.orchestrator.jobRuns.start({ JobName: 'a' });
    expect(
      glue.store.jobRuns
        .activeOfJob('a')
        .map(({ run }) => [run.JobRunState, run.StateDetail]),
    ).toEqual([
      ['STARTING', undefined],
      ['WAITING', expect.stringContaining('MaxConcurrentRuns is reached')],
    ]);
  });

  it('queue as the run says, not as the job does', async () => {
    await createJob(glue, 'a');
    await glue.call('StartJobRun', { JobName: 'a' });
    await glue.call('StartJobRun', {
      JobName: 'a',
      JobRunQueuingEnabled: true,
    });
    expect(await states('a')).toEqual(['RUNNING', 'WAITING']);
    await expect(
      glue.call('StartJobRun', { JobName: 'a' }),
    ).rejects.toMatchObject({ code: 'ConcurrentRunsExceededException' });
  });

  it('that cannot be started fail, and the others are', async () => {
    await createJob(glue, 'good');
    await createJob(glue, 'bad', { Command: { Name: 'glueray' } });
    await glue.call('CreateTrigger', {
      Name: 'both',
      Type: 'ON_DEMAND',
      Actions: [action('job:bad'), action('job:good')],
    });
    await glue.call('StartTrigger', { Name: 'both' });
    expect(await states('bad')).toEqual(['FAILED']);
    expect(await states('good')).toEqual(['RUNNING']);
  });
});
