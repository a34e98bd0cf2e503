import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { GluePipelinesSignal } from '@glue-pipelines/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { waitFor } from '../__testUtils__/waitFor';
import { GlueClients } from '../aws/GlueClients';
import { SdkGlueApi } from '../aws/SdkGlueApi';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexRunStore } from '../database/KnexRunStore';
import { Collector } from './Collector';

jest.setTimeout(60_000);

/** Static credentials for two accounts: none of the machine's own are looked for. */
const AWS_CONFIG = new ConfigReader({
  aws: {
    accounts: ['000000000000', '111111111111'].map(accountId => ({
      accountId,
      accessKeyId: 'test',
      secretAccessKey: 'test',
    })),
  },
});

describe.each(testDatabases().ids)('Collector, %s', id => {
  const databases = testDatabases();
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    config: { activeMs?: number; idleMs?: number; runsToKeep?: number } = {},
  ) {
    const knex = await databases.open(id);
    const endpoint = await GlueEndpoint.start();
    const store = new KnexRunStore(knex);
    const queue = new KnexCollectionQueue(knex);
    const signals: GluePipelinesSignal[] = [];
    cleanups.push(() => endpoint.close());

    /** One of several replicas on the same database. */
    const replica = (options: { heartbeatMs?: number } = {}) => {
      const clients = new GlueClients({
        credentials: DefaultAwsCredentialsManager.fromConfig(AWS_CONFIG),
        endpoint: endpoint.url,
      });
      const collector = new Collector({
        glue: new SdkGlueApi(clients, endpoint.url),
        store,
        queue,
        logger: mockServices.logger.mock(),
        config: {
          activeMs: 500,
          idleMs: 60_000,
          runsToKeep: 100,
          keepRunsForMs: 1e12,
          keepUnnamedForMs: 1e12,
          ...config,
        },
        publish: async signal => {
          signals.push(signal);
        },
        ...options,
      });
      cleanups.push(() => clients.close());
      cleanups.push(() => collector.close());
      return collector;
    };
    const workflow = async (arn: string) =>
      (await store.getWorkflows([arn]))[0];
    return { knex, endpoint, store, queue, signals, replica, workflow };
  }

  it('stores workflows and runs, and tells the pages of what is new once a look', async () => {
    const { endpoint, store, queue, signals, replica, workflow } =
      await setUp();
    endpoint.putWorkflow('covid-hiring', { Description: 'Joins two sets' });
    endpoint.putRun('covid-hiring', 'wr_1', { StartedOn: 1_795_000_000 });
    endpoint.putRun('covid-hiring', 'wr_2', {
      StartedOn: 1_795_000_100,
      job: 'FAILED',
      error: 'KeyError: day',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    expect(await workflow(COVID_HIRING_ARN)).toMatchObject({
      definition: { description: 'Joins two sets' },
      lastRunId: 'wr_2',
    });
    expect(await store.listRuns(COVID_HIRING_ARN, 10)).toMatchObject([
      {
        id: 'wr_2',
        health: 'failed',
        failure: { nodeName: 'load', message: 'KeyError: day' },
      },
      { id: 'wr_1', health: 'succeeded' },
    ]);
    // What happened long ago is no news.
    expect(signals).toEqual([]);
    expect([...endpoint.userAgents][0]).toContain(
      'glue-pipelines-for-backstage',
    );

    // Nothing is new: one call, no run, no signal.
    const calls = endpoint.calls.length;
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(endpoint.calls.slice(calls)).toEqual(['BatchGetWorkflows']);
    expect(signals).toEqual([]);

    endpoint.putRun('covid-hiring', 'wr_3', { StartedOn: 1_795_000_200 });
    endpoint.putRun('covid-hiring', 'wr_4', { StartedOn: 1_795_000_300 });
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(await store.listRuns(COVID_HIRING_ARN, 10)).toHaveLength(4);
    const { signalKey } = await workflow(COVID_HIRING_ARN);
    expect(signals).toEqual([{ action: 'workflow-changed', key: signalKey }]);
  });

  it('reads 25 workflows in one call, accounts apart', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    const arns = Array.from({ length: 30 }, (_, i) => {
      endpoint.putWorkflow(`flow-${i}`);
      return `arn:aws:glue:us-east-1:000000000000:workflow/flow-${i}`;
    });
    const elsewhere = 'arn:aws:glue:us-east-1:111111111111:workflow/flow-0';
    await queue.setWantedWorkflows([...arns, elsewhere]);
    await replica().collectDue();
    expect(endpoint.count('BatchGetWorkflows')).toBe(3);
    expect((await workflow(elsewhere)).collectedAt).toBeDefined();
    expect((await workflow(arns[29])).collectedAt).toBeDefined();
  });

  it('follows an active run to its end by itself', async () => {
    const { endpoint, store, queue, signals, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    await replica().collectDue();
    const health = async () => (await store.lastRun(COVID_HIRING_ARN))?.health;
    expect(await health()).toBe('running');

    endpoint.putRun('covid-hiring', 'wr_1', { CompletedOn: 1_795_000_020 });
    await waitFor(health, value => value === 'succeeded');
    expect(signals).toHaveLength(1);

    // Once it has ended, nobody asks any more.
    await waitFor(
      () => queue.nextActiveIn([]),
      next => next === undefined,
    );
  });

  it('keeps the last known state when AWS throttles, and waits before it asks again', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1');
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    endpoint.fail('BatchGetWorkflows', 'ThrottlingException', 4);
    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect(await workflow(COVID_HIRING_ARN)).toMatchObject({
      lastRunId: 'wr_1',
      failures: 1,
      collectionError: expect.stringContaining(
        'AWS throttles BatchGetWorkflows in account 000000000000',
      ),
    });
    expect(await store.listRuns(COVID_HIRING_ARN, 10)).toHaveLength(1);

    const calls = endpoint.calls.length;
    await collector.collectDue();
    expect(endpoint.calls).toHaveLength(calls);

    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    const recovered = await workflow(COVID_HIRING_ARN);
    expect(recovered.collectionError).toBeUndefined();
    expect(recovered.failures).toBe(0);
  });

  it('stores an error for the workflow that is missing, not for its neighbours', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('flight-delays');
    await queue.setWantedWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    await replica().collectDue();
    expect((await workflow(COVID_HIRING_ARN)).collectionError).toContain(
      "AWS Glue has no workflow 'covid-hiring' in account 000000000000, region us-east-1. Check that it is deployed there, and the annotation aws.amazon.com/glue-workflow-arn",
    );
    expect((await workflow(FLIGHT_DELAYS_ARN)).collectionError).toBeUndefined();
  });

  it('reads 25 workflows one by one when Glue rejects them together', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putWorkflow('flight-delays');
    endpoint.fail('BatchGetWorkflows', 'InvalidInputException');
    await queue.setWantedWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    await replica().collectDue();
    expect(endpoint.count('BatchGetWorkflows')).toBe(3);
    for (const arn of [COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]) {
      expect((await workflow(arn)).collectedAt).toBeDefined();
    }
  });

  it('never collects a workflow twice at once, even on several replicas', async () => {
    const { endpoint, queue, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.delayMs = 100;
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    await Promise.all([replica().collectDue(), replica().collectDue()]);
    expect(endpoint.count('BatchGetWorkflows')).toBe(1);
  });

  it('keeps what it works on, however long that takes, and stops when it has lost it', async () => {
    const { knex, endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1');
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const lease = () => knex('workflows').first('lease_until', 'lease_id');
    endpoint.delayMs = 700;
    const round = replica({ heartbeatMs: 100 }).collectDue();
    const first = await waitFor(lease, row => row.lease_id !== null);
    await waitFor(lease, row => row.lease_until > first.lease_until);

    await knex('workflows').update({ lease_id: 'somebody else' });
    await round;
    expect(endpoint.count('GetWorkflowRun')).toBe(0);
    expect(await store.listRuns(COVID_HIRING_ARN, 10)).toEqual([]);
    expect((await workflow(COVID_HIRING_ARN)).attemptedAt).toBeUndefined();
  });

  it('goes on where a replica died', async () => {
    const { knex, endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    // Died right after it had taken the workflow.
    await queue.lease({ limit: 1 });
    const other = replica();
    await other.collectDue();
    expect(endpoint.calls).toEqual([]);

    const [{ lease_until: until }] = await knex('workflows');
    expect(Date.parse(until) - Date.now()).toBeLessThan(31_000);
    await knex('workflows').update({ lease_until: new Date(0).toISOString() });
    await other.collectDue();
    expect((await workflow(COVID_HIRING_ARN)).collectedAt).toBeDefined();
  });

  it('follows the runs of an account while another one hangs', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    const hanging = 'arn:aws:glue:us-east-1:111111111111:workflow/slow';
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    endpoint.hang = names => names.includes('slow');
    await queue.setWantedWorkflows([COVID_HIRING_ARN, hanging]);
    const collector = replica();
    await collector.startDue();
    const health = async () => (await store.lastRun(COVID_HIRING_ARN))?.health;
    await waitFor(health, value => value === 'running');

    endpoint.putRun('covid-hiring', 'wr_1', { CompletedOn: 1_795_000_020 });
    await waitFor(health, value => value === 'succeeded', 5_000);
    expect((await workflow(hanging)).attemptedAt).toBeUndefined();
  });

  it('answers many who wait for the same workflow with few calls', async () => {
    const { endpoint, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.delayMs = 100;
    const collector = replica();
    const inTime = await Promise.all(
      Array.from({ length: 10 }, () =>
        collector.collectNow(COVID_HIRING_ARN, 10_000),
      ),
    );
    expect(inTime).toEqual(Array.from({ length: 10 }, () => true));
    expect((await workflow(COVID_HIRING_ARN)).collectedAt).toBeDefined();
    expect(endpoint.count('BatchGetWorkflows')).toBeLessThanOrEqual(2);
  });

  it('does not keep a page waiting longer than it may', async () => {
    const { endpoint, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.delayMs = 500;
    const collector = replica();
    expect(await collector.collectNow(COVID_HIRING_ARN, 50)).toBe(false);
    await waitFor(
      () => workflow(COVID_HIRING_ARN),
      ({ collectedAt }) => collectedAt !== undefined,
    );
  });

  it('ends a run whose workflow was deleted while it ran', async () => {
    const { endpoint, store, queue, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    endpoint.deleteWorkflow('covid-hiring');
    endpoint.putWorkflow('covid-hiring');
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      health: 'failed',
      errorMessage: expect.stringContaining('no longer knows this run'),
    });
  });

  it('ends the active run of a workflow that was deleted for good', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    endpoint.deleteWorkflow('covid-hiring');
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      health: 'failed',
      errorMessage: expect.stringContaining('no longer knows this run'),
    });
    expect((await workflow(COVID_HIRING_ARN)).collectionError).toContain(
      "AWS Glue has no workflow 'covid-hiring'",
    );
    expect(await queue.nextActiveIn([])).toBeUndefined();
  });

  it('stores a run that Glue names as the last before it lists it', async () => {
    const { endpoint, store, queue, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1');
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    endpoint.putRun('covid-hiring', 'wr_2', { StartedOn: 1_795_000_100 });
    endpoint.putRun('covid-hiring', 'wr_3', { StartedOn: 1_795_000_200 });
    endpoint.unlisted.add('wr_2').add('wr_3');
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    const ids = async () =>
      (await store.listRuns(COVID_HIRING_ARN, 10)).map(run => run.id);
    expect(await ids()).toEqual(['wr_3', 'wr_1']);

    // The list was behind: it is read again, though the last run is known.
    endpoint.unlisted.clear();
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(await ids()).toEqual(['wr_3', 'wr_2', 'wr_1']);
  });

  it('reads a graph only where something changed', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp({
      activeMs: 60_000,
    });
    const nodes = async () =>
      (await workflow(COVID_HIRING_ARN)).definition?.graph.nodes;
    endpoint.putWorkflow('covid-hiring', { LastModifiedOn: 1_795_000_000 });
    const running = { Status: 'RUNNING', job: 'RUNNING' };
    endpoint.putRun('covid-hiring', 'wr_1', {
      ...running,
      Statistics: { TotalActions: 2, RunningActions: 1, WaitingActions: 1 },
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(await nodes()).toHaveLength(2);
    const callsOfLook = async () => {
      const calls = endpoint.calls.length;
      await collector.collectNow(COVID_HIRING_ARN, 10_000);
      return endpoint.calls.slice(calls);
    };
    expect(await callsOfLook()).toEqual(['BatchGetWorkflows']);

    endpoint.putRun('covid-hiring', 'wr_1', {
      ...running,
      Statistics: { TotalActions: 2, RunningActions: 1, SucceededActions: 1 },
    });
    expect(await callsOfLook()).toEqual([
      'BatchGetWorkflows',
      'GetWorkflowRun',
    ]);
    expect((await store.lastRun(COVID_HIRING_ARN))?.statistics.succeeded).toBe(
      1,
    );
    expect(await callsOfLook()).toEqual(['BatchGetWorkflows']);

    endpoint.putWorkflow('covid-hiring', {
      LastModifiedOn: 1_795_000_001,
      Graph: { Nodes: [{ Type: 'JOB', Name: 'other', UniqueId: 'w' }] },
    });
    expect(await callsOfLook()).toEqual([
      'BatchGetWorkflows',
      'BatchGetWorkflows',
    ]);
    expect(await nodes()).toHaveLength(1);
  });

  it('lists no more of a long history than is new', async () => {
    const { endpoint, store, queue, replica } = await setUp({
      runsToKeep: 100,
    });
    endpoint.putWorkflow('covid-hiring');
    for (let i = 0; i < 3_000; i++) {
      endpoint.putRun('covid-hiring', `wr_${i}`, {
        StartedOn: 1_795_000_000 + i,
      });
    }
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(endpoint.count('GetWorkflowRuns')).toBe(1);

    for (let i = 3_000; i < 3_060; i++) {
      endpoint.putRun('covid-hiring', `wr_${i}`, {
        StartedOn: 1_795_000_000 + i,
      });
    }
    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect(endpoint.count('GetWorkflowRuns')).toBe(3);
    const runs = await store.listRuns(COVID_HIRING_ARN, 100);
    expect(runs.map(run => run.id)).toEqual(
      Array.from({ length: 100 }, (_, i) => `wr_${3_059 - i}`),
    );
  });

  it('goes on with the other runs when AWS answers one with an error, and tries it again later', async () => {
    const { knex, endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    for (const second of [1, 2, 3]) {
      endpoint.putRun('covid-hiring', `wr_${second}`, {
        StartedOn: 1_795_000_000 + second,
      });
    }
    endpoint.unreadable.add('wr_2');
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    const detailed = async (runId: string) =>
      (await store.getRun(COVID_HIRING_ARN, runId))?.detailed;
    expect(await detailed('wr_1')).toBe(true);
    expect(await detailed('wr_2')).toBe(false);
    expect(await workflow(COVID_HIRING_ARN)).toMatchObject({
      lastRunId: 'wr_3',
      failures: 0,
    });
    expect(await knex('runs').where('run_id', 'wr_2').first()).toMatchObject({
      read_failures: 1,
      read_error: expect.stringContaining('could not answer GetWorkflowRun'),
    });

    endpoint.unreadable.clear();
    await knex('runs')
      .where('run_id', 'wr_2')
      .update({ read_due_at: new Date(0).toISOString() });
    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect(await detailed('wr_2')).toBe(true);
  });

  it('keeps what it has read when AWS begins to throttle, and goes on from there', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    for (const second of [1, 2, 3]) {
      endpoint.putRun('covid-hiring', `wr_${second}`, {
        StartedOn: 1_795_000_000 + second,
      });
    }
    endpoint.fail('GetWorkflowRun', 'ThrottlingException', 4);
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect((await workflow(COVID_HIRING_ARN)).collectionError).toContain(
      'AWS throttles GetWorkflowRun',
    );
    expect(await store.listRuns(COVID_HIRING_ARN, 10)).toHaveLength(3);

    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect(endpoint.count('GetWorkflowRuns')).toBe(1);
    expect((await workflow(COVID_HIRING_ARN)).failures).toBe(0);
    for (const second of [1, 2, 3]) {
      const run = await store.getRun(COVID_HIRING_ARN, `wr_${second}`);
      expect(run?.detailed).toBe(true);
    }
  });

  it('gets through 30 workflows while half of all calls are throttled', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    const arns = Array.from({ length: 30 }, (_, i) => {
      endpoint.putWorkflow(`flow-${i}`);
      endpoint.putRun(`flow-${i}`, `wr_${i}`);
      return `arn:aws:glue:us-east-1:000000000000:workflow/flow-${i}`;
    });
    endpoint.throttledShare = 0.5;
    await queue.setWantedWorkflows(arns);
    const collector = replica();
    await waitFor(
      async () => {
        await collector.collectDue();
        const stored = await Promise.all(arns.map(workflow));
        return stored.filter(({ collectedAt }) => collectedAt).length;
      },
      collected => collected === 30,
      120_000,
    );
    expect(await store.lastRun(arns[29])).toMatchObject({ id: 'wr_29' });
  }, 150_000);

  it('reads the graphs of the newest runs of a long past, of others when asked', async () => {
    const { endpoint, store, queue, replica } = await setUp({ runsToKeep: 40 });
    endpoint.putWorkflow('covid-hiring');
    for (let i = 10; i < 60; i++) {
      endpoint.putRun('covid-hiring', `wr_${i}`, {
        StartedOn: 1_795_000_000 + i,
      });
    }
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(endpoint.count('GetWorkflowRun')).toBe(25);
    const runs = await store.listRuns(COVID_HIRING_ARN, 100);
    expect(runs.map(run => run.id)).toEqual(
      Array.from({ length: 40 }, (_, i) => `wr_${59 - i}`),
    );

    const old = await store.getRun(COVID_HIRING_ARN, 'wr_20');
    expect(old).toMatchObject({
      detailed: false,
      run: { health: 'succeeded' },
    });
    await collector.collectRun(COVID_HIRING_ARN, 'wr_20');
    const read = await store.getRun(COVID_HIRING_ARN, 'wr_20');
    expect(read?.detailed).toBe(true);
    expect(read?.run.graph.nodes).toHaveLength(2);
  });

  it('asks for triggers whose details the graph lacks', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring', {
      Graph: {
        Nodes: [
          { Type: 'TRIGGER', Name: 'nightly', UniqueId: 'w1' },
          { Type: 'TRIGGER', Name: 'vanished', UniqueId: 'w2' },
        ],
        Edges: [],
      },
    });
    endpoint.putTrigger({
      Name: 'nightly',
      Type: 'SCHEDULED',
      State: 'ACTIVATED',
      Schedule: 'cron(0 6 * * ? *)',
    } as { Name: string });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    await replica().collectDue();
    expect((await workflow(COVID_HIRING_ARN)).definition?.startTrigger).toEqual(
      {
        name: 'nightly',
        type: 'SCHEDULED',
        state: 'ACTIVATED',
        schedule: 'cron(0 6 * * ? *)',
      },
    );
  });

  it('gives workflows back when it is closed in the middle', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.delayMs = 5_000;
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    const round = collector.collectDue();
    await waitFor(
      async () => endpoint.calls.length,
      calls => calls === 1,
    );
    await collector.close();
    await round;
    expect((await workflow(COVID_HIRING_ARN)).collectionError).toBeUndefined();

    endpoint.delayMs = 0;
    await replica().collectDue();
    expect((await workflow(COVID_HIRING_ARN)).collectedAt).toBeDefined();
  });
});
