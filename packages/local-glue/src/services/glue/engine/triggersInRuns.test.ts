import {
  action,
  condition,
  createCrawler,
  createJob,
  createWorkflow,
  getRun,
  nodeStatesOf,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { settled, TestGlue } from '../__testUtils__/TestGlue';

const JOB_ENDS = ['SUCCEEDED', 'FAILED', 'TIMEOUT', 'STOPPED'] as const;
const CRAWL_ENDS = ['SUCCEEDED', 'FAILED', 'CANCELLED'] as const;

type JobEnd = (typeof JOB_ENDS)[number];
type CrawlEnd = (typeof CRAWL_ENDS)[number];

/** Every way to end with every way to watch for. */
const pairs = <End>(ends: readonly End[]) =>
  ends.flatMap(ended => ends.map((watched): [End, End] => [ended, watched]));

// "AWS Glue triggers", AWS Glue Developer Guide; "Action", "Condition" and
// "Predicate", AWS Glue API reference.
describe('triggers in workflow runs', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    for (const job of ['a', 'b', 'next']) await createJob(glue, job);
    for (const crawler of ['c', 'd']) await createCrawler(glue, crawler);
  });

  afterEach(() => glue.dispose());

  const endCrawl = {
    SUCCEEDED: () => glue.crawls.find('c'),
    FAILED: () => glue.crawls.fail('c', 'no such file'),
    CANCELLED: async () => {
      await glue.call('StopCrawler', { Name: 'c' });
      await settled();
    },
  };

  it.each(pairs(JOB_ENDS))(
    'a job that ended %s, watched for %s',
    async (ended, watched) => {
      await createWorkflow(
        glue,
        ['job:a'],
        [{ after: 'job:a', start: 'job:next', on: watched }],
      );
      await startRun(glue);
      await glue.jobs.end('a', { state: ended });
      expect(glue.jobs.names()).toEqual(
        ended === watched ? ['a', 'next'] : ['a'],
      );
    },
  );

  it.each(pairs(CRAWL_ENDS))(
    'a crawler that ended %s, watched for %s',
    async (ended, watched) => {
      await createWorkflow(
        glue,
        ['crawler:c'],
        [{ after: 'crawler:c', start: 'job:next', on: watched }],
      );
      await startRun(glue);
      await endCrawl[ended]();
      expect(glue.jobs.names()).toEqual(ended === watched ? ['next'] : []);
    },
  );

  it.each<['AND' | 'ANY', JobEnd, CrawlEnd, boolean]>([
    ['AND', 'SUCCEEDED', 'SUCCEEDED', true],
    ['AND', 'SUCCEEDED', 'FAILED', false],
    ['AND', 'FAILED', 'SUCCEEDED', false],
    ['ANY', 'SUCCEEDED', 'FAILED', true],
    ['ANY', 'FAILED', 'SUCCEEDED', true],
    ['ANY', 'FAILED', 'FAILED', false],
  ])(
    '%s over a job that %s and a crawler that %s: %s',
    async (Logical, job, crawl, fires) => {
      await createWorkflow(glue, ['job:a', 'crawler:c'], []);
      await glue.call('CreateTrigger', {
        Name: 'both',
        WorkflowName: WORKFLOW,
        Type: 'CONDITIONAL',
        StartOnCreation: true,
        Predicate: {
          Logical,
          Conditions: [condition('job:a'), condition('crawler:c')],
        },
        Actions: [action('job:next')],
      });
      await startRun(glue);
      await glue.jobs.end('a', { state: job });
      await endCrawl[crawl]();
      expect(glue.jobs.names()).toEqual(fires ? ['a', 'next'] : ['a']);
    },
  );

  it('start all of their actions at once, jobs and crawlers', async () => {
    const all = ['job:a', 'job:b', 'crawler:c', 'crawler:d'];
    await createWorkflow(glue, all, []);
    const run = await getRun(glue, await startRun(glue));
    expect(nodeStatesOf(run)).toEqual(
      Object.fromEntries(all.map(node => [node, 'RUNNING'])),
    );
    expect(run.Statistics).toMatchObject({ RunningActions: 4 });
  });

  it('pass on what their actions say', async () => {
    await createJob(glue, 'strict', {
      DefaultArguments: { '--a': 'default', '--b': 'default' },
      NonOverridableArguments: { '--c': 'fixed' },
      SecurityConfiguration: 'plain',
      NotificationProperty: { NotifyDelayAfter: 60 },
      Timeout: 30,
    });
    const passed = {
      Timeout: 7,
      SecurityConfiguration: 'encrypted',
      NotificationProperty: { NotifyDelayAfter: 5 },
    };
    const Arguments = { '--b': 'passed', '--c': 'passed', '--d': 'passed' };
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    await glue.call('CreateTrigger', {
      Name: 'start',
      WorkflowName: WORKFLOW,
      Type: 'ON_DEMAND',
      Actions: [
        { JobName: 'strict', Arguments, ...passed },
        { JobName: 'a', Arguments },
      ],
    });
    const runId = await startRun(glue);
    const ofRun = {
      '--WORKFLOW_NAME': WORKFLOW,
      '--WORKFLOW_RUN_ID': runId,
    };
    const [strict, a] = glue.jobs.started;
    expect(strict).toMatchObject({
      timeoutMinutes: 7,
      arguments: {
        '--a': 'default',
        '--b': 'passed',
        '--c': 'fixed',
        '--d': 'passed',
        ...ofRun,
      },
    });
    expect(a.arguments).toEqual({ ...Arguments, ...ofRun });
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'strict' });
    expect(JobRuns[0]).toMatchObject({
      ...passed,
      TriggerName: 'start',
      Arguments: { ...Arguments, ...ofRun },
    });
  });

  it("take the job's own settings where they say nothing", async () => {
    await createJob(glue, 'own', {
      SecurityConfiguration: 'plain',
      NotificationProperty: { NotifyDelayAfter: 60 },
      Timeout: 30,
    });
    await createWorkflow(glue, ['job:own'], []);
    await startRun(glue);
    const { JobRuns } = await glue.call('GetJobRuns', { JobName: 'own' });
    expect(JobRuns[0]).toMatchObject({
      SecurityConfiguration: 'plain',
      NotificationProperty: { NotifyDelayAfter: 60 },
      Timeout: 30,
    });
  });

  // "Snapshots make only triggers immutable. Changes that you make to
  // downstream jobs and crawlers during the workflow run take effect."
  it('start jobs as they are defined at that moment', async () => {
    await createWorkflow(
      glue,
      ['job:a'],
      [{ after: 'job:a', start: 'job:next' }],
    );
    await startRun(glue);
    await glue.call('UpdateJob', {
      JobName: 'next',
      JobUpdate: {
        Role: 'r',
        Command: { Name: 'pythonshell', ScriptLocation: 's3://scripts/new.py' },
      },
    });
    await glue.jobs.end('a');
    expect(glue.jobs.started[1]).toMatchObject({
      jobName: 'next',
      commandName: 'pythonshell',
      scriptLocation: 's3://scripts/new.py',
    });
  });

  // "Workflow restrictions": what a trigger outside of the workflow starts
  // fires no trigger inside.
  it('ignore jobs that the run did not start', async () => {
    await createWorkflow(
      glue,
      ['job:a'],
      [{ after: 'job:b', start: 'job:next' }],
    );
    await startRun(glue);
    await glue.call('StartJobRun', { JobName: 'b' });
    await glue.jobs.end('b');
    expect(glue.jobs.names()).toEqual(['a', 'b']);
  });
});
