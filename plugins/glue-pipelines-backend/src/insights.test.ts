import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { ScriptedLogs } from './__testUtils__/ScriptedLogs';

jest.setTimeout(60_000);

const WORKFLOW = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const EVENT = JSON.stringify({
  Event: 'GlueETLJobExceptionEvent',
  'Failure Reason': "KeyError: 'price'",
  'Last Executed Line number': 6,
  script: 'load.py',
});

describe('GET /v1/runs/{runId}/insights', () => {
  const deny: string[] = [];
  let glue: GlueEndpoint;
  let logs: ScriptedLogs;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const read = (runId: string, query: Record<string, string> = {}) =>
    portal.get(`/v1/runs/${runId}/insights`, {
      ...WORKFLOW,
      attempt: 'jr_1',
      ...query,
    });

  beforeEach(async () => {
    glue = await GlueEndpoint.start();
    logs = new ScriptedLogs(glue);
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1', { job: 'FAILED' });
    glue.putRun('covid-hiring', 'wr_2');
    portal = await startPortal({ endpoint: glue.url, deny });
    await portal.get('/v1/runs', WORKFLOW);
  });

  afterEach(async () => {
    deny.length = 0;
    await portal?.stop();
    await glue?.close();
  });

  it.each(['/aws-glue/jobs/error', '/aws-glue/jobs/logs-v2'])(
    'tells them by the streams of %s',
    async group => {
      logs.put(group, 'jr_1-job-insights-rca-driver', [
        [1, `ERROR x: [Glue Exception Analysis] ${EVENT}`],
      ]);
      logs.put(group, 'jr_1-job-insights-rule-driver', [[2, 'Rename it.']]);
      expect(await read('wr_1')).toMatchObject({
        status: 200,
        body: {
          script: 'load.py',
          lastExecuted: { line: 6 },
          reason: "KeyError: 'price'",
          recommendations: ['Rename it.'],
        },
      });
      expect(portal.auditor.createEvent).toHaveBeenLastCalledWith(
        expect.objectContaining({
          eventId: 'logs-read',
          meta: expect.objectContaining({ stream: 'insights' }),
        }),
      );
    },
  );

  it.each([
    ['wr_1', 'not-written'],
    ['wr_2', 'not-failed'],
  ])('says why %s has none: %s', async (runId, absent) => {
    logs.put('/aws-glue/jobs/error', 'jr_1-driver', [[1, 'a line']]);
    expect((await read(runId)).body).toMatchObject({ absent, events: [] });
  });

  it('says which log it could not look at', async () => {
    logs.put('/aws-glue/jobs/error', 'jr_1', [[1, 'a line']]);
    logs.denied.add('/aws-glue/jobs/output');
    const { body } = await read('wr_1');
    expect(body.problems).toEqual([
      expect.stringContaining('logs:DescribeLogStreams'),
    ]);
  });

  it.each([
    [404, 'another job run', { attempt: 'jr_2' }],
    [403, 'another entity', { entityRef: 'component:default/intruder' }],
    [400, 'no attempt', { attempt: '' }],
  ])('answers %d to %s, and asks no log', async (status, _, query) => {
    expect((await read('wr_1', query)).status).toBe(status);
    expect(glue.count('DescribeLogStreams')).toBe(0);
  });

  it('needs the permission to read logs', async () => {
    deny.push('glue-pipelines.logs.read');
    expect((await read('wr_1')).status).toBe(403);
  });
});
