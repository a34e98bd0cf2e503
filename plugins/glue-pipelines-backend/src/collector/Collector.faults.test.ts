import { collectorTests } from '../__testUtils__/collectorTests';
import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('Collector among faults, %s', id => {
  const setUp = collectorTests(id);

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

  it('takes no answer that it does not understand for the end of a workflow or a run', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const collector = replica();
    await collector.collectDue();

    endpoint.fail('BatchGetWorkflows', 'no error of AWS', 1, 200);
    endpoint.fail('GetWorkflowRun', 'no error of AWS', 1, 200);
    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect((await workflow(COVID_HIRING_ARN)).collectionError).toContain(
      'The answer to BatchGetWorkflows',
    );
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      health: 'running',
    });

    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    await collector.collectNow(COVID_HIRING_ARN, 30_000);
    expect(await workflow(COVID_HIRING_ARN)).toMatchObject({
      collectionError: undefined,
      failures: 0,
    });
    expect(await store.lastRun(COVID_HIRING_ARN)).toMatchObject({
      health: 'running',
    });
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

  it('is not kept from its work by an ARN that is accepted no more', async () => {
    const { endpoint, queue, replica, workflow } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    const refused = COVID_HIRING_ARN.replace('covid-hiring', ' a');
    await queue.setWantedWorkflows([refused, COVID_HIRING_ARN]);
    await replica().collectDue();
    expect((await workflow(COVID_HIRING_ARN)).collectedAt).toBeDefined();
    expect((await workflow(refused)).collectionError).toBeDefined();
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

  it('gets through 8 workflows while half of all calls are throttled', async () => {
    const { endpoint, store, queue, replica, workflow } = await setUp();
    const arns = Array.from({ length: 8 }, (_, i) => {
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
      collected => collected === 8,
      60_000,
    );
    expect(await store.lastRun(arns[7])).toMatchObject({ id: 'wr_7' });
  }, 90_000);

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
