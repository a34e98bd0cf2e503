import { testDatabases } from '../__testUtils__/databases';
import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunConfigurations } from './KnexRunConfigurations';
import { KnexRunStore } from './KnexRunStore';
import { runsUnderWay } from './RunsUnderWay';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('what runs at once, and of what, on %s', id => {
  async function setUp() {
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    const store = new KnexRunStore(knex);
    await store.saveRun(collectedRun());
    return { knex, store };
  }

  it('are the runs that go on, with their jobs that do', async () => {
    const { knex, store } = await setUp();
    const { graph } = collectedRun();
    const [trigger, job] = graph.nodes;
    await store.saveRun(
      collectedRun({
        id: 'wr_2',
        workflowArn: FLIGHT_DELAYS_ARN,
        rawStatus: 'RUNNING',
        health: 'running',
        active: true,
        completedAt: undefined,
        graph: {
          ...graph,
          nodes: [
            trigger,
            { ...job, name: 'load', state: 'running' },
            { ...job, id: 'wnode_3', name: 'check', state: 'waiting' },
          ],
        },
      }),
    );
    expect(await runsUnderWay(knex, store)).toEqual([
      { arn: FLIGHT_DELAYS_ARN, jobs: ['load'] },
    ]);
  });

  it('are the definitions that were read last', async () => {
    const { knex, store } = await setUp();
    const configurations = new KnexRunConfigurations(knex);
    for (const [runId, glueVersion] of [
      ['wr_1', '4.0'],
      ['wr_2', '5.0'],
    ]) {
      await store.saveRun(collectedRun({ id: runId }));
      await configurations.saveDefinitions(COVID_HIRING_ARN, runId, {
        load: { glueVersion, defaultArguments: {} },
      });
      // A millisecond decides.
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    const newest = await configurations.newestDefinitions([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    expect([...newest]).toEqual([
      [
        COVID_HIRING_ARN,
        { load: { glueVersion: '5.0', defaultArguments: {} } },
      ],
    ]);
  });
});
