import {
  action,
  createCrawler,
  createJob,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('schedules', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    jest.useFakeTimers({
      now: new Date('2026-07-15T05:59:30Z'),
      doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'],
    });
    glue = new TestGlue();
    await createJob(glue, 'a');
    await glue.call('CreateWorkflow', { Name: WORKFLOW, MaxConcurrentRuns: 1 });
  });

  afterEach(async () => {
    await glue.dispose();
    jest.useRealTimers();
  });

  const createTrigger = (members: object = {}) =>
    glue.call('CreateTrigger', {
      Name: 'hourly',
      WorkflowName: WORKFLOW,
      Type: 'SCHEDULED',
      Schedule: 'cron(0 * * * ? *)',
      StartOnCreation: true,
      Actions: [action('job:a')],
      ...members,
    });

  const minutes = (count: number) =>
    jest.advanceTimersByTimeAsync(count * 60_000);

  const statuses = async () => {
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    return Runs.map((run: any) => run.Status);
  };

  it('start a run each time they are due', async () => {
    await createTrigger();
    expect(await statuses()).toEqual([]);
    await minutes(1);
    expect(await statuses()).toEqual(['RUNNING']);
    await glue.jobs.end('a');
    await minutes(60);
    expect(await statuses()).toEqual(['RUNNING', 'COMPLETED']);
  });

  it('wait for what is due in months', async () => {
    await createTrigger({ Schedule: 'cron(0 6 1 10 ? *)' });
    await minutes(24 * 60);
    expect(await statuses()).toEqual([]);
    jest.setSystemTime(new Date('2026-10-01T05:59:50Z'));
    await minutes(1);
    expect(await statuses()).toEqual(['RUNNING']);
  });

  it('record a start that exceeds the concurrency', async () => {
    await createTrigger();
    await minutes(61);
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    expect(Runs[0]).toMatchObject({
      Status: 'ERROR',
      ErrorMessage: `Concurrent runs exceeded for workflow: ${WORKFLOW}.`,
      CompletedOn: expect.any(Date),
    });
    expect(glue.jobs.started).toHaveLength(1);
  });

  it.each([
    ['was never started', { StartOnCreation: false }, async () => {}],
    ['was stopped', {}, () => glue.call('StopTrigger', { Name: 'hourly' })],
    ['was deleted', {}, () => glue.call('DeleteTrigger', { Name: 'hourly' })],
    [
      'was moved',
      {},
      () =>
        glue.call('UpdateTrigger', {
          Name: 'hourly',
          TriggerUpdate: {
            Schedule: 'cron(30 23 * * ? *)',
            Actions: [action('job:a')],
          },
        }),
    ],
  ])('do nothing when the trigger %s', async (_, members, change) => {
    await createTrigger(members);
    await change();
    await minutes(10);
    expect(await statuses()).toEqual([]);
  });

  it('go on after a restart', async () => {
    await createTrigger({ StartOnCreation: false });
    await glue.call('StartTrigger', { Name: 'hourly' });
    await glue.kill();
    await glue.orchestrator.resume();
    await minutes(1);
    expect(await statuses()).toEqual(['RUNNING']);
  });

  it('say that they cannot be read when an earlier version has stored them', async () => {
    await createTrigger();
    const { triggers } = glue.store;
    const stored = triggers.get('hourly')!;
    triggers.put({ ...stored, Schedule: 'cron(0 ? * * ? *)' });
    await glue.kill();
    await glue.orchestrator.resume();
    expect(glue.warnings).toContainEqual(
      expect.stringContaining(
        'The schedule of trigger hourly is never due: "?" is not valid for the hours',
      ),
    );
  });

  it('start crawlers, and triggers outside of workflows', async () => {
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    await createCrawler(glue, 'raw', { Schedule: 'cron(0/5 * * * ? *)' });
    await createTrigger({ WorkflowName: undefined });
    await minutes(1);
    expect(glue.crawls.started.map(each => each.crawlerName)).toEqual(['raw']);
    expect(glue.jobs.names()).toEqual(['a']);
    await minutes(5);
    expect(glue.warnings).toContainEqual(
      expect.stringContaining('Crawler raw is running'),
    );
  });
});
