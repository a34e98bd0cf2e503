import {
  action,
  condition,
  createCovidHiring,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('definitions of workflows, triggers, jobs and crawlers', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await createCovidHiring(glue);
  });

  afterEach(() => glue.dispose());

  const get = async (operation: string, input: object, member: string) =>
    (await glue.call(operation, input))[member];

  it('of a workflow: created, updated, deleted', async () => {
    await glue.call('UpdateWorkflow', {
      Name: WORKFLOW,
      Description: 'joins',
      MaxConcurrentRuns: 2,
    });
    expect(await get('GetWorkflow', { Name: WORKFLOW }, 'Workflow')).toEqual({
      Name: WORKFLOW,
      Description: 'joins',
      DefaultRunProperties: { region: 'US' },
      MaxConcurrentRuns: 2,
      CreatedOn: expect.any(Date),
      LastModifiedOn: expect.any(Date),
    });
    await glue.call('DeleteWorkflow', { Name: WORKFLOW });
    await glue.call('DeleteWorkflow', { Name: WORKFLOW });
    // Left over, and without effect.
    for (const [name, State] of [
      ['start', 'CREATED'],
      ['load', 'DEACTIVATED'],
    ]) {
      const Name = `${WORKFLOW}-${name}`;
      const trigger = await get('GetTrigger', { Name }, 'Trigger');
      expect(trigger).toMatchObject({ State });
      expect(trigger.WorkflowName).toBeUndefined();
    }
  });

  it('of workflows: 25 names a page', async () => {
    for (let i = 10; i < 40; i++) {
      await glue.call('CreateWorkflow', { Name: `w${i}` });
    }
    const first = await glue.call('ListWorkflows');
    expect(first.Workflows).toHaveLength(25);
    expect(first.Workflows[0]).toBe(WORKFLOW);
    const { NextToken } = first;
    const second = await glue.call('ListWorkflows', { NextToken });
    expect(second.Workflows).toEqual([
      'w34',
      'w35',
      'w36',
      'w37',
      'w38',
      'w39',
    ]);
    expect(second.NextToken).toBeUndefined();
  });

  it.each([
    ['BatchGetWorkflows', 'Names', WORKFLOW, 'Workflows', 'MissingWorkflows'],
    [
      'BatchGetTriggers',
      'TriggerNames',
      `${WORKFLOW}-load`,
      'Triggers',
      'TriggersNotFound',
    ],
    ['BatchGetJobs', 'JobNames', 'load', 'Jobs', 'JobsNotFound'],
    ['BatchGetCrawlers', 'CrawlerNames', 'raw', 'Crawlers', 'CrawlersNotFound'],
  ])(
    '%s names what is missing',
    async (operation, member, name, found, missing) => {
      const answer = await glue.call(operation, { [member]: [name, 'x'] });
      expect(answer[found]).toEqual([expect.objectContaining({ Name: name })]);
      expect(answer[missing]).toEqual(['x']);
    },
  );

  it('of triggers: ON_DEMAND ones stay CREATED', async () => {
    const Name = `${WORKFLOW}-start`;
    const state = async (name: string) =>
      (await get('GetTrigger', { Name: name }, 'Trigger')).State;
    expect(await state(Name)).toBe('CREATED');
    await glue.call('StartTrigger', { Name });
    expect(await state(Name)).toBe('CREATED');
    expect(glue.jobs.names()).toEqual(['prepare']);
    expect(await state(`${WORKFLOW}-load`)).toBe('ACTIVATED');
    await glue.call('StopTrigger', { Name: `${WORKFLOW}-load` });
    expect(await state(`${WORKFLOW}-load`)).toBe('DEACTIVATED');
    await glue.call('StartTrigger', { Name: `${WORKFLOW}-load` });
    expect(await state(`${WORKFLOW}-load`)).toBe('ACTIVATED');
  });

  it('of triggers: updated, listed by job, deleted', async () => {
    const Name = `${WORKFLOW}-load`;
    const { Trigger } = await glue.call('UpdateTrigger', {
      Name,
      TriggerUpdate: {
        Description: 'into Redshift',
        Actions: [action('job:load')],
        Predicate: { Conditions: [condition('job:transform')] },
      },
    });
    expect(Trigger).toEqual({
      Name,
      WorkflowName: WORKFLOW,
      Type: 'CONDITIONAL',
      Description: 'into Redshift',
      Actions: [{ JobName: 'load' }],
      Predicate: { Conditions: [condition('job:transform')] },
      State: 'ACTIVATED',
    });
    const byJob = { DependentJobName: 'load' };
    expect(await get('GetTriggers', byJob, 'Triggers')).toEqual([Trigger]);
    expect(await get('ListTriggers', byJob, 'TriggerNames')).toEqual([Name]);
    expect(await get('ListTriggers', {}, 'TriggerNames')).toHaveLength(5);
    await glue.call('DeleteTrigger', { Name });
    await glue.call('DeleteTrigger', { Name });
    // "If there is no such trigger, all triggers are returned."
    expect(await get('ListTriggers', byJob, 'TriggerNames')).toHaveLength(4);
    expect(await get('GetTriggers', byJob, 'Triggers')).toHaveLength(4);
  });

  it('of triggers: EVENT ones without a workflow are kept, with a warning', async () => {
    await glue.call('CreateTrigger', {
      Name: 'arrival',
      Type: 'EVENT',
      EventBatchingCondition: { BatchSize: 5 },
      Actions: [action('job:load')],
    });
    expect(glue.warnings).toEqual([
      expect.stringContaining(
        'Trigger arrival is of type EVENT and belongs to no workflow',
      ),
    ]);
  });

  it('of triggers outside of workflows: fired by hand', async () => {
    await glue.call('CreateTrigger', {
      Name: 'alone',
      Type: 'ON_DEMAND',
      Actions: [
        { JobName: 'load', Arguments: { '--day': '1' } },
        action('crawler:raw'),
      ],
    });
    await glue.call('StartTrigger', { Name: 'alone' });
    expect(glue.jobs.started).toEqual([
      expect.objectContaining({
        jobName: 'load',
        arguments: { '--day': '1' },
      }),
    ]);
    expect(glue.crawls.started).toHaveLength(1);
  });

  it('of a job: defaults, update, deletion', async () => {
    const job = await get('GetJob', { JobName: 'load' }, 'Job');
    expect(job).toMatchObject({
      Name: 'load',
      JobMode: 'SCRIPT',
      ExecutionProperty: { MaxConcurrentRuns: 1 },
      MaxRetries: 0,
      Timeout: 480,
      MaxCapacity: 2,
      AllocatedCapacity: 2,
      WorkerType: 'G.1X',
      CreatedOn: expect.any(Date),
    });
    await glue.call('UpdateJob', {
      JobName: 'load',
      JobUpdate: {
        Role: 'other',
        Command: job.Command,
        MaxCapacity: 3,
        Timeout: 5,
      },
    });
    const updated = await get('GetJob', { JobName: 'load' }, 'Job');
    expect(updated).toMatchObject({
      Role: 'other',
      MaxCapacity: 3,
      Timeout: 5,
      CreatedOn: job.CreatedOn,
    });
    expect(updated.WorkerType).toBeUndefined();
    expect(await get('GetJobs', {}, 'Jobs')).toHaveLength(3);
    await glue.call('DeleteJob', { JobName: 'load' });
    await glue.call('DeleteJob', { JobName: 'load' });
    expect(await get('ListJobs', {}, 'JobNames')).toEqual([
      'prepare',
      'transform',
    ]);
  });

  it('of a crawler: defaults, update, deletion', async () => {
    const crawler = await get('GetCrawler', { Name: 'raw' }, 'Crawler');
    expect(crawler).toMatchObject({
      State: 'READY',
      Version: 1,
      Classifiers: [],
      RecrawlPolicy: { RecrawlBehavior: 'CRAWL_EVERYTHING' },
      SchemaChangePolicy: {
        UpdateBehavior: 'UPDATE_IN_DATABASE',
        DeleteBehavior: 'DEPRECATE_IN_DATABASE',
      },
      LineageConfiguration: { CrawlerLineageSettings: 'DISABLE' },
    });
    expect(crawler.Schedule).toBeUndefined();
    expect(crawler.LastCrawl).toBeUndefined();
    await glue.call('UpdateCrawler', {
      Name: 'raw',
      TablePrefix: 'new_',
      Schedule: 'cron(0 6 * * ? *)',
    });
    expect(await get('GetCrawler', { Name: 'raw' }, 'Crawler')).toMatchObject({
      TablePrefix: 'new_',
      Version: 2,
      Targets: crawler.Targets,
      Schedule: { ScheduleExpression: 'cron(0 6 * * ? *)', State: 'SCHEDULED' },
    });
    await glue.call('UpdateCrawler', { Name: 'raw', Schedule: '' });
    const unscheduled = await get('GetCrawler', { Name: 'raw' }, 'Crawler');
    expect(unscheduled.Schedule).toBeUndefined();
    expect(await get('GetCrawlers', {}, 'Crawlers')).toHaveLength(2);
    await glue.call('DeleteCrawler', { Name: 'raw' });
    expect(await get('ListCrawlers', {}, 'CrawlerNames')).toEqual([
      'processed',
    ]);
  });
});
