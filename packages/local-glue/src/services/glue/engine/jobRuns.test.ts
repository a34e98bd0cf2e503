import {
  createJob,
  createWorkflow,
  getRun,
  startRun,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

describe('job runs', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await createJob(glue, 'load', { MaxRetries: 1, Timeout: 30 });
  });

  afterEach(() => glue.dispose());

  const start = async (members: object = {}): Promise<string> => {
    const { JobRunId } = await glue.call('StartJobRun', {
      JobName: 'load',
      ...members,
    });
    return JobRunId;
  };

  const get = async (RunId: string) => {
    const { JobRun } = await glue.call('GetJobRun', { JobName: 'load', RunId });
    return JobRun;
  };

  const list = async () => {
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'load' });
    return JobRuns;
  };

  it('tell what they were and how long they took', async () => {
    await createJob(glue, 'scaled', {
      DefaultArguments: { '--enable-auto-scaling': 'true' },
    });
    const { JobRunId } = await glue.call('StartJobRun', {
      JobName: 'scaled',
      Arguments: { '--day': '1' },
    });
    await glue.jobs.end('scaled', { executionSeconds: 12.4 });
    const { JobRun } = await glue.call('GetJobRun', {
      JobName: 'scaled',
      RunId: JobRunId,
    });
    expect(JobRun).toMatchObject({
      Id: JobRunId,
      Attempt: 0,
      JobName: 'scaled',
      JobRunState: 'SUCCEEDED',
      Arguments: { '--day': '1' },
      StartedOn: expect.any(Date),
      LastModifiedOn: expect.any(Date),
      CompletedOn: expect.any(Date),
      ExecutionTime: 12,
      Timeout: 480,
      MaxCapacity: 2,
      WorkerType: 'G.1X',
      NumberOfWorkers: 2,
      DPUSeconds: 24,
      GlueVersion: '5.1',
      LogGroupName: '/aws-glue/jobs',
    });
    expect(JobRun.ErrorMessage).toBeUndefined();
  });

  it('take the capacity that they are started with', async () => {
    await createJob(glue, 'dpus', {
      WorkerType: undefined,
      NumberOfWorkers: undefined,
    });
    for (const [members, MaxCapacity] of [
      [{}, 10],
      [{ MaxCapacity: 4 }, 4],
      [{ AllocatedCapacity: 3 }, 3],
      [{ WorkerType: 'G.2X', NumberOfWorkers: 3 }, 6],
    ] as const) {
      await glue.call('StartJobRun', { JobName: 'dpus', ...members });
      const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'dpus' });
      expect(JobRuns[0]).toMatchObject({ MaxCapacity });
      await glue.jobs.end('dpus');
    }
  });

  it('say why they failed', async () => {
    await createJob(glue, 'once');
    await glue.call('StartJobRun', { JobName: 'once' });
    await glue.jobs.end('once', {
      state: 'FAILED',
      errorMessage: 'KeyError: x',
    });
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'once' });
    expect(JobRuns).toEqual([
      expect.objectContaining({
        JobRunState: 'FAILED',
        ErrorMessage: 'KeyError: x',
      }),
    ]);
  });

  it('wait while Python is prepared, and say so', async () => {
    glue.jobs.become({ state: 'preparing', reason: 'Installing Spark' });
    const id = await start();
    expect(await get(id)).toMatchObject({
      JobRunState: 'WAITING',
      StateDetail: 'Installing Spark',
    });
    glue.jobs.become({ state: 'ready' });
    await settled();
    const running = await get(id);
    expect(running.JobRunState).toBe('RUNNING');
    expect(running.StateDetail).toBeUndefined();
  });

  it('count as waiting in their workflow run while they do', async () => {
    await createWorkflow(glue, ['job:load'], []);
    glue.jobs.become({ state: 'preparing', reason: 'Installing Spark' });
    const runId = await startRun(glue);
    expect((await getRun(glue, runId)).Statistics).toMatchObject({
      WaitingActions: 1,
      RunningActions: 0,
    });
    glue.jobs.become({ state: 'ready' });
    await settled();
    expect((await getRun(glue, runId)).Statistics).toMatchObject({
      WaitingActions: 0,
      RunningActions: 1,
    });
  });

  it.each([true, false])(
    'fail where Python is missing (found out while waiting: %s)',
    async isWaiting => {
      await createJob(glue, 'once');
      const unavailable = {
        state: 'unavailable',
        reason: 'Install Python 3.11',
      } as const;
      glue.jobs.become(
        isWaiting ? { state: 'preparing', reason: 'Looking' } : unavailable,
      );
      await glue.call('StartJobRun', { JobName: 'once' });
      glue.jobs.become(unavailable);
      await settled();
      const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'once' });
      expect(JobRuns).toEqual([
        expect.objectContaining({
          JobRunState: 'FAILED',
          ErrorMessage: 'Install Python 3.11',
        }),
      ]);
    },
  );

  it.each([
    [{ Name: 'gluestreaming', ScriptLocation: 's3://s/x.py' }, 'gluestreaming'],
    [{ Name: 'glueetl' }, 'no Command.ScriptLocation'],
  ])('of the command %j fail and say so', async (Command, message) => {
    await createJob(glue, 'other', { Command });
    await glue.call('StartJobRun', { JobName: 'other' });
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'other' });
    expect(JobRuns[0]).toMatchObject({
      JobRunState: 'FAILED',
      ErrorMessage: expect.stringContaining(message),
    });
    expect(glue.jobs.started).toEqual([]);
  });

  it('that fail are tried again, as often as MaxRetries', async () => {
    const id = await start();
    await glue.jobs.end('load', { state: 'FAILED', errorMessage: 'first' });
    await glue.jobs.end('load', { state: 'FAILED', errorMessage: 'second' });
    const [retry, first] = await list();
    expect(first).toMatchObject({ Id: id, Attempt: 0, JobRunState: 'FAILED' });
    expect(retry).toMatchObject({
      Id: `${id}_attempt_1`,
      Attempt: 1,
      PreviousRunId: id,
      JobRunState: 'FAILED',
      ErrorMessage: 'second',
    });
    expect(glue.jobs.started).toHaveLength(2);
  });

  it.each(['TIMEOUT', 'STOPPED', 'SUCCEEDED'] as const)(
    'that end %s are not tried again',
    async state => {
      await start();
      await glue.jobs.end('load', { state });
      expect(await list()).toHaveLength(1);
    },
  );

  it('hide a failure from triggers until no attempt is left', async () => {
    await createJob(glue, 'alert');
    await createWorkflow(
      glue,
      ['job:load'],
      [{ after: 'job:load', start: 'job:alert', on: 'FAILED' }],
    );
    const runId = await startRun(glue);
    await glue.jobs.end('load', { state: 'FAILED' });
    expect(glue.jobs.names()).toEqual(['load', 'load']);
    await glue.jobs.end('load', { state: 'FAILED' });
    expect(glue.jobs.names()).toEqual(['load', 'load', 'alert']);
    await glue.jobs.end('alert');
    expect(await getRun(glue, runId)).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { FailedActions: 1, SucceededActions: 1, TotalActions: 2 },
    });
  });

  it('can be repeated by their id', async () => {
    const id = await start({ Arguments: { '--day': '1' } });
    await glue.jobs.end('load');
    const again = await start({ JobRunId: id });
    expect(await get(again)).toMatchObject({
      PreviousRunId: id,
      Arguments: { '--day': '1' },
    });
    await glue.jobs.end('load');
    const third = await start({ JobRunId: id });
    expect(await get(third)).toMatchObject({ PreviousRunId: id });
    expect(new Set([id, again, third]).size).toBe(3);
    await expect(start({ JobRunId: 'jr_0' })).rejects.toMatchObject({
      code: 'EntityNotFoundException',
    });
  });

  it("keep to the job's MaxConcurrentRuns", async () => {
    await start();
    await expect(start()).rejects.toMatchObject({
      code: 'ConcurrentRunsExceededException',
    });
    await createWorkflow(glue, ['job:load'], []);
    const run = await getRun(glue, await startRun(glue));
    expect(run).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { FailedActions: 1 },
    });
  });

  it('queue up where the job allows it', async () => {
    await createJob(glue, 'queued', { JobRunQueuingEnabled: true });
    for (let i = 0; i < 3; i++) {
      await glue.call('StartJobRun', { JobName: 'queued' });
    }
    const states = async () => {
      const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'queued' });
      return JobRuns.map((run: any) => run.JobRunState).reverse();
    };
    expect(await states()).toEqual(['RUNNING', 'WAITING', 'WAITING']);
    await glue.jobs.end('queued');
    expect(await states()).toEqual(['SUCCEEDED', 'RUNNING', 'WAITING']);
    await glue.jobs.end('queued');
    await glue.jobs.end('queued');
    expect(await states()).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  });

  it('can be stopped', async () => {
    const id = await start();
    const stop = (JobRunIds: string[]) =>
      glue.call('BatchStopJobRun', { JobName: 'load', JobRunIds });
    expect(await stop([id, 'jr_0'])).toEqual({
      SuccessfulSubmissions: [{ JobName: 'load', JobRunId: id }],
      Errors: [
        {
          JobName: 'load',
          JobRunId: 'jr_0',
          ErrorDetail: expect.objectContaining({
            ErrorCode: 'EntityNotFoundException',
          }),
        },
      ],
    });
    expect((await get(id)).JobRunState).toBe('STOPPING');
    expect(glue.jobs.stopped).toEqual([id]);
    await glue.jobs.end('load', { state: 'STOPPED' });
    expect((await get(id)).JobRunState).toBe('STOPPED');
    const { Errors } = await stop([id]);
    expect(Errors[0].ErrorDetail.ErrorMessage).toContain('has ended already');
  });

  it('are listed newest first, in pages', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.unshift(await start());
      await glue.jobs.end('load');
    }
    const listed: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await glue.call('GetJobRuns', {
        JobName: 'load',
        MaxResults: 2,
        NextToken,
      });
      expect(answer.JobRuns.length).toBeLessThanOrEqual(2);
      listed.push(...answer.JobRuns.map((run: any) => run.Id));
      NextToken = answer.NextToken;
    } while (NextToken);
    expect(listed).toEqual(ids);
  });

  it.each([
    ['StartJobRun', { JobName: 'other' }, 'EntityNotFoundException'],
    ['GetJobRuns', { JobName: 'other' }, 'EntityNotFoundException'],
    [
      'GetJobRun',
      { JobName: 'load', RunId: 'jr_0' },
      'EntityNotFoundException',
    ],
    [
      'StartJobRun',
      { JobName: 'load', MaxCapacity: 2, WorkerType: 'G.1X' },
      'InvalidInputException',
    ],
    ['StartJobRun', { JobName: 'load', Timeout: 0 }, 'ValidationException'],
  ])('%s of %j is %s', async (operation, input, code) => {
    await expect(glue.call(operation, input)).rejects.toMatchObject({ code });
  });
});
