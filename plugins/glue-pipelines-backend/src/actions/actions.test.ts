import { mockCredentials } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from '../__testUtils__/portal';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { ScriptedLogs } from '../__testUtils__/ScriptedLogs';

jest.setTimeout(60_000);

describe('the actions', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
  const user = mockCredentials.user();

  async function setUp(
    run: {
      job: 'FAILED' | 'RUNNING';
      error?: string;
      WorkflowRunProperties?: Record<string, string>;
    },
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', {});
    glue.putRun('covid-hiring', 'wr_1', {
      ...run,
      Status: run.job === 'RUNNING' ? 'RUNNING' : 'COMPLETED',
    });
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    const invoke = async (
      name: string,
      input: object,
      credentials: BackstageCredentials = user,
    ): Promise<any> => {
      const { output } = await portal.actions.invoke({
        id: `test:${name}`,
        input: { ...input },
        credentials,
      });
      return output;
    };
    return { glue, portal, invoke };
  }

  it('say honestly what they do', async () => {
    const { portal } = await setUp({ job: 'FAILED' });
    const { actions } = await portal.actions.list();
    expect(
      actions.map(({ name, attributes }) => [
        name,
        attributes.readOnly,
        attributes.destructive,
        attributes.idempotent,
      ]),
    ).toEqual([
      ['list-glue-fleet', true, false, true],
      ['list-glue-workflows', true, false, true],
      ['list-glue-runs', true, false, true],
      ['get-glue-run', true, false, true],
      ['explain-glue-failure', true, false, true],
      ['get-glue-logs', true, false, true],
      ['start-glue-run', false, true, false],
      ['stop-glue-run', false, true, true],
      ['preview-resume-glue-run', true, false, true],
      ['resume-glue-run', false, true, false],
    ]);
  });

  it('lead from an entity to why its run failed, and resume it', async () => {
    const { portal, invoke } = await setUp({
      job: 'FAILED',
      error: "ModuleNotFoundError: No module named 'awswrangler'",
    });
    const { workflows, problems } = await invoke('list-glue-workflows', {
      entityRef: ENTITY_REF,
    });
    expect(problems).toEqual([]);
    expect(workflows).toMatchObject([
      { arn: COVID_HIRING_ARN, health: 'failed', lastRunId: 'wr_1' },
    ]);

    const { runs, collectedAt } = await invoke('list-glue-runs', workflow);
    expect(Date.parse(collectedAt)).toBeLessThanOrEqual(Date.now());
    expect(runs).toMatchObject([
      { id: 'wr_1', health: 'failed', failedNode: 'load' },
    ]);

    const run = await invoke('get-glue-run', { ...workflow, runId: 'wr_1' });
    expect(run.nodes).toMatchObject([
      {
        name: 'load',
        state: 'failed',
        cause: {
          id: 'module-not-found',
          title: 'The job has no Python module awswrangler.',
        },
      },
    ]);
    expect(run.collectedAt).toBe(collectedAt);
    expect(run.resume).toEqual({
      nodeIds: ['wnode_load'],
      runsAgain: ['load'],
    });

    const { runId } = await invoke('resume-glue-run', {
      ...workflow,
      runId: 'wr_1',
      nodeIds: run.resume.nodeIds,
    });
    expect(runId).toBe('wr_resumed_1');
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'run-resume' }),
    );
  });

  it('find what fails among all workflows, if they may see them', async () => {
    const find = async (
      input: object,
      options: Parameters<typeof setUp>[1] = {},
    ) => {
      const { invoke } = await setUp({ job: 'FAILED' }, options);
      await invoke('list-glue-workflows', { entityRef: ENTITY_REF }).catch(
        () => {},
      );
      return invoke('list-glue-fleet', input);
    };
    const { counts, total, workflows } = await find({
      tile: 'failing',
      text: 'default/covid',
    });
    expect([counts.failing, total]).toEqual([1, 1]);
    expect(workflows).toEqual([
      {
        entityRef: ENTITY_REF,
        arn: COVID_HIRING_ARN,
        name: 'covid-hiring',
        health: 'failed',
        tiles: ['failing'],
        lastRunId: 'wr_1',
        collectedAt: expect.any(String),
      },
    ]);
    const deny = ['glue-pipelines.run.read'];
    const withoutRuns = await find({ limit: 1 }, { deny });
    expect(withoutRuns.workflows).toHaveLength(1);
    expect(withoutRuns.workflows[0].lastRunId).toBeUndefined();
    expect(
      await find({}, { deny: ['glue-pipelines.workflow.read'] }),
    ).toMatchObject({ workflows: [], total: 0, withheld: 4 });
  });

  it('have no cause for an error that is not known', async () => {
    const { invoke } = await setUp({ job: 'FAILED', error: 'negative total' });
    await invoke('list-glue-runs', workflow);
    const run = await invoke('get-glue-run', { ...workflow, runId: 'wr_1' });
    expect(run.nodes[0]).toMatchObject({ error: 'negative total' });
    expect(run.nodes[0].cause).toBeUndefined();
    expect(run.changes).toEqual({
      summary: expect.stringContaining('No run before this one succeeded'),
      differences: [],
      unknown: [],
    });
  });

  it('tell what a run found of the rules of its result, to whom it belongs', async () => {
    const quality = {
      rows: 4,
      rules: [{ kind: 'unique', outcome: 'failed', rows: 4, measured: 1 }],
    };
    const { invoke } = await setUp({
      job: 'FAILED',
      WorkflowRunProperties: {
        'glue-pipelines.io/quality': `${JSON.stringify(quality)} wr_1`,
      },
    });
    await invoke('list-glue-runs', workflow);
    const ask = { ...workflow, runId: 'wr_1' };
    expect((await invoke('get-glue-run', ask)).quality).toEqual(quality);
    const intruder = { ...ask, entityRef: 'component:default/intruder' };
    expect((await invoke('get-glue-run', intruder)).quality).toBeUndefined();
  });

  it('say that values are withheld through an entity that the workflow does not name', async () => {
    const { invoke } = await setUp({ job: 'FAILED' });
    const seen = { ...workflow, entityRef: 'component:default/intruder' };
    await invoke('list-glue-runs', seen);
    const run = await invoke('get-glue-run', { ...seen, runId: 'wr_1' });
    expect(run.changes.valuesWithheld).toBe(true);
  });

  describe('with a log', () => {
    const LINE = "ModuleNotFoundError: No module named 'awswrangler'";
    const node = { ...workflow, runId: 'wr_1', nodeId: 'wnode_load' };

    async function setUpLog(options: { deny?: string[] } = {}) {
      const set = await setUp({ job: 'FAILED', error: 'exit code 1' }, options);
      new ScriptedLogs(set.glue).put('/aws-glue/jobs/error', 'jr_1-driver', [
        [1_000, 'begin'],
        [2_000, LINE],
      ]);
      await set.invoke('list-glue-runs', workflow);
      return set;
    }

    it('explain a failure by it', async () => {
      const { invoke } = await setUpLog();
      expect(await invoke('explain-glue-failure', node)).toMatchObject({
        node: 'load',
        state: 'failed',
        error: 'exit code 1',
        cause: { id: 'module-not-found', line: LINE },
        lastLines: ['begin', LINE],
      });
      await expect(
        invoke('explain-glue-failure', { ...node, nodeId: 'wnode_start' }),
      ).rejects.toThrow('nodeId: wnode_start did not fail in run wr_1');
    });

    it('explain it by the error alone where the log is for others', async () => {
      const { invoke } = await setUpLog({ deny: ['glue-pipelines.logs.read'] });
      const explained = await invoke('explain-glue-failure', node);
      expect(explained).toMatchObject({ error: 'exit code 1', lastLines: [] });
      expect(explained.cause).toBeUndefined();
      expect(explained.logUnread).toContain('glue-pipelines.logs.read');
    });

    it('explain it by the error alone where AWS does not give the log', async () => {
      const { glue, invoke } = await setUpLog();
      glue.fail('DescribeLogStreams', 'ThrottlingException', 20);
      const explained = await invoke('explain-glue-failure', node);
      expect(explained.error).toBe('exit code 1');
      expect(explained.logUnread).toContain('AWS throttles');
    });

    it('read it and search it', async () => {
      const { portal, invoke } = await setUpLog();
      const { nodes } = await invoke('get-glue-run', node);
      const question = {
        ...workflow,
        runId: 'wr_1',
        attempt: nodes[0].attempt,
      };
      const { lines, streams, complete } = await invoke(
        'get-glue-logs',
        question,
      );
      expect(lines.map(({ text }: { text: string }) => text)).toEqual([
        'begin',
        LINE,
      ]);
      expect([streams, complete]).toEqual([['jr_1-driver'], true]);
      const found = await invoke('get-glue-logs', {
        ...question,
        search: 'nothing',
      });
      expect(found).toMatchObject({
        lines: [],
        emptyBecause: expect.stringContaining('No line contains the text'),
      });
      expect(portal.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'logs-read' }),
      );
    });
  });

  it.each([
    ['FAILED', ['wnode_load'], { resumable: true, runsAgain: ['wnode_load'] }],
    [
      'RUNNING',
      ['wnode_load'],
      {
        resumable: false,
        runsAgain: [],
        because: expect.stringContaining('is running'),
      },
    ],
  ] as const)(
    'preview a resume of a run that is %s',
    async (job, nodeIds, is) => {
      const { glue, invoke } = await setUp({ job });
      await invoke('list-glue-runs', workflow);
      const preview = await invoke('preview-resume-glue-run', {
        ...workflow,
        runId: 'wr_1',
        nodeIds: [...nodeIds],
      });
      expect({
        resumable: preview.resumable,
        runsAgain: preview.runsAgain.map(({ id }: { id: string }) => id),
        because: preview.notResumableBecause,
      }).toEqual(is);
      expect(glue.calls).not.toContain('ResumeWorkflowRun');
    },
  );

  it('start once for one key, and stop', async () => {
    const { glue, invoke } = await setUp({ job: 'RUNNING' });
    const start = { ...workflow, idempotencyKey: 'agent-0001' };
    const first = await invoke('start-glue-run', start);
    expect(await invoke('start-glue-run', start)).toEqual(first);
    expect(glue.calls.filter(call => call === 'StartWorkflowRun')).toHaveLength(
      1,
    );
    await invoke('stop-glue-run', { ...workflow, ...first });
    expect(glue.calls).toContain('StopWorkflowRun');
  });

  it.each([
    ['list-glue-workflows', 'workflow.read', {}],
    ['list-glue-runs', 'run.read', {}],
    ['get-glue-run', 'run.read', { runId: 'wr_1' }],
    ['explain-glue-failure', 'run.read', { runId: 'wr_1', nodeId: 'x' }],
    ['get-glue-logs', 'logs.read', { runId: 'wr_1', attempt: 'jr_1' }],
    ['preview-resume-glue-run', 'run.read', { runId: 'wr_1', nodeIds: ['x'] }],
    ['start-glue-run', 'run.start', {}],
    ['stop-glue-run', 'run.stop', { runId: 'wr_1' }],
    ['resume-glue-run', 'run.resume', { runId: 'wr_1', nodeIds: ['x'] }],
  ])('%s needs %s', async (name, permission, more) => {
    const { invoke } = await setUp(
      { job: 'RUNNING' },
      { deny: [`glue-pipelines.${permission}`] },
    );
    await expect(invoke(name, { ...workflow, ...more })).rejects.toThrow(
      `You need the permission glue-pipelines.${permission}`,
    );
  });

  it.each([
    ['start-glue-run', {}],
    ['stop-glue-run', { runId: 'wr_1' }],
    ['resume-glue-run', { runId: 'wr_1', nodeIds: ['wnode_load'] }],
  ])('%s is for people', async (name, more) => {
    const { portal, invoke } = await setUp({ job: 'RUNNING' });
    await expect(
      invoke(name, { ...workflow, ...more }, mockCredentials.service()),
    ).rejects.toThrow('Only people may start, stop or resume runs');
    expect(portal.event.fail).toHaveBeenCalled();
  });
});
