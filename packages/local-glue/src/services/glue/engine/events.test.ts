import {
  action,
  createJob,
  createWorkflow,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

// "Overview of workflows", "Starting an AWS Glue workflow with an Amazon
// EventBridge event" and "Viewing the EventBridge events that started a
// workflow", AWS Glue Developer Guide.
describe('events', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    jest.useFakeTimers({
      now: new Date('2026-07-15T06:00:00Z'),
      doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'],
    });
    glue = new TestGlue();
    await createJob(glue, 'a', {
      ExecutionProperty: { MaxConcurrentRuns: 10 },
    });
  });

  afterEach(async () => {
    await glue.dispose();
    jest.useRealTimers();
  });

  const create = async (
    EventBatchingCondition?: object,
    workflow: object = {},
  ) => {
    await glue.call('CreateWorkflow', { Name: WORKFLOW, ...workflow });
    await glue.call('CreateTrigger', {
      Name: 'arrival',
      WorkflowName: WORKFLOW,
      Type: 'EVENT',
      EventBatchingCondition,
      Actions: [action('job:a')],
    });
  };

  const notify = (...ids: string[]) =>
    ids.forEach(id => glue.orchestrator.events.notify(WORKFLOW, id));

  const seconds = (count: number) =>
    jest.advanceTimersByTimeAsync(count * 1000);

  /** Of each run, oldest first: its events and the condition that was met. */
  const runs = async () => {
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    return Runs.reverse().map((run: any) => [
      run.WorkflowRunProperties['aws:eventIds'],
      run.StartingEventBatchCondition,
    ]);
  };

  const full = (BatchSize: number) => ({ BatchSize, BatchWindow: 0 });
  const late = (BatchWindow: number) => ({ BatchSize: 0, BatchWindow });

  it.each<[string, object | undefined, string[], number, unknown[]]>([
    [
      'each, without a condition',
      undefined,
      ['e1', 'e2'],
      0,
      [
        ['[e1]', full(1)],
        ['[e2]', full(1)],
      ],
    ],
    ['none before the batch is full', { BatchSize: 3 }, ['e1', 'e2'], 899, []],
    [
      'a batch',
      { BatchSize: 2 },
      ['e1', 'e2', 'e3'],
      0,
      [['[e1, e2]', full(2)]],
    ],
    [
      'a batch, and begin the next',
      { BatchSize: 2 },
      ['e1', 'e2', 'e3', 'e4'],
      0,
      [
        ['[e1, e2]', full(2)],
        ['[e3, e4]', full(2)],
      ],
    ],
    [
      'the same one twice: Glue removes no duplicates',
      { BatchSize: 2 },
      ['e1', 'e1'],
      0,
      [['[e1, e1]', full(2)]],
    ],
    [
      'what is there after the window',
      { BatchSize: 3, BatchWindow: 120 },
      ['e1', 'e2'],
      120,
      [['[e1, e2]', late(120)]],
    ],
    [
      'what is there after 900 s, where no window is given',
      { BatchSize: 3 },
      ['e1', 'e2'],
      900,
      [['[e1, e2]', late(900)]],
    ],
  ])('start %s', async (_, condition, ids, passed, expected) => {
    await create(condition);
    notify(...ids);
    await seconds(passed);
    expect(await runs()).toEqual(expected);
    expect(glue.jobs.started).toHaveLength(expected.length);
  });

  it('count the window from the first event, and again after a start', async () => {
    await create({ BatchSize: 2, BatchWindow: 60 });
    notify('e1');
    await seconds(50);
    notify('e2', 'e3');
    await seconds(50);
    expect(await runs()).toHaveLength(1);
    await seconds(10);
    expect(await runs()).toEqual([
      ['[e1, e2]', full(2)],
      ['[e3]', late(60)],
    ]);
    await seconds(900);
    expect(await runs()).toHaveLength(2);
  });

  it('need no activation: the trigger is CREATED, and stays so', async () => {
    await create();
    notify('e1');
    const { Trigger } = await glue.call('GetTrigger', { Name: 'arrival' });
    expect(Trigger.State).toBe('CREATED');
    for (const operation of ['StartTrigger', 'StopTrigger']) {
      await expect(
        glue.call(operation, { Name: 'arrival' }),
      ).rejects.toMatchObject({ code: 'InvalidInputException' });
    }
    expect(await runs()).toHaveLength(1);
  });

  it('survive a restart, during which their window goes on', async () => {
    await create({ BatchSize: 5, BatchWindow: 60 });
    notify('e1', 'e2');
    await glue.kill();
    jest.setSystemTime(Date.now() + 30_000);
    await glue.orchestrator.resume();
    expect(await runs()).toEqual([]);
    await seconds(30);
    expect(await runs()).toEqual([['[e1, e2]', late(60)]]);

    notify('e3');
    await glue.kill();
    jest.setSystemTime(Date.now() + 600_000);
    await glue.orchestrator.resume();
    expect(await runs()).toHaveLength(2);
  });

  it('are used up by a start that exceeds the concurrency', async () => {
    await create(undefined, { MaxConcurrentRuns: 1 });
    notify('e1', 'e2');
    await glue.jobs.end('a');
    await seconds(1800);
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    expect(Runs).toEqual([
      expect.objectContaining({
        Status: 'ERROR',
        ErrorMessage: `Concurrent runs exceeded for workflow: ${WORKFLOW}.`,
        StartingEventBatchCondition: full(1),
      }),
      expect.objectContaining({ Status: 'COMPLETED' }),
    ]);
  });

  it('start at once when the trigger comes to want fewer', async () => {
    await create({ BatchSize: 5 });
    notify('e1', 'e2');
    await glue.call('UpdateTrigger', {
      Name: 'arrival',
      TriggerUpdate: {
        EventBatchingCondition: { BatchSize: 2 },
        Actions: [action('job:a')],
      },
    });
    expect(await runs()).toEqual([['[e1, e2]', full(2)]]);
  });

  it.each([
    ['trigger', 'DeleteTrigger', 'arrival'],
    ['workflow', 'DeleteWorkflow', WORKFLOW],
  ])('are forgotten with their %s', async (_, operation, Name) => {
    await create({ BatchSize: 5 });
    notify('e1', 'e2');
    await glue.call(operation, { Name });
    await seconds(900);
    expect(glue.jobs.started).toEqual([]);
    expect(
      glue.database.prepare('SELECT * FROM glue_workflow_event').all(),
    ).toEqual([]);
  });

  it('start nothing where the start trigger is of another type', async () => {
    await createWorkflow(glue, ['job:a'], []);
    notify('e1');
    expect(await runs()).toEqual([]);
    expect(glue.warnings).toEqual([
      `Event e1 does not start workflow ${WORKFLOW}, which has no EVENT trigger.`,
    ]);
    expect(() => glue.orchestrator.events.notify('other', 'e1')).toThrow(
      expect.objectContaining({ code: 'EntityNotFoundException' }),
    );
  });

  it('keep the properties of the workflow', async () => {
    await create(undefined, { DefaultRunProperties: { region: 'US' } });
    notify('e1');
    const { Runs } = await glue.call('GetWorkflowRuns', { Name: WORKFLOW });
    expect(Runs[0].WorkflowRunProperties).toEqual({
      region: 'US',
      'aws:eventIds': '[e1]',
    });
  });
});
