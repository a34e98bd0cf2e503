import {
  action,
  condition,
  createJob,
  getRun,
  startRun,
  WORKFLOW,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

const BRANCHES = 10;
const DEPTH = 5;

/** "Limit the total number of jobs, crawlers, and triggers within a workflow to 100" ("Overview of workflows", AWS Glue Developer Guide). */
describe('a workflow of 100 nodes', () => {
  const glue = new TestGlue();

  afterAll(() => glue.dispose());

  const jobsAt = (depth: number) =>
    Array.from({ length: BRANCHES }, (_, branch) => `job-${branch}-${depth}`);

  const trigger = (Name: string, after: string[], start: string[]) =>
    glue.call('CreateTrigger', {
      Name,
      WorkflowName: WORKFLOW,
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: {
        Logical: 'AND',
        Conditions: after.map(job => condition(`job:${job}`)),
      },
      Actions: start.map(job => action(`job:${job}`)),
    });

  it('runs its ten branches, at a few milliseconds a node', async () => {
    await glue.call('CreateWorkflow', { Name: WORKFLOW });
    for (const job of ['first', 'aside', 'last', 'check', 'report']) {
      await createJob(glue, job);
    }
    for (let depth = 0; depth < DEPTH; depth++) {
      for (const job of jobsAt(depth)) await createJob(glue, job);
    }
    await glue.call('CreateTrigger', {
      Name: 'start',
      WorkflowName: WORKFLOW,
      Type: 'ON_DEMAND',
      Actions: [action('job:first'), action('job:aside')],
    });
    await trigger('fork', ['first'], jobsAt(0));
    for (let depth = 1; depth < DEPTH; depth++) {
      for (let branch = 0; branch < BRANCHES; branch++) {
        const job = `job-${branch}-${depth}`;
        await trigger(`to ${job}`, [`job-${branch}-${depth - 1}`], [job]);
      }
    }
    await trigger('join', jobsAt(DEPTH - 1), ['last']);
    await trigger('to check', ['last'], ['check']);
    await trigger('to report', ['check'], ['report']);

    const began = performance.now();
    const runId = await startRun(glue);
    await glue.jobs.end('first');
    await glue.jobs.end('aside');
    for (let depth = 0; depth < DEPTH; depth++) {
      for (const job of jobsAt(depth)) await glue.jobs.end(job);
    }
    for (const job of ['last', 'check', 'report']) await glue.jobs.end(job);
    const jobs = BRANCHES * DEPTH + 5;
    const perNode = (performance.now() - began) / jobs;

    const run = await getRun(glue, runId);
    expect(run).toMatchObject({
      Status: 'COMPLETED',
      Statistics: { TotalActions: jobs, SucceededActions: jobs },
    });
    expect(run.Graph.Nodes).toHaveLength(100);
    expect(glue.jobs.started).toHaveLength(jobs);
    // Measured below 3 ms; what is promised is 50 ms.
    expect(perNode).toBeLessThan(50);
  });
});
