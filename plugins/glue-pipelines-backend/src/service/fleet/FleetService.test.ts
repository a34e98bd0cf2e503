import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { testDatabases } from '../../__testUtils__/databases';
import { component } from '../../__testUtils__/portal';
import { collectedRun } from '../../__testUtils__/runs';
import { KnexCollectionQueue } from '../../database/KnexCollectionQueue';
import { KnexRunStore } from '../../database/KnexRunStore';
import { KnexWorkflowTags } from '../../database/KnexWorkflowTags';
import { WorkflowSummaries } from '../../database/WorkflowSummaries';
import { WorkflowOwners } from '../WorkflowOwners';
import { FleetEntities } from './FleetEntities';
import { FleetService } from './FleetService';

jest.setTimeout(60_000);

const WORKFLOWS = 1_000;
const nameOf = (i: number) => `flow-${String(i).padStart(4, '0')}`;
const arnOf = (i: number) =>
  `arn:aws:glue:eu-west-1:111111111111:workflow/${nameOf(i)}`;
const ada = mockCredentials.user('user:default/ada');
const eve = mockCredentials.user('user:default/eve');
const all = { sort: 'worst', offset: 0, limit: 50 } as const;

describe.each(testDatabases().ids)('the fleet, on %s', id => {
  const databases = testDatabases();

  async function setUp(
    options: {
      entities?: Entity[];
      reads?: boolean;
      /** Whom the policy allows to see workflows; a condition where it is set. */
      allows?: (entityRef: string) => boolean;
    } = {},
  ) {
    const knex = await databases.open(id);
    const arns = Array.from({ length: WORKFLOWS }, (_, i) => arnOf(i));
    const queue = new KnexCollectionQueue(knex);
    const store = new KnexRunStore(knex);
    await queue.addWorkflows(arns);
    const catalog = catalogServiceMock.mock();
    const entities =
      options.entities ?? arns.map((arn, i) => component(nameOf(i), arn));
    const fake = catalogServiceMock({ entities });
    catalog.queryEntities.mockImplementation((...args) =>
      fake.queryEntities(...args),
    );
    const permissions = mockServices.permissions.mock();
    permissions.authorizeConditional.mockImplementation(async queries =>
      queries.map(({ permission }) =>
        options.allows
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: permission.resourceType,
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: permission.resourceType,
              },
            }
          : { result: AuthorizeResult.ALLOW },
      ),
    );
    permissions.authorize.mockImplementation(async queries =>
      queries.map(query => ({
        result: options.allows?.(String(query.resourceRef))
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    );
    const tags = new KnexWorkflowTags(knex);
    const fleet = new FleetService({
      entities: new FleetEntities({ catalog, permissions }),
      owners: new WorkflowOwners(
        // It is not asked: a list costs no call of AWS.
        { glue: {} as never, tags, logger: mockServices.logger.mock() },
        { reads: options.reads ?? false, writes: true },
      ),
      summaries: new WorkflowSummaries(knex),
      store,
      price: { pricePerDpuHour: 0.44, currency: 'USD' },
    });
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    return { knex, fleet, store, tags, catalog, permissions, statements };
  }

  it('of a thousand workflows is read with a handful of statements', async () => {
    const { fleet, store, statements, catalog, permissions } = await setUp();
    await store.saveRun(
      collectedRun({ workflowArn: arnOf(500), health: 'failed' }),
    );
    await store.saveRun(
      collectedRun({ workflowArn: arnOf(501), health: 'succeeded' }),
    );
    statements.length = 0;
    const { items, total, tiles, filters } = await fleet.list(ada, all);
    expect(statements).toHaveLength(4);
    expect(statements.filter(sql => /\bruns\b/.test(sql))).toEqual([]);
    expect(catalog.queryEntities).toHaveBeenCalledTimes(2);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(2);
    expect(permissions.authorize).not.toHaveBeenCalled();
    expect(total).toBe(WORKFLOWS);
    expect(tiles).toMatchObject({ failing: 1, healthy: 1, unknown: 998 });
    expect(filters.accounts).toEqual(['111111111111']);
    expect(items).toHaveLength(50);
    expect(items[0]).toMatchObject({
      name: 'flow-0500',
      health: 'failed',
      runs: [{ id: 'wr_1', health: 'failed', durationSeconds: 20 }],
    });
    const last = await fleet.list(ada, { ...all, offset: 990 });
    expect(last.items).toHaveLength(10);
    expect(last.items.at(-1)?.name).toBe('flow-0501');
  });

  it('asks for many entities at once where the policy has conditions, and no more often than in seconds', async () => {
    const own = (entityRef: string) => entityRef.endsWith('7');
    const { fleet, catalog, permissions } = await setUp({ allows: own });
    const { total, withheld, items } = await fleet.list(ada, all);
    expect([total, withheld]).toEqual([100, 900]);
    expect(items.every(({ entityRef }) => own(entityRef))).toBe(true);
    // Ten for workflows, one for the runs of those that are left.
    expect(permissions.authorize).toHaveBeenCalledTimes(11);
    for (const [queries, options] of permissions.authorize.mock.calls) {
      expect(queries.length).toBeLessThanOrEqual(100);
      expect(options).toEqual({ credentials: ada });
    }
    await fleet.list(ada, { ...all, text: 'flow-0007' });
    expect(permissions.authorize).toHaveBeenCalledTimes(11);
    expect(catalog.queryEntities).toHaveBeenCalledTimes(2);
    // What one caller may see is nothing to another.
    await fleet.list(eve, all);
    expect(permissions.authorize).toHaveBeenCalledTimes(22);
    expect(catalog.queryEntities).toHaveBeenLastCalledWith(expect.anything(), {
      credentials: eve,
    });
  });

  it('asks again when the catalog has failed', async () => {
    const { fleet, catalog } = await setUp();
    catalog.queryEntities.mockRejectedValueOnce(new Error('no catalog'));
    await expect(fleet.list(ada, all)).rejects.toThrow('no catalog');
    expect((await fleet.list(ada, all)).total).toBe(WORKFLOWS);
  });

  it('has a workflow once for each entity that names it, or only for the one that the workflow names', async () => {
    const entities = [
      component('owner', arnOf(1)),
      component('intruder', `${arnOf(1)} ${arnOf(2)}`),
    ];
    const open = await setUp({ entities });
    expect(
      (await open.fleet.list(ada, all)).items.map(item => item.entityRef),
    ).toEqual([
      'component:default/intruder',
      'component:default/owner',
      'component:default/intruder',
    ]);

    const { fleet, tags } = await setUp({ entities, reads: true });
    const owner = 'Component:default/Owner';
    await tags.save({
      workflowArn: arnOf(1),
      value: owner,
      readAt: new Date(),
    });
    const { items, withheld } = await fleet.list(ada, all);
    expect(items.map(({ entityRef, arn }) => [entityRef, arn])).toEqual([
      ['component:default/owner', arnOf(1)],
    ]);
    expect(withheld).toBe(2);
  });
});
