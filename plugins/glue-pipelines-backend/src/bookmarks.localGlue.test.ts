import {
  CreateJobCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(120_000);

const WORKFLOW = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const ROLE = 'arn:aws:iam::000000000000:role/glue';

/** The service's own rules of bookmarks; the runs that left them are put there. */
describe('bookmarks, with local-glue behind the endpoint', () => {
  let dataDir: string;
  let server: RunningServer;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-bookmarks-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    await deploy(server);
    portal = await startPortal({ endpoint: server.url });
    await portal.get('/v1/runs', WORKFLOW);
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const read = async () =>
    (await portal.get('/v1/jobs/load/bookmark', WORKFLOW)).body;
  const reset = (more = {}, job = 'load') =>
    portal
      .request('post', `/v1/jobs/${job}/bookmark/reset`)
      .send({ ...WORKFLOW, ...more });

  /** As a run of the job does that commits. */
  function leave(Version: number, RunId: string, PreviousRunId?: string) {
    const entry = {
      JobName: 'load',
      Version,
      Run: Version,
      Attempt: 0,
      RunId,
      PreviousRunId,
      JobBookmark: JSON.stringify({ states: { source: Version } }),
    };
    server.context.database
      .prepare(
        'INSERT INTO glue_job_bookmark (job_name, version, run_id, run_started, entry) VALUES (?, ?, ?, ?, ?)',
      )
      .run('load', Version, RunId, Version, JSON.stringify(entry));
  }

  it('shows where a job is, takes it back to a run, and to the beginning', async () => {
    const none = await reset();
    expect(none.status).toBe(404);
    expect(none.body.error.message).toContain("Job 'load' has no bookmark");

    leave(1, 'jr_1');
    leave(2, 'jr_2', 'jr_1');
    expect((await read()).bookmark).toEqual({
      version: 2,
      run: 2,
      attempt: 0,
      jobRunId: 'jr_2',
      previousJobRunId: 'jr_1',
    });

    const back = await reset({ jobRunId: 'jr_1' });
    expect(back.status).toBe(200);
    expect(back.body.bookmark).toMatchObject({
      version: 3,
      run: 1,
      jobRunId: 'jr_1',
    });
    expect((await read()).bookmark).toMatchObject({ version: 3, run: 1 });
    expect((await reset({ jobRunId: 'jr_9' })).status).toBe(404);

    await reset();
    expect((await read()).bookmark).toMatchObject({ version: 4, run: 0 });
  });

  it('leaves jobs alone that are not in the workflow', async () => {
    expect((await reset({}, 'other')).status).toBe(404);
  });
});

/** A workflow of the job `load`; the job `other` is in none. */
async function deploy({ url }: RunningServer) {
  const glue = new GlueClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  for (const Name of ['load', 'other']) {
    await glue.send(
      new CreateJobCommand({
        Name,
        Role: ROLE,
        Command: { Name: 'glueetl', ScriptLocation: 's3://assets/load.py' },
      }),
    );
  }
  await glue.send(
    new CreateWorkflowCommand({
      Name: 'covid-hiring',
      Tags: { [WORKFLOW_ENTITY_TAG]: ENTITY_REF },
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: 'covid-hiring-start',
      WorkflowName: 'covid-hiring',
      Type: 'ON_DEMAND',
      Actions: [{ JobName: 'load' }],
    }),
  );
  glue.destroy();
}
