import {
  action,
  createCovidHiring,
  createJob,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('lists of workflows, triggers, jobs and their runs', () => {
  const glue = new TestGlue();
  const NAMES = ['p', 'q', 'r', 's', 't'];
  const runIds: string[] = [];

  beforeAll(async () => {
    await createCovidHiring(glue);
    for (const name of NAMES) {
      await glue.call('CreateWorkflow', { Name: name });
      await createJob(glue, name);
      await glue.call('CreateTrigger', {
        Name: name,
        Type: 'ON_DEMAND',
        Actions: [action('job:p')],
      });
    }
    for (let i = 0; i < 5; i++) {
      runIds.unshift(await startRun(glue));
      await glue.jobs.end('prepare', { state: 'FAILED' });
    }
  });

  afterAll(() => glue.dispose());

  const TRIGGERS = ['load', 'processed', 'raw', 'start', 'transform'].map(
    each => `${WORKFLOW}-${each}`,
  );
  const JOBS = ['load', 'p', 'prepare', 'q', 'r', 's', 't', 'transform'];

  it.each<[string, object, string, string | undefined, () => string[]]>([
    ['ListWorkflows', {}, 'Workflows', undefined, () => [WORKFLOW, ...NAMES]],
    ['ListJobs', {}, 'JobNames', undefined, () => JOBS],
    ['GetJobs', {}, 'Jobs', 'Name', () => JOBS],
    [
      'ListTriggers',
      {},
      'TriggerNames',
      undefined,
      () => [...TRIGGERS, ...NAMES],
    ],
    ['GetTriggers', {}, 'Triggers', 'Name', () => [...TRIGGERS, ...NAMES]],
    [
      'ListTriggers',
      { DependentJobName: 'p' },
      'TriggerNames',
      undefined,
      () => NAMES,
    ],
    ['GetTriggers', { DependentJobName: 'p' }, 'Triggers', 'Name', () => NAMES],
    // "If there is no such trigger, all triggers are returned."
    [
      'GetTriggers',
      { DependentJobName: 't' },
      'Triggers',
      'Name',
      () => [...TRIGGERS, ...NAMES],
    ],
    [
      'GetWorkflowRuns',
      { Name: WORKFLOW },
      'Runs',
      'WorkflowRunId',
      () => runIds,
    ],
    ['GetWorkflowRuns', { Name: 'p' }, 'Runs', 'WorkflowRunId', () => []],
    ['GetJobRuns', { JobName: 'p' }, 'JobRuns', 'Id', () => []],
  ])('%s of %j in pages', async (operation, input, member, key, expected) => {
    for (const MaxResults of [1, 2, 5, undefined]) {
      const listed: string[] = [];
      let NextToken: string | undefined;
      do {
        const answer = await glue.call(operation, {
          ...input,
          MaxResults,
          NextToken,
        });
        const page = answer[member].map((each: any) =>
          key ? each[key] : each,
        );
        expect(page.length).toBeLessThanOrEqual(MaxResults ?? 200);
        listed.push(...page);
        NextToken = answer.NextToken;
      } while (NextToken);
      expect(listed).toEqual(expected());
    }
  });

  it.each([
    ['ListWorkflows', {}],
    ['ListJobs', {}],
    ['GetJobs', {}],
    ['ListTriggers', {}],
    ['GetTriggers', {}],
    ['GetWorkflowRuns', { Name: WORKFLOW }],
    ['GetJobRuns', { JobName: 'p' }],
  ])('%s refuses a token that it did not give', async (operation, input) => {
    await expect(
      glue.call(operation, { ...input, NextToken: 'x' }),
    ).rejects.toMatchObject({ code: 'InvalidInputException' });
  });
});
