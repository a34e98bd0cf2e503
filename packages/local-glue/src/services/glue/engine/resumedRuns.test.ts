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
import { nodeId, NodeKind } from './ids';

const id = (kind: NodeKind, name: string) => nodeId(WORKFLOW, kind, name);

// "Repairing and resuming a workflow run", AWS Glue Developer Guide.
describe('ResumeWorkflowRun', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  const resume = (RunId: string, ...NodeIds: string[]) =>
    glue.call('ResumeWorkflowRun', { Name: WORKFLOW, RunId, NodeIds });

  const jobRuns = (run: any, name: string) =>
    run.Graph.Nodes.find((node: any) => node.Name === name).JobDetails.JobRuns;

  /** A run of the pipeline whose job `transform` fails. */
  const failedRun = async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue, { day: 'monday' });
    await glue.jobs.end('prepare');
    await glue.crawls.find('raw');
    await glue.jobs.end('transform', { state: 'FAILED', errorMessage: 'x' });
    return runId;
  };

  it('runs the selected node and all below it, and shows the rest as it was', async () => {
    const original = await failedRun();
    const before = await getRun(glue, original);
    const answer = await resume(original, id('JOB', 'transform'));
    expect(answer).toEqual({
      RunId: expect.stringMatching(/^wr_[0-9a-f]{64}$/),
      NodeIds: [id('JOB', 'transform')],
    });
    expect(answer.RunId).not.toBe(original);

    const running = await getRun(glue, answer.RunId);
    expect(running).toMatchObject({
      Status: 'RUNNING',
      PreviousRunId: original,
      WorkflowRunProperties: { region: 'US', day: 'monday' },
      Statistics: { TotalActions: 5, SucceededActions: 2, RunningActions: 1 },
    });
    expect(nodeStatesOf(running)).toEqual({
      'job:prepare': 'SUCCEEDED',
      'crawler:raw': 'SUCCEEDED',
      'job:transform': 'RUNNING',
      'crawler:processed': undefined,
      'job:load': undefined,
    });
    expect(running.Graph.Edges).toEqual(before.Graph.Edges);
    expect(jobRuns(running, 'prepare')).toEqual(jobRuns(before, 'prepare'));
    expect(jobRuns(running, 'transform')).toEqual([
      expect.objectContaining({
        TriggerName: `${WORKFLOW}-transform`,
        Attempt: 0,
        Arguments: {
          '--WORKFLOW_NAME': WORKFLOW,
          '--WORKFLOW_RUN_ID': answer.RunId,
        },
      }),
    ]);

    await glue.jobs.end('transform');
    await glue.crawls.find('processed');
    await glue.jobs.end('load');
    expect(await getRun(glue, answer.RunId)).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { SucceededActions: 5 },
    });
    expect(glue.jobs.names()).toEqual([
      'prepare',
      'transform',
      'transform',
      'load',
    ]);
    expect(await getRun(glue, original)).toEqual(before);
  });

  it('drops nodes that the others lead to', async () => {
    await createCovidHiring(glue);
    const original = await startRun(glue);
    await glue.jobs.end('prepare');
    await glue.crawls.find('raw');
    await glue.jobs.end('transform', { state: 'FAILED' });
    const { NodeIds } = await resume(
      original,
      id('JOB', 'transform'),
      id('CRAWLER', 'raw'),
    );
    expect(NodeIds).toEqual([id('CRAWLER', 'raw')]);
    expect(glue.crawls.started).toHaveLength(2);
    await glue.crawls.find('raw');
    expect(glue.jobs.names()).toEqual(['prepare', 'transform', 'transform']);
  });

  it('can be repeated, of the same run and of the resumed one', async () => {
    const original = await failedRun();
    const transform = id('JOB', 'transform');
    const first = await resume(original, transform);
    await glue.jobs.end('transform', { state: 'FAILED' });
    const second = await resume(first.RunId, transform);
    await glue.jobs.end('transform', { state: 'FAILED' });
    const third = await resume(original, transform);
    const runs = await Promise.all(
      [first, second, third].map(({ RunId }) => getRun(glue, RunId)),
    );
    expect(runs.map(run => run.PreviousRunId)).toEqual([
      original,
      first.RunId,
      original,
    ]);
    for (const run of runs) {
      expect(jobRuns(run, 'transform')).toHaveLength(1);
      expect(nodeStatesOf(run)).toMatchObject({
        'job:prepare': 'SUCCEEDED',
        'crawler:raw': 'SUCCEEDED',
      });
    }
  });

  it('keeps the triggers of the original run', async () => {
    const original = await failedRun();
    await glue.call('DeleteTrigger', { Name: `${WORKFLOW}-processed` });
    const { RunId } = await resume(original, id('JOB', 'transform'));
    await glue.jobs.end('transform');
    expect(glue.crawls.started.map(each => each.crawlerName)).toEqual([
      'raw',
      'processed',
    ]);
    expect((await getRun(glue, RunId)).Graph.Nodes).toHaveLength(10);
  });

  it('completes a join with what the original run did', async () => {
    for (const job of ['a', 'b', 'last']) await createJob(glue, job);
    await createWorkflow(glue, ['job:a', 'job:b'], []);
    await glue.call('CreateTrigger', {
      Name: 'join',
      WorkflowName: WORKFLOW,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: {
        Logical: 'AND',
        Conditions: ['a', 'b'].map(JobName => ({
          LogicalOperator: 'EQUALS',
          JobName,
          State: 'SUCCEEDED',
        })),
      },
      Actions: [{ JobName: 'last', Arguments: { '--x': '1' } }],
    });
    const original = await startRun(glue);
    await glue.jobs.end('a');
    await glue.jobs.end('b', { state: 'FAILED' });
    const { RunId } = await resume(original, id('JOB', 'b'));
    expect(glue.jobs.names()).toEqual(['a', 'b', 'b']);
    await glue.jobs.end('b');
    expect(glue.jobs.names()).toEqual(['a', 'b', 'b', 'last']);
    const last = glue.jobs.started.at(-1)!;
    expect(last.arguments).toMatchObject({
      '--x': '1',
      '--WORKFLOW_RUN_ID': RunId,
    });
    const { JobRun } = await glue.call('GetJobRun', {
      JobName: 'last',
      RunId: last.jobRunId,
      PredecessorsIncluded: true,
    });
    expect(JobRun.PredecessorRuns).toEqual(
      [glue.jobs.started[0], glue.jobs.started[2]].map(each => ({
        JobName: each.jobName,
        RunId: each.jobRunId,
      })),
    );
  });

  it('starts jobs that were missing', async () => {
    await createWorkflow(glue, ['job:late'], []);
    const original = await startRun(glue);
    await createJob(glue, 'late');
    const { RunId } = await resume(original, id('JOB', 'late'));
    await glue.jobs.end('late');
    expect(await getRun(glue, RunId)).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { TotalActions: 1, SucceededActions: 1, ErroredActions: 0 },
    });
  });

  it('goes on after a restart', async () => {
    const original = await failedRun();
    const { RunId } = await resume(original, id('JOB', 'transform'));
    await glue.kill();
    await glue.orchestrator.resume();
    await settled();
    const run = await getRun(glue, RunId);
    expect(run.Status).toBe('COMPLETED');
    expect(nodeStatesOf(run)).toMatchObject({
      'job:prepare': 'SUCCEEDED',
      'job:transform': 'FAILED',
    });
  });

  it('can be stopped: the copied nodes stay as they were', async () => {
    const original = await failedRun();
    const { RunId } = await resume(original, id('JOB', 'transform'));
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId });
    await glue.jobs.end('transform', { state: 'STOPPED' });
    const run = await getRun(glue, RunId);
    expect(run.Status).toBe('STOPPED');
    expect(nodeStatesOf(run)).toMatchObject({
      'job:prepare': 'SUCCEEDED',
      'job:transform': 'STOPPED',
    });
  });

  it.each<[string, object, string]>([
    ['an unknown workflow', { Name: 'x' }, 'EntityNotFoundException'],
    ['an unknown run', { RunId: 'wr_0' }, 'EntityNotFoundException'],
    ['an unknown node', { NodeIds: ['wnode_0'] }, 'EntityNotFoundException'],
    [
      'a trigger',
      { NodeIds: [id('TRIGGER', `${WORKFLOW}-raw`)] },
      'InvalidInputException',
    ],
    [
      'a node that did not run',
      { NodeIds: [id('JOB', 'load')] },
      'InvalidInputException',
    ],
    ['no nodes', { NodeIds: [] }, 'InvalidInputException'],
  ])('refuses %s', async (_, members, code) => {
    const RunId = await failedRun();
    const started = glue.jobs.started.length;
    await expect(
      glue.call('ResumeWorkflowRun', {
        Name: WORKFLOW,
        RunId,
        NodeIds: [id('JOB', 'transform')],
        ...members,
      }),
    ).rejects.toMatchObject({ code });
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    expect(Runs).toHaveLength(1);
    expect(glue.jobs.started).toHaveLength(started);
  });

  it('refuses a run that is RUNNING or STOPPED', async () => {
    await createCovidHiring(glue);
    const RunId = await startRun(glue);
    const illegal = { code: 'IllegalWorkflowStateException' };
    const prepare = id('JOB', 'prepare');
    await expect(resume(RunId, prepare)).rejects.toMatchObject(illegal);
    await glue.call('StopWorkflowRun', { Name: WORKFLOW, RunId });
    await expect(resume(RunId, prepare)).rejects.toMatchObject(illegal);
    await glue.jobs.end('prepare', { state: 'STOPPED' });
    await expect(resume(RunId, prepare)).rejects.toMatchObject(illegal);
  });

  it("keeps to the workflow's MaxConcurrentRuns", async () => {
    const original = await failedRun();
    await glue.call('UpdateWorkflow', { Name: WORKFLOW, MaxConcurrentRuns: 1 });
    await startRun(glue);
    await expect(
      resume(original, id('JOB', 'transform')),
    ).rejects.toMatchObject({ code: 'ConcurrentRunsExceededException' });
  });
});
