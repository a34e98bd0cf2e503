import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const NOW = 1_795_000_000;

const QUALITY = {
  rows: 50,
  rules: [
    {
      kind: 'completeness',
      columns: 'iso_code',
      outcome: 'warned',
      measured: 0.9,
      min: 1,
      rows: 50,
    },
  ],
};

describe('GET /v1/runs/{runId}/changes', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

  /** A run that failed on the second day, after one that succeeded on the first. */
  async function setUp(
    options: {
      first?: 'SUCCEEDED' | 'FAILED';
      denied?: boolean;
      script?: string;
      properties?: Record<string, string>;
      firstProperties?: Record<string, string>;
      portal?: Omit<Parameters<typeof startPortal>[0], 'endpoint'>;
    } = {},
  ) {
    const {
      first = 'SUCCEEDED',
      script = 's3://code/load-1.py',
      properties = { 'db-password': 'old', region: 'eu' },
    } = options;
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    const putScript = (ScriptLocation: string, LastModifiedOn: number) =>
      glue.putJob({
        Name: 'load',
        Command: { Name: 'glueetl', ScriptLocation },
        LastModifiedOn,
      });
    if (options.denied) {
      glue.fail('BatchGetJobs', 'AccessDeniedException', 9);
    }
    glue.putWorkflow('covid-hiring', {});
    putScript('s3://code/load-1.py', NOW - 10);
    glue.putRun('covid-hiring', 'wr_1', {
      job: first,
      StartedOn: NOW,
      CompletedOn: NOW + 60,
      WorkflowRunProperties: {
        'db-password': 'old',
        region: 'eu',
        ...options.firstProperties,
      },
    });
    const portal = await startPortal({ endpoint: glue.url, ...options.portal });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/runs', workflow);

    putScript(script, NOW + 1_000);
    glue.putRun('covid-hiring', 'wr_2', {
      job: 'FAILED',
      StartedOn: NOW + 2_000,
      CompletedOn: NOW + 2_060,
      WorkflowRunProperties: properties,
    });
    await portal.start({ ...workflow, idempotencyKey: 'collect-it-now' });
    const ask = (query: object = {}) =>
      portal.get('/v1/runs/wr_2/changes', { ...workflow, ...query });
    return { glue, portal, ask };
  }

  it('tells what is different from the last run that succeeded, secrets apart', async () => {
    const { ask } = await setUp({
      script: 's3://code/load-2.py',
      properties: { 'db-password': 'new', region: 'us' },
    });
    const { status, body } = await ask();
    expect([status, body]).toEqual([
      200,
      {
        comparedWith: {
          runId: 'wr_1',
          startedAt: new Date(NOW * 1000).toISOString(),
        },
        summary: '3 things are different from the last run that succeeded',
        differences: [
          {
            kind: 'code',
            node: 'load',
            field: 'scriptLocation',
            before: 's3://code/load-1.py',
            after: 's3://code/load-2.py',
          },
          {
            kind: 'property',
            field: 'db-password',
            before: '***',
            after: '***',
          },
          { kind: 'property', field: 'region', before: 'eu', after: 'us' },
        ],
        unknown: [],
        servedAt: expect.any(String),
      },
    ]);
  });

  it('tells that fewer rows were loaded, to whom the workflow belongs', async () => {
    const { ask, portal } = await setUp({
      properties: {
        'db-password': 'old',
        region: 'eu',
        'glue-pipelines.io/rows-loaded': '50 wr_2',
        'glue-pipelines.io/quality': `${JSON.stringify(QUALITY)} wr_2`,
      },
      firstProperties: { 'glue-pipelines.io/rows-loaded': '200 wr_1' },
    });
    expect((await ask()).body.differences).toEqual([
      { kind: 'rows', field: 'rowsLoaded', before: '200', after: '50' },
    ]);
    const run = await portal.get('/v1/runs/wr_2', workflow);
    expect(run.body).toMatchObject({
      rowsLoaded: 50,
      quality: QUALITY,
      properties: { region: 'eu' },
    });
    expect(JSON.stringify(run.body)).not.toMatch(/rows-loaded|io.quality/);
    const intruder = { entityRef: 'component:default/intruder' };
    expect((await ask(intruder)).body.differences).toEqual([]);
    const seen = await portal.get('/v1/runs/wr_2', {
      ...workflow,
      ...intruder,
    });
    expect(seen.status).toBe(200);
    expect(seen.body.rowsLoaded).toBeUndefined();
    expect(seen.body.quality).toBeUndefined();
  });

  it('says that nothing is different', async () => {
    const { ask } = await setUp();
    expect((await ask()).body).toMatchObject({
      comparedWith: { runId: 'wr_1' },
      summary: expect.stringContaining('Nothing that the portal knows of'),
      differences: [],
      unknown: [],
    });
  });

  it('says that no run before it succeeded', async () => {
    const { ask } = await setUp({ first: 'FAILED' });
    const { body } = await ask();
    expect(body.comparedWith).toBeUndefined();
    expect(body.summary).toContain('No run before this one succeeded');
  });

  it('compares with the run that is named', async () => {
    const { ask } = await setUp({
      first: 'FAILED',
      properties: { region: 'us' },
    });
    const { body } = await ask({ since: 'wr_1' });
    expect(body).toMatchObject({
      comparedWith: { runId: 'wr_1' },
      summary: '2 things are different from the other run',
    });
    expect((await ask({ since: 'wr_9' })).status).toBe(404);
  });

  it('says what it may not read, and tells the rest', async () => {
    const { ask } = await setUp({
      denied: true,
      properties: { 'db-password': 'old', region: 'us' },
    });
    const { body } = await ask();
    expect(body.differences).toEqual([
      { kind: 'property', field: 'region', before: 'eu', after: 'us' },
    ]);
    expect(body.unknown).toHaveLength(2);
    expect(body.unknown).toMatchObject([
      { kind: 'definitions', run: 'this' },
      { kind: 'definitions', run: 'other' },
    ]);
    expect(body.unknown[0].reason).toContain('glue:BatchGetJobs');
    expect(body.unknown[0].text).toContain(body.unknown[0].reason);
  });

  it('keeps properties and definitions from who does not own the workflow', async () => {
    const { ask } = await setUp({
      script: 's3://code/load-2.py',
      properties: { 'db-password': 'new', region: 'us' },
    });
    const { body } = await ask({ entityRef: 'component:default/intruder' });
    expect(body).toMatchObject({
      differences: [{ kind: 'code', node: 'load', field: 'scriptLocation' }],
      valuesWithheld: true,
    });
    expect(JSON.stringify(body)).not.toMatch(/s3:|region|password/);
  });

  it('refuses a run that there is not, and who may not read runs', async () => {
    const { portal } = await setUp();
    expect((await portal.get('/v1/runs/wr_9/changes', workflow)).status).toBe(
      404,
    );
    const denied = await setUp({
      portal: { deny: ['glue-pipelines.run.read'] },
    });
    expect((await denied.ask()).status).toBe(403);
  });
});
