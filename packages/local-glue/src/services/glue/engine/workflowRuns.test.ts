import {
  action,
  condition,
  crawledTable,
  createCovidHiring,
  createJob,
  createWorkflow,
  getRun,
  nodeStatesOf,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('workflow runs', () => {
  let glue: TestGlue;

  beforeEach(() => {
    glue = new TestGlue();
  });

  afterEach(() => glue.dispose());

  const graphOf = async () => {
    const { Workflow } = await glue.call('GetWorkflow', {
      Name: WORKFLOW,
      IncludeGraph: true,
    });
    return Workflow.Graph;
  };

  it('go through the pipeline, one step after the other', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue, { day: 'monday' });
    expect(runId).toMatch(/^wr_[0-9a-f]{64}$/);
    expect(nodeStatesOf(await getRun(glue, runId))).toEqual({
      'job:prepare': 'RUNNING',
      'crawler:raw': undefined,
      'job:transform': undefined,
      'crawler:processed': undefined,
      'job:load': undefined,
    });

    await glue.jobs.end('prepare');
    expect((await getRun(glue, runId)).Statistics).toEqual({
      TotalActions: 5,
      SucceededActions: 1,
      RunningActions: 1,
      FailedActions: 0,
      StoppedActions: 0,
      TimeoutActions: 0,
      ErroredActions: 0,
      WaitingActions: 0,
    });
    await glue.crawls.find('raw', [crawledTable('raw_cases')]);
    await glue.jobs.end('transform');
    await glue.crawls.find('processed', [crawledTable('processed_cases')]);
    expect((await getRun(glue, runId)).Status).toBe('RUNNING');
    await glue.jobs.end('load');

    const run = await getRun(glue, runId);
    expect(run).toMatchObject({
      Name: WORKFLOW,
      WorkflowRunId: runId,
      Status: 'COMPLETED',
      WorkflowRunProperties: { region: 'US', day: 'monday' },
      StartedOn: expect.any(Date),
      CompletedOn: expect.any(Date),
      Statistics: { TotalActions: 5, SucceededActions: 5, RunningActions: 0 },
    });
    expect(new Set(Object.values(nodeStatesOf(run)))).toEqual(
      new Set(['SUCCEEDED']),
    );
    const { TableList } = await glue.call('GetTables', {
      DatabaseName: 'covid_hiring',
    });
    expect(TableList.map((table: any) => table.Name)).toEqual([
      'processed_cases',
      'raw_cases',
    ]);
  });

  it('have the graph of their workflow: 10 nodes, the same ids', async () => {
    await createCovidHiring(glue);
    const workflow = await graphOf();
    expect(workflow.Nodes).toHaveLength(10);
    expect(workflow.Edges).toHaveLength(9);
    const { Graph } = await getRun(glue, await startRun(glue));
    const ids = (graph: any) => graph.Nodes.map((node: any) => node.UniqueId);
    expect(ids(Graph)).toEqual(ids(workflow));
    expect(Graph.Edges).toEqual(workflow.Edges);
  });

  it('end COMPLETED when a job fails, and do not reach what waits for it', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await glue.jobs.end('prepare');
    await glue.crawls.find('raw');
    await glue.jobs.end('transform', {
      state: 'FAILED',
      errorMessage: "AnalysisException: no such column 'date'",
    });

    const run = await getRun(glue, runId);
    expect(run.Status).toBe('COMPLETED');
    expect(run.ErrorMessage).toBeUndefined();
    expect(run.Statistics).toMatchObject({
      TotalActions: 5,
      SucceededActions: 2,
      FailedActions: 1,
    });
    expect(nodeStatesOf(run)).toMatchObject({
      'job:transform': 'FAILED',
      'crawler:processed': undefined,
      'job:load': undefined,
    });
    expect(glue.jobs.names()).toEqual(['prepare', 'transform']);
  });

  it.each([
    ['FAILED', 'FAILED', ['first', 'alert']],
    ['TIMEOUT', 'TIMEOUT', ['first', 'alert']],
    ['SUCCEEDED', 'FAILED', ['first']],
  ] as const)(
    'that end %s fire a trigger on %s: %j',
    async (state, on, started) => {
      await createJob(glue, 'first');
      await createJob(glue, 'alert');
      await createWorkflow(
        glue,
        ['job:first'],
        [{ after: 'job:first', start: 'job:alert', on }],
      );
      await startRun(glue);
      await glue.jobs.end('first', { state });
      expect(glue.jobs.names()).toEqual(started);
    },
  );

  it.each([
    ['AND', ['a', 'b', 'last']],
    ['ANY', ['a', 'b', 'last']],
  ] as const)('join branches with %s', async (Logical, all) => {
    for (const job of all) await createJob(glue, job);
    await createWorkflow(glue, ['job:a', 'job:b'], []);
    await glue.call('CreateTrigger', {
      Name: 'join',
      WorkflowName: WORKFLOW,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: {
        Logical,
        Conditions: [condition('job:a'), condition('job:b')],
      },
      Actions: [action('job:last')],
    });
    const runId = await startRun(glue);
    await glue.jobs.end('b');
    expect(glue.jobs.names()).toEqual(
      Logical === 'ANY' ? ['a', 'b', 'last'] : ['a', 'b'],
    );
    if (Logical === 'ANY') await glue.jobs.end('last');
    expect((await getRun(glue, runId)).Status).toBe('RUNNING');
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(all);
    if (Logical === 'AND') await glue.jobs.end('last');
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
  });

  it('keep the triggers of their start', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await glue.call('UpdateTrigger', {
      Name: `${WORKFLOW}-raw`,
      TriggerUpdate: {
        Actions: [action('job:load')],
        Predicate: { Conditions: [condition('job:prepare')] },
      },
    });
    await glue.call('StopTrigger', { Name: `${WORKFLOW}-transform` });
    await glue.jobs.end('prepare');
    expect(glue.crawls.started.map(each => each.crawlerName)).toEqual(['raw']);
    await glue.crawls.find('raw');
    expect(glue.jobs.names()).toEqual(['prepare', 'transform']);
    expect((await getRun(glue, runId)).Graph.Edges).toHaveLength(9);
  });

  it('do not fire triggers that are not ACTIVATED', async () => {
    await createCovidHiring(glue);
    await glue.call('StopTrigger', { Name: `${WORKFLOW}-raw` });
    const runId = await startRun(glue);
    await glue.jobs.end('prepare');
    expect(glue.crawls.started).toEqual([]);
    expect((await getRun(glue, runId)).Status).toBe('COMPLETED');
  });

  it('show a job that does not exist as ERROR', async () => {
    await createWorkflow(glue, ['job:gone', 'crawler:gone'], []);
    const run = await getRun(glue, await startRun(glue));
    expect(run).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { TotalActions: 2, ErroredActions: 2 },
    });
    const job = run.Graph.Nodes.find((node: any) => node.Type === 'JOB');
    expect(job.JobDetails.JobRuns).toEqual([
      expect.objectContaining({
        JobRunState: 'ERROR',
        TriggerName: `${WORKFLOW}-start`,
        ErrorMessage: expect.stringContaining('Job gone does not exist'),
      }),
    ]);
    expect(nodeStatesOf(run)['crawler:gone']).toBe('ERROR');
  });

  it('go on with a failed crawl only where a trigger says so', async () => {
    await createCovidHiring(glue);
    const runId = await startRun(glue);
    await glue.jobs.end('prepare');
    await glue.crawls.fail('raw', 's3://data/raw/x.csv: not UTF-8');
    const run = await getRun(glue, runId);
    expect(run.Status).toBe('COMPLETED');
    const raw = run.Graph.Nodes.find((node: any) => node.Name === 'raw');
    expect(raw.CrawlerDetails.Crawls).toEqual([
      expect.objectContaining({
        State: 'FAILED',
        ErrorMessage: 's3://data/raw/x.csv: not UTF-8',
        LogGroup: '/aws-glue/crawlers',
        LogStream: 'raw',
      }),
    ]);
  });

  it('hand jobs their arguments and the run', async () => {
    await createJob(glue, 'load', {
      DefaultArguments: { '--TempDir': 's3://data/tmp/', '--mode': 'full' },
      NonOverridableArguments: { '--fixed': 'yes' },
    });
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    await glue.call('CreateTrigger', {
      Name: 'start',
      WorkflowName: WORKFLOW,
      Type: 'ON_DEMAND',
      Actions: [
        {
          JobName: 'load',
          Arguments: { '--mode': 'delta', '--fixed': 'no' },
          Timeout: 7,
        },
      ],
    });
    const runId = await startRun(glue);
    expect(glue.jobs.started).toEqual([
      expect.objectContaining({
        jobRunId: expect.stringMatching(/^jr_[0-9a-f]{64}$/),
        jobName: 'load',
        commandName: 'glueetl',
        scriptLocation: 's3://scripts/load.py',
        glueVersion: '5.1',
        timeoutMinutes: 7,
        arguments: {
          '--TempDir': 's3://data/tmp/',
          '--mode': 'delta',
          '--fixed': 'yes',
          '--WORKFLOW_NAME': WORKFLOW,
          '--WORKFLOW_RUN_ID': runId,
        },
      }),
    ]);
  });

  it('keep to MaxConcurrentRuns', async () => {
    await createJob(glue, 'a', {
      ExecutionProperty: { MaxConcurrentRuns: 5 },
    });
    await createWorkflow(glue, ['job:a'], [], { MaxConcurrentRuns: 1 });
    await startRun(glue);
    await expect(startRun(glue)).rejects.toMatchObject({
      code: 'ConcurrentRunsExceededException',
    });
    await glue.jobs.end('a');
    await startRun(glue);
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    expect(Runs.map((run: any) => run.Status)).toEqual([
      'RUNNING',
      'COMPLETED',
    ]);
  });

  it('of a workflow without a start trigger cannot be started', async () => {
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    await expect(startRun(glue)).rejects.toThrow('has no start trigger');
    await expect(
      glue.call('StartWorkflowRun', { Name: 'other' }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it('start at a SCHEDULED trigger too', async () => {
    await createJob(glue, 'a');
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    await glue.call('CreateTrigger', {
      Name: 'daily',
      WorkflowName: WORKFLOW,
      Type: 'SCHEDULED',
      Schedule: 'cron(0 6 * * ? *)',
      Actions: [action('job:a')],
    });
    await startRun(glue);
    expect(glue.jobs.names()).toEqual(['a']);
  });

  it('name their predecessors', async () => {
    await createJob(glue, 'a');
    await createJob(glue, 'b');
    await createWorkflow(glue, ['job:a'], [{ after: 'job:a', start: 'job:b' }]);
    await startRun(glue);
    await glue.jobs.end('a');
    const [a, b] = glue.jobs.started;
    const { JobRun } = await glue.call('GetJobRun', {
      JobName: 'b',
      RunId: b.jobRunId,
      PredecessorsIncluded: true,
    });
    expect(JobRun).toMatchObject({
      TriggerName: `${WORKFLOW}-b`,
      PredecessorRuns: [{ JobName: 'a', RunId: a.jobRunId }],
    });
  });

  it('have properties of their own', async () => {
    await createCovidHiring(glue);
    const RunId = await startRun(glue);
    await glue.call('PutWorkflowRunProperties', {
      Name: WORKFLOW,
      RunId,
      RunProperties: { rows: '7', region: 'EU' },
    });
    expect(
      await glue.call('GetWorkflowRunProperties', { Name: WORKFLOW, RunId }),
    ).toEqual({ RunProperties: { region: 'EU', rows: '7' } });
    const { Workflow } = await glue.call('GetWorkflow', { Name: WORKFLOW });
    expect(Workflow.DefaultRunProperties).toEqual({ region: 'US' });
    expect(Workflow.LastRun.WorkflowRunId).toBe(RunId);
  });
});
