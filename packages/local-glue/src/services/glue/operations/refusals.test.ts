import {
  action,
  condition,
  createCovidHiring,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('requests about workflows, triggers, jobs and crawlers that are refused', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await createCovidHiring(glue);
  });

  afterEach(() => glue.dispose());

  const START = {
    Name: 'second',
    Type: 'ON_DEMAND',
    Actions: [action('job:load')],
  };

  const CONDITIONAL = {
    Name: 'second',
    Type: 'CONDITIONAL',
    Actions: [action('job:load')],
    Predicate: { Conditions: [condition('job:prepare')] },
  };

  it.each<[string, object, string, string]>([
    ['CreateWorkflow', { Name: WORKFLOW }, 'AlreadyExistsException', WORKFLOW],
    ['CreateWorkflow', { Name: '' }, 'ValidationException', "'Name'"],
    [
      'CreateWorkflow',
      { Name: 'w', MaxConcurrentRuns: 0 },
      'ValidationException',
      "'MaxConcurrentRuns'",
    ],
    ['UpdateWorkflow', { Name: 'x' }, 'EntityNotFoundException', 'Workflow x'],
    ['GetWorkflow', { Name: 'x' }, 'EntityNotFoundException', 'Workflow x'],
    [
      'GetWorkflowRun',
      { Name: WORKFLOW, RunId: 'wr_0' },
      'EntityNotFoundException',
      'wr_0',
    ],
    ['GetWorkflowRuns', { Name: 'x' }, 'EntityNotFoundException', 'Workflow x'],
    ['BatchGetWorkflows', { Names: [] }, 'ValidationException', "'Names'"],
    [
      'BatchGetWorkflows',
      { Names: Array(26).fill('w') },
      'ValidationException',
      "'Names'",
    ],
    [
      'ListWorkflows',
      { MaxResults: 26 },
      'ValidationException',
      "'MaxResults'",
    ],
    [
      'CreateTrigger',
      { ...START, Name: `${WORKFLOW}-start` },
      'AlreadyExistsException',
      'start',
    ],
    [
      'CreateTrigger',
      { ...START, WorkflowName: 'x' },
      'EntityNotFoundException',
      'Workflow x',
    ],
    [
      'CreateTrigger',
      { ...START, WorkflowName: WORKFLOW },
      'InvalidInputException',
      'has the start trigger covid-hiring-start already',
    ],
    [
      'CreateTrigger',
      { ...START, StartOnCreation: true },
      'InvalidInputException',
      'StartOnCreation',
    ],
    [
      'CreateTrigger',
      { ...START, Schedule: 'cron(0 6 * * ? *)' },
      'InvalidInputException',
      'Schedule',
    ],
    [
      'CreateTrigger',
      {
        ...START,
        Type: 'EVENT',
        StartOnCreation: true,
      },
      'InvalidInputException',
      'EVENT, which is never activated',
    ],
    [
      'CreateTrigger',
      { ...CONDITIONAL, Type: 'SCHEDULED', Predicate: undefined },
      'InvalidInputException',
      'has no Schedule',
    ],
    [
      'UpdateTrigger',
      { Name: 'x', TriggerUpdate: {} },
      'EntityNotFoundException',
      'Trigger x',
    ],
    [
      'UpdateTrigger',
      { Name: `${WORKFLOW}-load`, TriggerUpdate: { Name: 'x' } },
      'InvalidInputException',
      'cannot be renamed',
    ],
    [
      'UpdateTrigger',
      {
        Name: `${WORKFLOW}-load`,
        TriggerUpdate: {
          Actions: [],
          Predicate: { Conditions: [condition('job:prepare')] },
        },
      },
      'InvalidInputException',
      'has no actions',
    ],
    [
      'UpdateTrigger',
      {
        Name: `${WORKFLOW}-load`,
        TriggerUpdate: { Actions: [action('job:load')] },
      },
      'InvalidInputException',
      'has no conditions',
    ],
    ['GetTrigger', { Name: 'x' }, 'EntityNotFoundException', 'Trigger x'],
    ['StartTrigger', { Name: 'x' }, 'EntityNotFoundException', 'Trigger x'],
    [
      'StopTrigger',
      { Name: `${WORKFLOW}-start` },
      'InvalidInputException',
      'ON_DEMAND',
    ],
    [
      'CreateJob',
      { Name: 'load', Role: 'r', Command: {} },
      'AlreadyExistsException',
      'Job load',
    ],
    [
      'CreateJob',
      {
        Name: 'j',
        Role: 'r',
        Command: {},
        MaxCapacity: 2,
        WorkerType: 'G.1X',
        NumberOfWorkers: 2,
      },
      'InvalidInputException',
      'MaxCapacity',
    ],
    [
      'CreateJob',
      { Name: 'j', Role: 'r', Command: {}, WorkerType: 'G.3X' },
      'ValidationException',
      "'WorkerType'",
    ],
    ['CreateJob', { Name: 'j', Command: {} }, 'ValidationException', "'Role'"],
    [
      'UpdateJob',
      { JobName: 'x', JobUpdate: {} },
      'EntityNotFoundException',
      'Job x',
    ],
    [
      'UpdateJob',
      { JobName: 'load', JobUpdate: { Role: 'r', Timeout: 5 } },
      'InvalidInputException',
      'JobUpdate has no Command',
    ],
    [
      'CreateJob',
      { Name: 'j', Role: 'r', Command: {}, Timeout: 10_081 },
      'InvalidInputException',
      'Timeout of job j',
    ],
    ['GetJob', { JobName: 'x' }, 'EntityNotFoundException', 'Job x'],
    [
      'CreateCrawler',
      { Name: 'raw', Role: 'r', Targets: { S3Targets: [{ Path: 's3://a' }] } },
      'AlreadyExistsException',
      'Crawler raw',
    ],
    [
      'CreateCrawler',
      { Name: 'c', Role: 'r', Targets: {} },
      'InvalidInputException',
      'has no targets',
    ],
    [
      'UpdateCrawler',
      { Name: 'raw', Schedule: 'rate(1 day)' },
      'InvalidInputException',
      "'Schedule'",
    ],
    [
      'ListCrawls',
      { CrawlerName: 'x' },
      'EntityNotFoundException',
      'Crawler x',
    ],
  ])('%s of %j is %s', async (operation, input, code, message) => {
    await expect(glue.call(operation, input)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('leave nothing behind when they are refused', async () => {
    await expect(
      glue.call('CreateTrigger', {
        ...START,
        WorkflowName: WORKFLOW,
        Tags: { a: '1' },
      }),
    ).rejects.toThrow();
    const { TriggerNames } = await glue.call('ListTriggers');
    expect(TriggerNames).not.toContain('second');
  });
});
