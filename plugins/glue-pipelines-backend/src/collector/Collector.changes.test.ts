import { collectorTests } from '../__testUtils__/collectorTests';
import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('changes that are collected, %s', id => {
  const setUp = collectorTests(id);
  const secondsAgo = (seconds: number) =>
    Math.floor(Date.now() / 1000) - seconds;

  it('are those since the first look, told once however many replicas look', async () => {
    const { endpoint, queue, changes, replica } = await setUp();
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_past', {
      StartedOn: secondsAgo(300),
      CompletedOn: secondsAgo(200),
      job: 'FAILED',
    });
    endpoint.putRun('covid-hiring', 'wr_active', {
      StartedOn: secondsAgo(100),
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    await queue.setWantedWorkflows([COVID_HIRING_ARN]);
    const replicas = [replica(), replica()];
    await Promise.all(replicas.map(each => each.collectDue()));
    expect(changes).toEqual([]);

    endpoint.putRun('covid-hiring', 'wr_active', {
      StartedOn: secondsAgo(100),
      CompletedOn: secondsAgo(1),
    });
    endpoint.putRun('covid-hiring', 'wr_new', {
      StartedOn: secondsAgo(50),
      CompletedOn: secondsAgo(10),
      job: 'FAILED',
      error: 'MemoryError',
    });
    await Promise.all(
      replicas.map(each => each.collectNow(COVID_HIRING_ARN, 10_000)),
    );
    await waitFor(
      async () => changes.length,
      count => count === 2,
    );
    await Promise.all(
      replicas.map(each => each.collectNow(COVID_HIRING_ARN, 10_000)),
    );
    const ofRun = (runId: string) =>
      changes.filter(change => change.runId === runId);
    expect(ofRun('wr_active')).toMatchObject([
      { before: 'running', after: 'succeeded', previous: 'failed' },
    ]);
    expect(ofRun('wr_new')).toMatchObject([
      {
        before: undefined,
        after: 'failed',
        failure: { nodeName: 'load', cause: { id: 'out-of-memory' } },
      },
    ]);
    expect(changes).toHaveLength(2);
  });
});
