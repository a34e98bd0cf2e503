import {
  action,
  condition,
  createCrawler,
  createJob,
  createWorkflow,
  startRun,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

// "AWS Glue triggers" and "Workflow restrictions", AWS Glue Developer Guide.
describe('triggers outside of workflows', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    for (const job of ['a', 'b', 'next', 'last']) await createJob(glue, job);
    await createCrawler(glue, 'c');
    await glue.call('CreateTrigger', {
      Name: 'first',
      Type: 'ON_DEMAND',
      Actions: [action('job:a'), action('job:b')],
    });
  });

  afterEach(() => glue.dispose());

  const follow = (
    Name: string,
    Conditions: object[],
    start: string,
    members: object = {},
  ) =>
    glue.call('CreateTrigger', {
      Name,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: { Logical: 'AND', Conditions },
      Actions: [action(start)],
      ...members,
    });

  const fire = () => glue.call('StartTrigger', { Name: 'first' });

  const chains = () =>
    glue.database.prepare('SELECT * FROM glue_trigger_chain').all();

  it('start what depends on the jobs and crawlers that triggers started', async () => {
    await follow(
      'crawl',
      [condition('job:a'), condition('job:b')],
      'crawler:c',
    );
    await follow('load', [condition('crawler:c')], 'job:last');
    await fire();
    await glue.jobs.end('a');
    expect(glue.crawls.started).toEqual([]);
    await glue.jobs.end('b');
    expect(glue.crawls.started).toHaveLength(1);
    await glue.crawls.find('c');
    expect(glue.jobs.names()).toEqual(['a', 'b', 'last']);
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'last' });
    expect(JobRuns[0]).toMatchObject({ TriggerName: 'load' });
    expect(chains()).toHaveLength(1);
    await glue.jobs.end('last');
    expect(chains()).toEqual([]);
  });

  it('start nothing after a job that no trigger started', async () => {
    await follow('load', [condition('job:a')], 'job:last');
    await glue.call('StartJobRun', { JobName: 'a' });
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(['a']);
  });

  it('want all jobs of a predicate to descend from one firing', async () => {
    await follow('load', [condition('job:a'), condition('job:b')], 'job:last');
    for (const job of ['a', 'b']) {
      await glue.call('CreateTrigger', {
        Name: `only ${job}`,
        Type: 'ON_DEMAND',
        Actions: [action(`job:${job}`)],
      });
      await glue.call('StartTrigger', { Name: `only ${job}` });
      await glue.jobs.end(job);
    }
    expect(glue.jobs.names()).toEqual(['a', 'b']);
  });

  it('start nothing after a job that a workflow started, nor the other way round', async () => {
    await follow('outside', [condition('job:a')], 'job:last');
    await createWorkflow(
      glue,
      ['job:a'],
      [{ after: 'job:a', start: 'job:next' }],
    );
    await startRun(glue);
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(['a', 'next']);
    await fire();
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(['a', 'next', 'a', 'b', 'last']);
  });

  it('fire once in a chain, and again in the next', async () => {
    const any = {
      Logical: 'ANY',
      Conditions: [condition('job:a'), condition('job:b')],
    };
    await follow('load', [], 'job:last', { Predicate: any });
    for (let i = 1; i <= 2; i++) {
      await fire();
      await glue.jobs.end('a');
      await glue.jobs.end('last');
      await glue.jobs.end('b');
      expect(glue.jobs.names()).toHaveLength(3 * i);
      expect(chains()).toEqual([]);
    }
  });

  it.each([
    ['was never started', { StartOnCreation: false }, async () => {}],
    ['was stopped', {}, () => glue.call('StopTrigger', { Name: 'load' })],
    ['was deleted', {}, () => glue.call('DeleteTrigger', { Name: 'load' })],
  ])('do not fire when the trigger %s', async (_, members, change) => {
    await follow('load', [condition('job:a')], 'job:last', members);
    await change();
    await fire();
    await glue.jobs.end('a');
    expect(glue.jobs.names()).toEqual(['a', 'b']);
  });

  it('go on after a restart', async () => {
    await follow('alert', [condition('job:a', 'FAILED')], 'job:last');
    await fire();
    await glue.kill();
    await glue.orchestrator.resume();
    await settled();
    expect(glue.jobs.names()).toEqual(['last']);
    await glue.jobs.end('last');
    expect(chains()).toEqual([]);
  });
});
