import { collectorTests } from '../__testUtils__/collectorTests';
import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('Collector, %s', id => {
  const setUp = collectorTests(id);

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

    // Once it has ended, nobody asks any more.
    await waitFor(
      () => queue.nextActiveIn([]),
      next => next === undefined,
    );
    // Told after it is stored.
    await waitFor(
      async () => signals,
      sent => sent.length > 0,
    );
    expect(signals).toHaveLength(1);
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
    expect(await workflow(COVID_HIRING_ARN)).toMatchObject({
      missing: true,
      collectionError: expect.stringContaining(
        "AWS Glue has no workflow 'covid-hiring'",
      ),
    });
    expect(await queue.nextActiveIn([])).toBeUndefined();

    // That it cannot be read says nothing of whether it is there.
    endpoint.fail('BatchGetWorkflows', 'AccessDeniedException', 1);
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect((await workflow(COVID_HIRING_ARN)).missing).toBe(true);

    endpoint.putWorkflow('covid-hiring');
    await collector.collectNow(COVID_HIRING_ARN, 10_000);
    expect((await workflow(COVID_HIRING_ARN)).missing).toBe(false);
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
});
