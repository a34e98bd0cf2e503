import {
  createJob,
  createWorkflow,
  getRun,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

/** What Glue does with what is under way is not documented: here it goes on. */
describe('what is deleted while it is at work', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await createJob(glue, 'a', { MaxRetries: 1 });
    await createJob(glue, 'next');
    await createWorkflow(
      glue,
      ['job:a'],
      [{ after: 'job:a', start: 'job:next' }],
    );
  });

  afterEach(() => glue.dispose());

  const NOT_FOUND = { code: 'EntityNotFoundException' };

  it('a job: its run ends as it does, and is not tried again', async () => {
    const runId = await startRun(glue);
    await glue.call('DeleteJob', { JobName: 'a' });
    await glue.jobs.end('a', { state: 'FAILED', errorMessage: 'x' });
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'a' });
    expect(JobRuns).toEqual([
      expect.objectContaining({ JobRunState: 'FAILED', ErrorMessage: 'x' }),
    ]);
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
    await expect(
      glue.call('StartJobRun', { JobName: 'a' }),
    ).rejects.toMatchObject(NOT_FOUND);
  });

  it('a job that comes next: its trigger finds none', async () => {
    const runId = await startRun(glue);
    await glue.call('DeleteJob', { JobName: 'next' });
    await glue.jobs.end('a');
    expect(await getRun(glue, runId)).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { SucceededActions: 1, ErroredActions: 1 },
    });
  });

  it('a trigger: the run has its own', async () => {
    const runId = await startRun(glue);
    await glue.call('DeleteTrigger', { Name: `${WORKFLOW}-next` });
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(['a', 'next']);
    expect((await getRun(glue, runId)).Graph.Nodes).toHaveLength(4);
  });

  it('a workflow: its run goes on, and is seen again with the name', async () => {
    const runId = await startRun(glue);
    await glue.call('DeleteWorkflow', { Name: WORKFLOW });
    await expect(getRun(glue, runId)).rejects.toMatchObject(NOT_FOUND);
    await glue.jobs.end('a');
    await glue.jobs.end('next');
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
  });

  it('a workflow on a schedule: nothing starts any more', async () => {
    await glue.call('DeleteTrigger', { Name: `${WORKFLOW}-start` });
    await glue.call('CreateTrigger', {
      Name: 'hourly',
      WorkflowName: WORKFLOW,
      Type: 'SCHEDULED',
      Schedule: 'cron(0 * * * ? *)',
      StartOnCreation: true,
      Actions: [{ JobName: 'a' }],
    });
    await glue.call('DeleteWorkflow', { Name: WORKFLOW });
    const { Trigger } = await glue.call('GetTrigger', { Name: 'hourly' });
    expect(Trigger.State).toBe('DEACTIVATED');
    expect(Trigger.WorkflowName).toBeUndefined();
  });
});
