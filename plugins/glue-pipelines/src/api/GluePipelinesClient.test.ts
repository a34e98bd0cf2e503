import { mockApis } from '@backstage/frontend-test-utils';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { errorText } from './errorText';
import { GluePipelinesClient } from './GluePipelinesClient';

const BASE = 'http://portal.example/api/glue-pipelines/v1';
const ENTITY = 'component:default/covid-hiring';
const ARN = encodeURIComponent(WORKFLOW_ARN);
const QUERY = `entityRef=component%3Adefault%2Fcovid-hiring&workflowArn=${ARN}`;
const sent = (fetch: jest.Mock) => fetch.mock.calls[0][0] as Request;

function clientWith(status: number, body: unknown) {
  const fetch = jest.fn(
    async (..._: unknown[]) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new GluePipelinesClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.example' }),
    fetchApi: {
      // As Backstage's middlewares do, which look at a request of their own first.
      fetch: async (input, init) =>
        new Request(input, init) && fetch(new Request(input, init)),
    },
  });
  return { client, fetch };
}

/** What was sent, as the back end reads it. */
async function posted(fetch: jest.Mock) {
  const { method, url } = sent(fetch);
  return { method, url, body: await sent(fetch).json() };
}

describe('GluePipelinesClient', () => {
  const workflow = { entityRef: ENTITY, workflowArn: WORKFLOW_ARN };

  it.each<[string, (client: GluePipelinesClient) => Promise<unknown>, string]>([
    [
      'the workflows of an entity',
      client => client.getWorkflows(ENTITY),
      '/workflows?entityRef=component%3Adefault%2Fcovid-hiring',
    ],
    [
      'a page of all workflows',
      client =>
        client.getFleet({
          tile: 'late',
          owner: 'group:default/sales',
          text: 'a&b',
          offset: 50,
        }),
      '/fleet?tile=late&owner=group%3Adefault%2Fsales&text=a%26b&offset=50',
    ],
    [
      'what ran in a window',
      client =>
        client.getFleetRuns({
          from: '2026-11-27T18:00:00.000Z',
          to: '2026-11-28T08:00:00.000Z',
          tag: 'gold',
        }),
      '/fleet/runs?from=2026-11-27T18%3A00%3A00.000Z&to=2026-11-28T08%3A00%3A00.000Z&tag=gold',
    ],
    ['how the collector is', client => client.getCollector(), '/collector'],
    [
      'the workflows without an entity',
      client => client.getUnnamedWorkflows(),
      '/unnamed-workflows',
    ],
    [
      'the runs of a workflow',
      client => client.getRuns({ ...workflow, limit: 25 }),
      `/runs?${QUERY}&limit=25`,
    ],
    [
      'one run, whatever its id',
      client => client.getRun({ ...workflow, runId: 'wr_1/..' }),
      `/runs/wr_1%2F..?${QUERY}`,
    ],
    [
      'a page of what the nodes did',
      client => client.getGrid({ ...workflow, limit: 25, cursor: 'abc' }),
      `/grid?${QUERY}&limit=25&cursor=abc`,
    ],
    [
      'what is before and after an entity',
      client => client.getLineage(workflow.entityRef),
      '/lineage?entityRef=component%3Adefault%2Fcovid-hiring',
    ],
    [
      'days of a time zone',
      client =>
        client.getDays({ ...workflow, days: 91, timeZone: 'Europe/Berlin' }),
      `/days?${QUERY}&days=91&timeZone=Europe%2FBerlin`,
    ],
    [
      'what changed since another run',
      client =>
        client.getRunChanges({ ...workflow, runId: 'wr_2', since: 'wr_1' }),
      `/runs/wr_2/changes?${QUERY}&since=wr_1`,
    ],
    [
      'the backfills of a workflow',
      client => client.getBackfills(workflow),
      `/backfills?${QUERY}`,
    ],
    [
      'the badge of a workflow',
      client => client.getBadge(workflow),
      `/badge?${QUERY}`,
    ],
    [
      'how much more of a workflow can run',
      client => client.getHeadroom(workflow),
      `/headroom?${QUERY}`,
    ],
    [
      'what runs at once',
      client => client.getFleetHeadroom(),
      '/fleet/headroom',
    ],
    [
      'what should be put right',
      client => client.getHygiene({ finding: 'no-owner', offset: 50 }),
      '/fleet/hygiene?finding=no-owner&offset=50',
    ],
    [
      'the tables of a workflow',
      client => client.getTables(workflow),
      `/tables?${QUERY}`,
    ],
    [
      'a page of the lines that contain a text',
      client =>
        client.getLogs({
          ...workflow,
          runId: 'wr_1',
          attempt: 'jr_1',
          search: 'a & "b"',
          cursor: 'abc',
          limit: 50,
        }),
      `/runs/wr_1/logs?${QUERY}&attempt=jr_1&search=a%20%26%20%22b%22&cursor=abc&limit=50`,
    ],
    [
      'the insights of a job run',
      client =>
        client.getInsights({ ...workflow, runId: 'wr_1', attempt: 'jr_1' }),
      `/runs/wr_1/insights?${QUERY}&attempt=jr_1`,
    ],
    [
      'what changed since the last success',
      client => client.getRunChanges({ ...workflow, runId: 'wr_1' }),
      `/runs/wr_1/changes?${QUERY}`,
    ],
    [
      'the bookmark of a job, whatever its name',
      client => client.getBookmark({ ...workflow, jobName: 'load/all' }),
      `/jobs/load%2Fall/bookmark?${QUERY}`,
    ],
    [
      'the warehouse of a workflow',
      client => client.getWarehouse(workflow),
      `/warehouse?${QUERY}`,
    ],
    [
      'rows of its table',
      client => client.getWarehouseRows({ ...workflow, limit: 20 }),
      `/warehouse/rows?${QUERY}&limit=20`,
    ],
    [
      'what could not be loaded',
      client => client.getLoadErrors(workflow),
      `/warehouse/load-errors?${QUERY}`,
    ],
  ])('asks for %s', async (_, ask, path) => {
    const { client, fetch } = clientWith(200, { items: [] });
    await expect(ask(client)).resolves.toEqual({ items: [] });
    expect(sent(fetch).url).toBe(`${BASE}${path}`);
  });

  it('hands on the signal that ends a question', async () => {
    const { client, fetch } = clientWith(200, { items: [] });
    const controller = new AbortController();
    await client.getWorkflows(ENTITY, { signal: controller.signal });
    controller.abort();
    expect(sent(fetch).signal.aborted).toBe(true);
  });

  it('starts a run', async () => {
    const { client, fetch } = clientWith(201, { runId: 'wr_1' });
    const request = { ...workflow, properties: { year: '2025' } };
    await expect(client.startRun(request)).resolves.toEqual({ runId: 'wr_1' });
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/runs`,
      body: request,
    });
  });

  it('resumes a run', async () => {
    const { client, fetch } = clientWith(201, { runId: 'wr_2' });
    const request = { ...workflow, nodeIds: ['wnode_load'] };
    await expect(
      client.resumeRun({ ...request, runId: 'wr_1' }),
    ).resolves.toEqual({ runId: 'wr_2' });
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/runs/wr_1/resume`,
      body: request,
    });
  });

  it('stops a run', async () => {
    const { client, fetch } = clientWith(202, { runId: 'wr_1' });
    await client.stopRun({ ...workflow, runId: 'wr_1' });
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/runs/wr_1/stop`,
      body: workflow,
    });
  });

  it('pauses and resumes a schedule', async () => {
    const { client, fetch } = clientWith(200, {});
    const request = { ...workflow, reason: 'The source moves' };
    await client.pauseSchedule(request);
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/schedule/pause`,
      body: request,
    });
    const resuming = clientWith(200, {});
    await resuming.client.resumeSchedule(workflow);
    await expect(posted(resuming.fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/schedule/resume`,
      body: workflow,
    });
  });

  it('previews a backfill, begins it and stops it', async () => {
    const request = {
      ...workflow,
      property: 'day',
      values: ['a'],
      which: 'missing' as const,
      atOnce: 1,
    };
    const previewing = clientWith(200, { items: [] });
    await expect(previewing.client.previewBackfill(request)).resolves.toEqual({
      items: [],
    });
    await expect(posted(previewing.fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/backfills/preview`,
      body: request,
    });
    const { client, fetch } = clientWith(201, { id: 'b1' });
    await expect(client.beginBackfill(request)).resolves.toEqual({ id: 'b1' });
    await expect(posted(fetch)).resolves.toMatchObject({
      url: `${BASE}/backfills`,
    });
    const stopping = clientWith(200, {});
    await stopping.client.stopBackfill({ ...workflow, backfillId: 'b1' });
    await expect(posted(stopping.fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/backfills/b1/stop`,
      body: workflow,
    });
  });

  it('shares a badge and revokes it', async () => {
    const { client, fetch } = clientWith(200, { enabled: true });
    await expect(client.shareBadge(workflow)).resolves.toEqual({
      enabled: true,
    });
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/badge/share`,
      body: workflow,
    });
    const revoking = clientWith(200, {});
    await revoking.client.revokeBadge(workflow);
    await expect(posted(revoking.fetch)).resolves.toMatchObject({
      url: `${BASE}/badge/revoke`,
    });
  });

  it('resets a bookmark', async () => {
    const { client, fetch } = clientWith(200, { jobName: 'load' });
    const request = { ...workflow, jobRunId: 'jr_1' };
    await expect(
      client.resetBookmark({ ...request, jobName: 'load' }),
    ).resolves.toEqual({ jobName: 'load' });
    await expect(posted(fetch)).resolves.toEqual({
      method: 'POST',
      url: `${BASE}/jobs/load/bookmark/reset`,
      body: request,
    });
  });

  it('rejects with what the back end says', async () => {
    const { client } = clientWith(409, {
      error: {
        name: 'ConflictError',
        message: 'covid-hiring allows one run at a time: wait for it to end',
      },
      request: { method: 'POST', url: '/v1/runs' },
      response: { statusCode: 409 },
    });
    const refusal = await client.startRun(workflow).catch(error => error);
    expect(refusal).toMatchObject({ name: 'ResponseError' });
    expect(errorText(refusal)).toBe(
      'covid-hiring allows one run at a time: wait for it to end',
    );
  });
});

it.each([
  [new Error('no network'), 'no network'],
  ['odd', 'odd'],
])('tells other errors as they are', (error, text) => {
  expect(errorText(error)).toBe(text);
});
