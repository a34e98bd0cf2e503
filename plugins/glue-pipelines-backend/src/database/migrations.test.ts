import { TestDatabases } from '@backstage/backend-test-utils';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { KnexRunStore } from './KnexRunStore';
import { KnexWorkflowNodes } from './KnexWorkflowNodes';
import { MIGRATIONS } from './migrate';
import { WorkflowSummaries } from './WorkflowSummaries';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('migrations, %s', id => {
  const databases = TestDatabases.create({ ids: testDatabases().ids });

  it('take what was stored before along, and go down again', async () => {
    const knex = await databases.init(id);
    const directory = MIGRATIONS;
    const today = new Date().toISOString().slice(0, 10);
    await knex.migrate.up({ directory, name: '20261121000000_init.js' });
    await knex('workflows').insert({
      arn: COVID_HIRING_ARN,
      wanted: true,
      definition: JSON.stringify({
        graph: {
          nodes: [
            { id: 'w1', type: 'TRIGGER', name: 'start' },
            { id: 'w2', type: 'JOB', name: 'load' },
            { id: 'w3', type: 'JOB', name: 'load' },
            { id: 'w4', type: 'CRAWLER', name: 'crawl' },
          ],
          edges: [],
        },
      }),
    });
    await knex('runs').insert({
      workflow_arn: COVID_HIRING_ARN,
      run_id: 'wr_1',
      raw_status: 'RUNNING',
      health: 'running',
      active: true,
      detailed: true,
      ordered_at: `${today}T00:00:00.000Z`,
      statistics: '{}',
      properties: '{}',
      edges: '[{"sourceId":"w1","destinationId":"w2"}]',
    });
    const nodes = [
      {
        node_id: 'w1',
        type: 'TRIGGER',
        name: 'start',
        state: 'succeeded',
        attempts: '[]',
        trigger: '{"type":"ON_DEMAND","state":"CREATED"}',
      },
      {
        node_id: 'w2',
        type: 'JOB',
        name: 'load',
        state: 'running',
        attempts: '[{"attempt":0,"rawState":"RUNNING","dpuHours":1.5}]',
        trigger: null,
      },
    ].map((node, position) => ({
      workflow_arn: COVID_HIRING_ARN,
      run_id: 'wr_1',
      position,
      ...node,
    }));
    await knex('run_nodes').insert(nodes);

    await knex.migrate.latest({ directory });
    expect(await knex('workflows').first()).toMatchObject({
      location: 'arn:aws:glue:us-east-1:000000000000',
      signal_key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(Boolean((await knex('workflows').first()).active)).toBe(true);

    const workflowNodes = new KnexWorkflowNodes(knex);
    const location = 'arn:aws:glue:us-east-1:000000000000';
    for (const node of [
      { location, type: 'JOB', name: 'load' },
      { location, type: 'CRAWLER', name: 'crawl' },
    ] as const) {
      expect(await workflowNodes.workflowsWith(node)).toEqual([
        COVID_HIRING_ARN,
      ]);
    }

    const [summary] = await new WorkflowSummaries(knex).get([COVID_HIRING_ARN]);
    expect(summary).toMatchObject({
      lastHealth: 'running',
      ended: 0,
      succeeded: 0,
      dpuDays: { [today]: 1.5 },
    });

    const store = new KnexRunStore(knex);
    expect((await store.getRun(COVID_HIRING_ARN, 'wr_1'))?.run).toMatchObject({
      health: 'running',
      dpuHours: 1.5,
      graph: {
        nodes: [
          { id: 'w1', trigger: { type: 'ON_DEMAND' }, state: 'succeeded' },
          { id: 'w2', state: 'running', attempts: [{ rawState: 'RUNNING' }] },
        ],
        edges: [{ sourceId: 'w1', destinationId: 'w2' }],
      },
    });

    const runsLeft = new Set<number>();
    let nodesLeft: unknown[] = [];
    for (;;) {
      const [, [undone]] = await knex.migrate.down({ directory });
      if (/_init\.js$/.test(undone)) {
        break;
      }
      runsLeft.add((await knex('runs')).length);
      nodesLeft = (await knex.schema.hasTable('run_nodes'))
        ? await knex('run_nodes').orderBy('position')
        : [];
    }
    expect([...runsLeft]).toEqual([1]);
    expect(nodesLeft).toEqual(nodes);
    expect(await knex.schema.hasTable('workflows')).toBe(false);
  });
});
