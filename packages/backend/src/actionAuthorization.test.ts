import {
  Caller,
  expectDescribed,
  GuardedPortal,
  INTRUDER,
  OWNED,
  PLAIN,
  rowsOf,
  WORKFLOW_ARN,
} from './__testUtils__/GuardedPortal';

jest.setTimeout(120_000);

/** What agents do for people is theirs to do: the same rules as for the routes of the API. */
describe('who may invoke which action', () => {
  let portal: GuardedPortal;
  let runId: string;
  const invoke = (caller: Caller, action: string, input: object) =>
    portal
      .ask(
        caller,
        'post',
        `/.backstage/actions/v1/actions/glue-pipelines:${action}/invoke`,
      )
      .send(input);

  beforeAll(async () => {
    ({ portal, runId } = await GuardedPortal.start());
  });

  afterAll(() => portal?.stop());

  // The columns: anonymous, reader, owner, other team, platform team, service.
  describe.each(['list-glue-workflows', 'list-glue-runs', 'get-glue-run'])(
    '%s',
    action => {
      const plain = action === 'list-glue-workflows' ? 200 : 404;
      it.each(
        rowsOf({
          [OWNED]: [401, 200, 200, 200, 200, 200],
          [INTRUDER]: [401, 200, 200, 200, 200, 200],
          [PLAIN]: [401, plain, plain, plain, plain, plain],
          'component:default/nobody': [401, 404, 404, 404, 404, 404],
        }),
      )('%s through %s: %d', async (caller, entityRef, status) => {
        const answer = await invoke(caller, action, {
          entityRef,
          ...(action !== 'list-glue-workflows' && {
            workflowArn: WORKFLOW_ARN,
          }),
          ...(action === 'get-glue-run' && { runId }),
        });
        expect(answer.status).toBe(status);
        expectDescribed(answer);
        const properties = JSON.stringify(answer.body).includes('hunter2');
        expect(properties && entityRef !== OWNED).toBe(false);
      });
    },
  );

  describe('get-glue-logs', () => {
    it.each(
      rowsOf({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        // The tag of the workflow names another entity: its logs may quote data.
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await invoke(caller, 'get-glue-logs', {
        entityRef,
        workflowArn: WORKFLOW_ARN,
        runId,
        attempt: 'cases',
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  // Who may read the run is told that it has no such node.
  describe.each([
    ['explain-glue-failure', { nodeId: 'wnode_none' }],
    ['preview-resume-glue-run', { nodeIds: ['wnode_none'] }],
  ])('%s, of a node that there is not', (action, more) => {
    it.each(
      rowsOf({
        [OWNED]: [401, 400, 400, 400, 400, 400],
        [INTRUDER]: [401, 400, 400, 400, 400, 400],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await invoke(caller, action, {
        entityRef,
        workflowArn: WORKFLOW_ARN,
        runId,
        ...more,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('start-glue-run', () => {
    it.each(
      rowsOf({
        [OWNED]: [401, 403, 200, 403, 200, 403],
        // The tag of the workflow names another entity: not even its owner starts it this way.
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await invoke(caller, 'start-glue-run', {
        entityRef,
        workflowArn: WORKFLOW_ARN,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe.each([
    ['stop', {}],
    ['resume', { nodeIds: ['wnode_cases'] }],
  ])('%s-glue-run, of a run that there is not', (verb, more) => {
    it.each(
      rowsOf({
        [OWNED]: [401, 403, 404, 403, 404, 403],
        [INTRUDER]: [401, 403, 403, 404, 404, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await invoke(caller, `${verb}-glue-run`, {
        entityRef,
        workflowArn: WORKFLOW_ARN,
        runId: 'wr_nothing',
        ...more,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('list-glue-fleet', () => {
    it.each([
      ['anonymous', 401],
      ['reader', 200],
      ['owner', 200],
      ['other team', 200],
      ['platform team', 200],
      ['service', 200],
    ] as const)('%s: %d', async (caller, status) => {
      const answer = await invoke(caller, 'list-glue-fleet', {});
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    });
  });
});
