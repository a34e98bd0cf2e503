import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { ScriptedLogs } from './__testUtils__/ScriptedLogs';

jest.setTimeout(60_000);

const OUTPUT = '/aws-glue/jobs/output';
const START = Date.parse('2026-11-20T10:00:00Z');
const WORKFLOW = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const QUESTION = { ...WORKFLOW, attempt: 'jr_1' };

const texts = ({ body }: { body: { lines: LogLine[] } }) =>
  body.lines.map(({ text }) => text);

describe('GET /v1/runs/{runId}/logs', () => {
  const deny: string[] = [];
  let glue: GlueEndpoint;
  let logs: ScriptedLogs;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const read = (query: Record<string, string> = {}) =>
    portal.get('/v1/runs/wr_1/logs', { ...QUESTION, ...query });

  beforeAll(async () => {
    glue = await GlueEndpoint.start();
    logs = new ScriptedLogs(glue);
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1');
    logs.put(
      OUTPUT,
      'jr_1-driver',
      [0, 1, 2, 3, 4].map(i => [START + i, `line + ${i}`]),
    );
    logs.put(OUTPUT, 'jr_2-driver', [[START, 'of another job']]);
    portal = await startPortal({ endpoint: glue.url, deny });
    await portal.get('/v1/runs', WORKFLOW);
  });

  afterEach(() => {
    deny.length = 0;
  });

  afterAll(async () => {
    await portal?.stop();
    await glue?.close();
  });

  it.each([
    [404, 'another job run', { attempt: 'jr_2' }],
    [404, 'a job by its name', { attempt: 'load' }],
    [403, 'another entity', { entityRef: 'component:default/intruder' }],
    [400, 'no attempt', { attempt: '' }],
    [400, 'a cursor of nobody', { cursor: 'abc' }],
    [400, 'no such day', { from: '2026-02-31T25:00:00Z' }],
    [400, 'too many lines', { limit: '1001' }],
  ])('answers %d to %s, and asks no log', async (status, _, query) => {
    expect((await read(query)).status).toBe(status);
    expect(glue.count('DescribeLogStreams')).toBe(0);
    expect(logs.asked).toEqual([]);
  });

  it('needs a permission of its own', async () => {
    deny.push('glue-pipelines.logs.read');
    const { status, body } = await read();
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `You need the permission glue-pipelines.logs.read for ${ENTITY_REF}`,
    );
    expect(glue.count('DescribeLogStreams')).toBe(0);
  });

  it.each([
    ['AccessDeniedException', 403],
    ['ThrottlingException', 503],
  ])('answers %s of AWS with %d', async (code, status) => {
    glue.fail('DescribeLogStreams', code, 12);
    expect((await read()).status).toBe(status);
    glue.recover('DescribeLogStreams');
  });

  it('gives lines, and leads from page to page', async () => {
    const tail = await read({ limit: '2', stream: 'output' });
    expect(tail.status).toBe(200);
    expect(texts(tail)).toEqual(['line + 3', 'line + 4']);
    const before = await read({
      limit: '2',
      stream: 'output',
      cursor: tail.body.previousCursor,
    });
    expect(texts(before)).toEqual(['line + 1', 'line + 2']);
    const found = await read({
      search: '+ 2',
      from: '2026-11-20T10:00:00.001Z',
      until: '2026-11-20T10:00:01+00:00',
    });
    expect(texts(found)).toEqual(['line + 2']);
    const other = await read({
      search: '+ 2',
      cursor: tail.body.previousCursor,
    });
    expect(other.body.error.message).toContain('Give it with the same search');
  });

  it('is audited as what happens all the time', async () => {
    await read({ search: 'password' });
    expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'logs-read',
        severityLevel: 'low',
        meta: { ...QUESTION, runId: 'wr_1', stream: 'driver' },
      }),
    );
    expect(portal.event.success).toHaveBeenCalled();
  });
});
