import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexWorkflowNodes } from './KnexWorkflowNodes';

jest.setTimeout(60_000);

const LOCATION = 'arn:aws:glue:us-east-1:000000000000';
const ELSEWHERE_ARN = 'arn:aws:glue:eu-west-1:000000000000:workflow/elsewhere';
const node = (type: WorkflowNode['type'], name: string): WorkflowNode => ({
  id: `${type} ${name}`,
  type,
  name,
  state: 'never-run',
  attempts: [],
});
const job = (name: string) =>
  ({ location: LOCATION, type: 'JOB', name }) as const;

describe.each(testDatabases().ids)('KnexWorkflowNodes, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const queue = new KnexCollectionQueue(knex);
    const leaseOf = async (arn: string) => {
      await queue.addWorkflows([arn]);
      await queue.requestCollection(arn);
      const [lease] = await queue.lease({ limit: 1, arn });
      return lease;
    };
    const finish = async (arn: string, nodes?: WorkflowNode[]) =>
      queue.finish(await leaseOf(arn), {
        definition: nodes && {
          graph: { nodes, edges: [] },
          defaultRunProperties: {},
        },
        dueAt: now => now,
      });
    return { knex, queue, finish, leaseOf, nodes: new KnexWorkflowNodes(knex) };
  }

  it('finds the workflows that have a job or crawler', async () => {
    const { finish, nodes } = await setUp();
    await finish(COVID_HIRING_ARN, [
      node('TRIGGER', 'start'),
      node('JOB', 'load'),
      node('JOB', 'load'),
      node('CRAWLER', 'crawl'),
      node('JOB', 'a\0b'),
      node('JOB', 'x'.repeat(300)),
    ]);
    await finish(FLIGHT_DELAYS_ARN, [node('JOB', 'load')]);
    await finish(ELSEWHERE_ARN, [node('JOB', 'load')]);

    expect(await nodes.workflowsWith(job('load'))).toEqual([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    expect(
      await nodes.workflowsWith({ ...job('crawl'), type: 'CRAWLER' }),
    ).toEqual([COVID_HIRING_ARN]);
    expect(await nodes.workflowsWith(job('a\0b'))).toEqual([COVID_HIRING_ARN]);
    expect(await nodes.workflowsWith(job('crawl'))).toEqual([]);
    expect(await nodes.workflowsWith(job('lo%'))).toEqual([]);
    expect(
      await nodes.workflowsWith({
        ...job('load'),
        location: 'arn:aws:glue:eu-west-1:000000000000',
      }),
    ).toEqual([ELSEWHERE_ARN]);
  });

  it('goes with the definition, of however many nodes', async () => {
    const { finish, nodes } = await setUp();
    const many = Array.from({ length: 750 }, (_, i) => node('JOB', `job-${i}`));
    await finish(COVID_HIRING_ARN, many);
    await finish(COVID_HIRING_ARN);
    expect(await nodes.workflowsWith(job('job-749'))).toHaveLength(1);
    await finish(COVID_HIRING_ARN, many.slice(0, 700));
    expect(await nodes.workflowsWith(job('job-699'))).toHaveLength(1);
    expect(await nodes.workflowsWith(job('job-700'))).toEqual([]);
  });

  it('stores nothing of a collector that has lost its lease', async () => {
    const { finish, leaseOf, nodes, queue } = await setUp();
    const lease = await leaseOf(COVID_HIRING_ARN);
    await queue.release(lease);
    await finish(COVID_HIRING_ARN, [node('JOB', 'load')]);
    await queue.finish(lease, {
      definition: {
        graph: { nodes: [node('JOB', 'old')], edges: [] },
        defaultRunProperties: {},
      },
      dueAt: now => now,
    });
    expect(await nodes.workflowsWith(job('old'))).toEqual([]);
    expect(await nodes.workflowsWith(job('load'))).toEqual([COVID_HIRING_ARN]);
  });

  it('finds no workflow that no entity names, and forgets it with the workflow', async () => {
    const { finish, knex, nodes, queue } = await setUp();
    await finish(COVID_HIRING_ARN, [node('JOB', 'load')]);
    await queue.setWantedWorkflows([]);
    expect(await nodes.workflowsWith(job('load'))).toEqual([]);
    await knex('workflows').delete();
    expect(await knex('workflow_nodes')).toEqual([]);
  });
});
