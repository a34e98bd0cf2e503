import { collectorTests } from '../__testUtils__/collectorTests';
import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { setTimeout as sleep } from 'node:timers/promises';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('calls of the Collector, %s', id => {
  const setUp = collectorTests(id);

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
    // Two; on a busy machine some come too late to share one.
    expect(endpoint.count('BatchGetWorkflows')).toBeLessThanOrEqual(4);
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

  it('asks once how the jobs of all new runs of a look are defined', async () => {
    const { endpoint, queue, replica, configurations } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putJob({
      Name: 'load',
      Command: { Name: 'glueetl', ScriptLocation: 's3://code/load.py' },
      LastModifiedOn: 1_794_000_000,
      DefaultArguments: { '--mode': 'full' },
    });
    for (const i of [1, 2, 3]) {
      endpoint.putRun('covid-hiring', `wr_${i}`, {
        StartedOn: 1_795_000_000 + i,
        jobArguments: { '--day': String(i) },
      });
    }
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(endpoint.count('GetWorkflowRun')).toBe(3);
    expect(endpoint.count('BatchGetJobs')).toBe(1);
    expect(await configurations.get(COVID_HIRING_ARN, 'wr_2')).toEqual({
      jobArguments: { load: { '--day': '2' } },
      jobs: {
        load: {
          modifiedAt: new Date(1_794_000_000_000).toISOString(),
          scriptLocation: 's3://code/load.py',
          defaultArguments: { '--mode': 'full' },
        },
      },
    });

    endpoint.putRun('covid-hiring', 'wr_4', { StartedOn: 1_795_000_004 });
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(endpoint.count('BatchGetJobs')).toBe(2);
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(endpoint.count('BatchGetJobs')).toBe(2);
  });

  it('stores definitions once, however many runs had them', async () => {
    const { endpoint, knex, queue, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putJob({ Name: 'load', GlueVersion: '5.0' });
    endpoint.putRun('covid-hiring', 'wr_1');
    endpoint.putRun('covid-hiring', 'wr_2', { StartedOn: 1_795_000_001 });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(await knex('job_definitions')).toHaveLength(1);

    endpoint.putJob({ Name: 'load', GlueVersion: '5.1' });
    endpoint.putRun('covid-hiring', 'wr_3', { StartedOn: 1_795_000_002 });
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(await knex('job_definitions')).toHaveLength(2);
  });

  it.each([
    ['asks no more for a run where AWS refuses', 'AccessDeniedException', 1],
    [
      'asks again with the run where AWS is busy',
      'InternalServiceException',
      2,
    ],
  ])('%s to tell how jobs are defined', async (_, code, asked) => {
    const { endpoint, store, queue, replica, configurations } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    const status = code === 'AccessDeniedException' ? 400 : 500;
    endpoint.fail('BatchGetJobs', code, 20, status);
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      health: 'running',
    });
    expect(await configurations.get(COVID_HIRING_ARN, 'wr_1')).toEqual({
      jobArguments: { load: {} },
      problem: expect.any(String),
    });
    const before = endpoint.count('BatchGetJobs');
    endpoint.forgetFailures();
    endpoint.putRun('covid-hiring', 'wr_1');
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(endpoint.count('BatchGetJobs') - before).toBe(asked - 1);
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

  it('asks no more for a run that AWS lists and does not know', async () => {
    const { endpoint, store, queue, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1');
    endpoint.fail('GetWorkflowRun', 'EntityNotFoundException', 9);
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect(endpoint.count('GetWorkflowRun')).toBe(1);
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      id: 'wr_1',
      health: 'succeeded',
    });
  });

  it('reads many that run by few calls, however far apart they began', async () => {
    const { endpoint, queue, replica } = await setUp({ activeMs: 1_000 });
    const arns = Array.from({ length: 30 }, (_, i) => {
      endpoint.putWorkflow(`flow-${i}`);
      endpoint.putRun(`flow-${i}`, `wr_${i}`, {
        Status: 'RUNNING',
        job: 'RUNNING',
      });
      return `arn:aws:glue:us-east-1:000000000000:workflow/flow-${i}`;
    });
    const collector = replica();
    for (const arn of arns) {
      await queue.addWorkflows([arn]);
      await collector.collectNow(arn, 10_000);
    }
    await sleep(1_500);
    const calls = endpoint.calls.length;
    await sleep(3_000);
    // Two calls for 30 workflows, at three moments, or four.
    expect(new Set(endpoint.calls.slice(calls))).toEqual(
      new Set(['BatchGetWorkflows']),
    );
    expect(endpoint.calls.length - calls).toBeLessThanOrEqual(8);
    expect(endpoint.calls.length - calls).toBeGreaterThanOrEqual(4);
  });

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
});
