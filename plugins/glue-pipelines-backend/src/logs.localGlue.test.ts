import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateJobCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import {
  LogLine,
  RunDetail,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

// The first job in a checkout waits for its Python environment.
jest.setTimeout(600_000);

const SCRIPT = `
import sys
for i in range(30):
    print('line', i, 'of "30"')
print('password=hunter2', file=sys.stderr)
import no_such_module
`;
const ROLE = 'arn:aws:iam::000000000000:role/glue';
const WORKFLOW = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

/** A job and a crawler that really run, and write what they write. */
describe('logs, with local-glue behind the endpoint', () => {
  let dataDir: string;
  let server: RunningServer;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let run: RunDetail;

  beforeAll(async () => {
    process.env.LOCAL_GLUE_PYTHON_ENV ??= resolve(
      __dirname,
      '../../../.local-glue/python',
    );
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-logs-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    await deploy(server);
    portal = await startPortal({ endpoint: server.url });
    const { body } = await portal.start(WORKFLOW);
    run = await waitFor(
      async () => (await portal.get(`/v1/runs/${body.runId}`, WORKFLOW)).body,
      ({ completedAt }) => completedAt !== undefined,
      500_000,
    );
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const attempt = () =>
    run.graph.nodes.find(({ type }) => type === 'JOB')?.attempts[0].id ?? '';
  const read = async (query: Record<string, string>) => {
    const { status, body } = await portal.get(`/v1/runs/${run.id}/logs`, {
      ...WORKFLOW,
      ...query,
    });
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };
  const texts = ({ lines }: { lines: LogLine[] }) =>
    lines.map(({ text }) => text);

  it('has every line of a job, page by page', async () => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await read({
        attempt: attempt(),
        stream: 'output',
        limit: '7',
        ...(cursor && { cursor }),
      });
      pages.unshift(texts(page));
      cursor = page.previousCursor;
    } while (cursor);
    expect(pages.flat()).toEqual(
      Array.from({ length: 30 }, (_, i) => `line ${i} of "30"`),
    );
  });

  it('finds a text, quotes and all', async () => {
    const found = await read({ attempt: attempt(), search: '9 of "30"' });
    expect(texts(found)).toEqual([
      'line 9 of "30"',
      'line 19 of "30"',
      'line 29 of "30"',
    ]);
  });

  it('tells why the job failed, and no secret', async () => {
    const answer = await read({ attempt: attempt() });
    expect(answer.cause.id).toBe('module-not-found');
    expect(texts(answer)).toContain('password=***');
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('tells by its insights where the script was', async () => {
    const { status, body } = await portal.get(`/v1/runs/${run.id}/insights`, {
      ...WORKFLOW,
      attempt: attempt(),
    });
    expect([status, body]).toEqual([
      200,
      {
        script: 'job.py',
        failedAt: { line: 6, code: 'import no_such_module' },
        lastExecuted: { line: 6, code: 'import no_such_module' },
        reason: "ModuleNotFoundError: No module named 'no_such_module'",
        events: [],
        recommendations: [],
        readAt: expect.any(String),
      },
    ]);
  });

  it('has what the crawler wrote in this run', async () => {
    const answer = await read({ attempt: 'cases' });
    expect(answer.lines.length).toBeGreaterThan(0);
    expect(answer.streams).toMatchObject([
      { name: 'cases', kind: 'crawler', logGroup: '/aws-glue/crawlers' },
    ]);
  });
});

/** on demand -> a job that fails, and a crawl */
async function deploy({ url, context: { buckets } }: RunningServer) {
  buckets.create('data');
  await buckets.put('data', 'job.py', Buffer.from(SCRIPT));
  await buckets.put('data', 'raw/cases/rows.csv', Buffer.from('a,b\n1,2\n'));
  const glue = new GlueClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await glue.send(
    new CreateDatabaseCommand({ DatabaseInput: { Name: 'covid_hiring' } }),
  );
  await glue.send(
    new CreateJobCommand({
      Name: 'load',
      Role: ROLE,
      Command: { Name: 'glueetl', ScriptLocation: 's3://data/job.py' },
      GlueVersion: '5.1',
      WorkerType: 'G.1X',
      NumberOfWorkers: 2,
      DefaultArguments: { '--enable-job-insights': 'true' },
    }),
  );
  await glue.send(
    new CreateCrawlerCommand({
      Name: 'cases',
      Role: ROLE,
      DatabaseName: 'covid_hiring',
      Targets: { S3Targets: [{ Path: 's3://data/raw/cases/' }] },
    }),
  );
  await glue.send(
    new CreateWorkflowCommand({
      Name: 'covid-hiring',
      Tags: { [WORKFLOW_ENTITY_TAG]: ENTITY_REF },
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: 'start',
      WorkflowName: 'covid-hiring',
      Type: 'ON_DEMAND',
      Actions: [{ JobName: 'load' }, { CrawlerName: 'cases' }],
    }),
  );
  glue.destroy();
}
