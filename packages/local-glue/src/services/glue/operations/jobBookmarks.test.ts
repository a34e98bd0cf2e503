import { TestGlue } from '../__testUtils__/TestGlue';

/** "Tracking processed data using job bookmarks", AWS Glue Developer Guide. */
describe('job bookmarks', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateJob', {
      Name: 'load',
      Role: 'glue',
      Command: { Name: 'glueetl', ScriptLocation: 's3://assets/load.py' },
      DefaultArguments: { '--job-bookmark-option': 'job-bookmark-enable' },
      ExecutionProperty: { MaxConcurrentRuns: 2 },
    });
  });
  afterEach(() => glue.dispose());

  const start = async (Arguments: Record<string, string> = {}) => {
    const { JobRunId } = await glue.call('StartJobRun', {
      JobName: 'load',
      Arguments,
    });
    return JobRunId as string;
  };
  const given = () => glue.jobs.started.at(-1)?.bookmark;
  const states = (reached: number) => ({ source: { timestamp: reached } });

  /** A run that commits, and ends well. */
  async function commit(reached: number) {
    const id = await start();
    const version = given()!.version;
    await glue.jobs.end('load', {
      committed: { version, states: states(reached) },
    });
    return id;
  }

  it('go from a run that succeeded to the next', async () => {
    const first = await start();
    expect(given()).toEqual({ commits: true, version: 0, states: {} });
    await glue.jobs.end('load', {
      committed: { version: 0, states: states(1) },
    });
    const { JobBookmarkEntry } = await glue.call('GetJobBookmark', {
      JobName: 'load',
    });
    expect(JobBookmarkEntry).toMatchObject({
      JobName: 'load',
      Version: 1,
      Run: 1,
      Attempt: 0,
      RunId: first,
    });
    expect(JSON.parse(JobBookmarkEntry.JobBookmark)).toEqual({
      job_name: 'load',
      run_id: first,
      run_number: 1,
      attempt_number: 0,
      states: states(1),
    });

    const second = await commit(2);
    expect(given()).toEqual({ commits: true, version: 1, states: states(1) });
    const of = async (RunId: string) =>
      (await glue.call('GetJobBookmark', { JobName: 'load', RunId }))
        .JobBookmarkEntry;
    expect(await of(second)).toMatchObject({
      Version: 2,
      Run: 2,
      PreviousRunId: first,
    });
    expect(await of(first)).toMatchObject({ Version: 1, Run: 1 });
  });

  it.each([
    ['fails', { state: 'FAILED' as const }],
    ['is stopped', { state: 'STOPPED' as const }],
    ['does not commit', { committed: undefined }],
  ])('do not move when a run %s', async (_, end) => {
    await commit(1);
    await start();
    await glue.jobs.end('load', {
      committed: { version: 1, states: states(2) },
      ...end,
    });
    await start();
    expect(given()).toMatchObject({ version: 1, states: states(1) });
  });

  it('survive the server', async () => {
    await commit(1);
    await glue.kill();
    await glue.orchestrator.resume();
    await start();
    expect(given()).toMatchObject({ version: 1, states: states(1) });
  });

  it('start again after a reset', async () => {
    await commit(1);
    const { JobBookmarkEntry } = await glue.call('ResetJobBookmark', {
      JobName: 'load',
    });
    expect(JobBookmarkEntry).toMatchObject({ Version: 2, Run: 0 });
    await start();
    expect(given()).toEqual({ commits: true, version: 2, states: {} });
  });

  it('go back to what a run left', async () => {
    const first = await commit(1);
    await commit(2);
    const { JobBookmarkEntry } = await glue.call('ResetJobBookmark', {
      JobName: 'load',
      RunId: first,
    });
    expect(JobBookmarkEntry).toMatchObject({
      Version: 3,
      Run: 1,
      RunId: first,
    });
    await start();
    expect(given()).toMatchObject({ version: 3, states: states(1) });
  });

  it('stay where they are in a paused run, which may name the runs to read between', async () => {
    const first = await commit(1);
    const failed = await start();
    await glue.jobs.end('load', { state: 'FAILED' });
    const third = await commit(3);
    await commit(4);
    const paused = { '--job-bookmark-option': 'job-bookmark-pause' };
    await start(paused);
    expect(given()).toEqual({ commits: false, version: 3, states: states(4) });
    await glue.jobs.end('load');

    for (const from of [first, failed]) {
      await start({
        ...paused,
        '--job-bookmark-from': from,
        '--job-bookmark-to': third,
      });
      expect(given()).toEqual({
        commits: false,
        version: 3,
        states: states(1),
        until: states(3),
      });
      await glue.jobs.end('load');
    }
  });

  it.each<[Record<string, string>, string]>([
    [{ '--job-bookmark-option': 'job-bookmark-on' }, 'is none of'],
    [
      {
        '--job-bookmark-option': 'job-bookmark-pause',
        '--job-bookmark-from': 'jr_1',
      },
      'give both',
    ],
    [
      {
        '--job-bookmark-option': 'job-bookmark-pause',
        '--job-bookmark-from': 'jr_1',
        '--job-bookmark-to': 'jr_2',
      },
      'load has no run jr_1',
    ],
  ])('refuse %p', async (jobArguments, message) => {
    const RunId = await start(jobArguments);
    const { JobRun } = await glue.call('GetJobRun', { JobName: 'load', RunId });
    expect(JobRun.JobRunState).toBe('FAILED');
    expect(JobRun.ErrorMessage).toContain(message);
  });

  it.each<Record<string, string>>([
    { '--job-bookmark-option': 'job-bookmark-disable' },
    { '--job-bookmark-option': '' },
  ])('are not used with %p', async jobArguments => {
    await start(jobArguments);
    expect(given()).toBeUndefined();
  });

  it('fail a run whose bookmark was moved by another hand meanwhile', async () => {
    await commit(1);
    const RunId = await start();
    await glue.call('ResetJobBookmark', { JobName: 'load' });
    await glue.jobs.end('load', {
      committed: { version: 1, states: states(2) },
    });
    const { JobRun } = await glue.call('GetJobRun', { JobName: 'load', RunId });
    expect(JobRun.JobRunState).toBe('FAILED');
    expect(JobRun.ErrorMessage).toContain('The job bookmark was not stored');
    await start();
    expect(given()).toMatchObject({ version: 2, states: {} });
  });

  it('go with their job', async () => {
    await commit(1);
    await glue.call('DeleteJob', { JobName: 'load' });
    await expect(
      glue.call('GetJobBookmark', { JobName: 'load' }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it.each([
    ['GetJobBookmark', { JobName: 'load' }],
    ['GetJobBookmark', { JobName: 'load', RunId: 'jr_1' }],
    ['GetJobBookmark', { JobName: 'nothing' }],
    ['ResetJobBookmark', { JobName: 'load' }],
    ['ResetJobBookmark', { JobName: 'load', RunId: 'jr_1' }],
    ['ResetJobBookmark', { JobName: 'nothing' }],
  ])('%s %p finds none', async (operation, input) => {
    await expect(glue.call(operation, input)).rejects.toMatchObject({
      code: 'EntityNotFoundException',
    });
  });
});
