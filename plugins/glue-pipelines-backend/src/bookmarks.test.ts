import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const PATH = '/v1/jobs/load/bookmark';
const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const ENTRY = {
  JobName: 'load',
  Version: 3,
  Run: 2,
  Attempt: 1,
  RunId: 'jr_2',
};
const ok = (body: object) => ({ status: 200, body });

describe('the bookmark of a job', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A portal that has collected the workflow, whose job has a bookmark. */
  async function setUp(
    options: Partial<Parameters<typeof startPortal>[0]> & {
      /** `--job-bookmark-option` of the job's definition, and of its run. */
      defined?: string;
      given?: string;
    } = {},
  ) {
    const { defined, given, ...more } = options;
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    const argument = (option?: string): Record<string, string> =>
      option === undefined ? {} : { '--job-bookmark-option': option };
    glue.putWorkflow('covid-hiring');
    glue.putJob({ Name: 'load', DefaultArguments: argument(defined) });
    glue.putRun('covid-hiring', 'wr_1', { jobArguments: argument(given) });
    glue.more.GetJobBookmark = () => ok({ JobBookmarkEntry: ENTRY });
    glue.more.ResetJobBookmark = () =>
      ok({ JobBookmarkEntry: { JobName: 'load', Version: 4, Run: 0 } });
    const portal = await startPortal({ endpoint: glue.url, ...more });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/runs', workflow);
    const reset = (body: object, path = PATH) =>
      portal.request('post', `${path}/reset`).send(body);
    return { glue, portal, reset };
  }

  it.each([
    ['job-bookmark-enable', undefined, 'enabled'],
    ['job-bookmark-pause', undefined, 'paused'],
    ['job-bookmark-disable', undefined, 'disabled'],
    [undefined, undefined, 'disabled'],
    ['job-bookmark-disable', 'job-bookmark-enable', 'enabled'],
    ['job-bookmark-on', undefined, 'unknown'],
  ])('defined %p, given %p: %s', async (defined, given, option) => {
    const { portal } = await setUp({ defined, given });
    expect((await portal.get(PATH, workflow)).body).toEqual({
      jobName: 'load',
      option,
      bookmark: { version: 3, run: 2, attempt: 1, jobRunId: 'jr_2' },
      readAt: expect.any(String),
    });
  });

  it('does not claim to know how a job uses it that it may not read', async () => {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1');
    glue.fail('BatchGetJobs', 'AccessDeniedException', 9);
    glue.more.GetJobBookmark = () => ok({ JobBookmarkEntry: ENTRY });
    const portal = await startPortal({ endpoint: glue.url });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/runs', workflow);
    const { body } = await portal.get(PATH, workflow);
    expect(body).toMatchObject({ option: 'unknown', bookmark: { version: 3 } });
  });

  it('says that there is none yet', async () => {
    const { glue, portal } = await setUp();
    glue.fail('GetJobBookmark', 'EntityNotFoundException');
    const { status, body } = await portal.get(PATH, workflow);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('bookmark');
  });

  it('is asked of AWS once for several who look, and again after a reset', async () => {
    const { glue, portal, reset } = await setUp();
    await Promise.all([1, 2, 3].map(() => portal.get(PATH, workflow)));
    await portal.get(PATH, workflow);
    expect(glue.count('GetJobBookmark')).toBe(1);
    const { status, body } = await reset(workflow);
    expect(status).toBe(200);
    expect(body.bookmark).toEqual({ version: 4, run: 0, attempt: 0 });
    await portal.get(PATH, workflow);
    expect(glue.count('GetJobBookmark')).toBe(2);
  });

  it('records who reset it, and where it went', async () => {
    const inputs: object[] = [];
    const { glue, portal, reset } = await setUp();
    glue.more.ResetJobBookmark = input => {
      inputs.push(input);
      return ok({ JobBookmarkEntry: ENTRY });
    };
    await reset({ ...workflow, jobRunId: 'jr_2' });
    expect(inputs).toEqual([{ JobName: 'load', RunId: 'jr_2' }]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'bookmark-reset',
        meta: { ...workflow, jobName: 'load', jobRunId: 'jr_2' },
      }),
    );
    expect(portal.event.success).toHaveBeenCalledWith({ meta: { version: 3 } });
  });

  const intruder = { ...workflow, entityRef: 'component:default/intruder' };

  it.each<
    [string, Parameters<typeof setUp>[0], object, string, number, RegExp]
  >([
    [
      'without the permission',
      { deny: ['glue-pipelines.bookmark.reset'] },
      workflow,
      PATH,
      403,
      /You need the permission glue-pipelines\.bookmark\.reset/,
    ],
    [
      'through an entity whose workflow it is not',
      {},
      intruder,
      PATH,
      403,
      /set its tag glue-pipelines\.io\/entity/,
    ],
    [
      'of a job that is not in the workflow',
      {},
      workflow,
      '/v1/jobs/other/bookmark',
      404,
      /has no job 'other'/,
    ],
    [
      'of a trigger of the workflow',
      {},
      workflow,
      '/v1/jobs/start/bookmark',
      404,
      /has no job 'start'/,
    ],
    [
      'without saying which workflow',
      {},
      { entityRef: ENTITY_REF },
      PATH,
      400,
      /workflowArn/,
    ],
  ])('is not reset %s', async (_, options, body, path, status, message) => {
    const { glue, reset } = await setUp(options);
    const answer = await reset(body, path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(glue.calls).not.toContain('ResetJobBookmark');
  });

  it('is not reset while a run is under way, also one that began elsewhere', async () => {
    const { glue, reset } = await setUp();
    glue.putRun('covid-hiring', 'wr_2', {
      job: 'RUNNING',
      Status: 'RUNNING',
      StartedOn: 1_796_000_000,
    });
    const { status, body } = await reset(workflow);
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/Run wr_2 .* is under way/);
    expect(glue.calls).not.toContain('ResetJobBookmark');
  });

  it.each([
    ['EntityNotFoundException', 404, /has no bookmark of run jr_9/],
    ['ConcurrentModificationException', 409, /Try again/],
    ['ConcurrentRunsExceededException', 409, /already running/],
    ['AccessDeniedException', 403, /glue:ResetJobBookmark/],
    ['InvalidInputException', 400, /does not take one of the values/],
    ['ThrottlingException', 503, /throttles/],
  ])('%s of a reset: %d', async (code, expected, message) => {
    const { glue, portal, reset } = await setUp();
    glue.fail('ResetJobBookmark', code, 1, 400, 'arn:aws:sts::1:assumed-role');
    const { status, body, text } = await reset({
      ...workflow,
      jobRunId: 'jr_9',
    });
    expect(status).toBe(expected);
    expect(body.error.message).toMatch(message);
    expect(text).not.toContain('assumed-role');
    expect(glue.count('ResetJobBookmark')).toBe(1);
    expect(portal.event.fail).toHaveBeenCalled();
  });

  it.each<[string, Parameters<typeof setUp>[0], object, string, number]>([
    ['the permission', { deny: ['glue-pipelines.run.read'] }, {}, 'load', 403],
    ['the tag', {}, { entityRef: intruder.entityRef }, 'load', 403],
    ['the job in the workflow', {}, {}, 'other', 404],
  ])('is not read without %s', async (_, options, query, job, status) => {
    const { glue, portal } = await setUp(options);
    const answer = await portal.get(`/v1/jobs/${job}/bookmark`, {
      ...workflow,
      ...query,
    });
    expect(answer.status).toBe(status);
    expect(glue.calls).not.toContain('GetJobBookmark');
  });

  it('needs the tag although reading runs does not', async () => {
    const { glue, portal } = await setUp({
      config: { requireEntityTag: { reads: false, writes: false } },
    });
    glue.putTags('covid-hiring', { [WORKFLOW_ENTITY_TAG]: 'component:x' });
    expect((await portal.get('/v1/runs', intruder)).status).toBe(200);
    expect((await portal.get(PATH, intruder)).status).toBe(403);
  });
});
