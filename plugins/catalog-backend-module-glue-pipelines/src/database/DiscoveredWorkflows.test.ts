import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { WorkflowFacts } from '../discovery/Lineage';
import { DiscoveredWorkflows } from './DiscoveredWorkflows';

/** Postgres is tested where its connection string is set; containers are never started. */
const IDS: TestDatabaseId[] = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING
  ? ['SQLITE_3', 'POSTGRES_18']
  : ['SQLITE_3'];
const databases = TestDatabases.create({ ids: IDS });

const PLACE = { accountId: '111111111111', region: 'eu-west-1' };
const HOUR = 3_600_000;
const at = (hours: number) => ({
  now: new Date(Date.UTC(2026, 0, 1) + hours * HOUR),
  gracePeriodMs: 24 * HOUR,
});
const workflow = (name: string, description?: string): WorkflowFacts => ({
  arn: `arn:aws:glue:eu-west-1:111111111111:workflow/${name}`,
  description,
  tags: {},
  lineage: { reads: [], writes: [] },
});
const seen = (...workflows: WorkflowFacts[]) => ({
  workflows,
  excluded: new Set<string>(),
});

describe.each(IDS)('DiscoveredWorkflows on %s', id => {
  const open = async () => {
    const knex = await databases.init(id);
    await DiscoveredWorkflows.migrate(knex);
    const discovered = new DiscoveredWorkflows(knex);
    const names = async (place = PLACE) =>
      [...(await discovered.of(place)).keys()].map(arn =>
        arn.split('/').at(-1),
      );
    return { knex, discovered, names };
  };

  it('keeps what is gone for the grace period, also after a restart, and no longer', async () => {
    const { knex, discovered, names } = await open();
    await discovered.save(PLACE, seen(workflow('a'), workflow('b')), at(0));
    await discovered.save(PLACE, seen(workflow('a')), at(23));
    expect(await names()).toEqual(['a', 'b']);

    const restarted = new DiscoveredWorkflows(knex);
    await restarted.save(PLACE, seen(workflow('a')), at(24));
    expect(await names()).toEqual(['a']);
  });

  it('counts the grace period afresh for what comes back', async () => {
    const { discovered, names } = await open();
    await discovered.save(PLACE, seen(workflow('a')), at(0));
    await discovered.save(PLACE, seen(), at(10));
    await discovered.save(PLACE, seen(workflow('a', 'again')), at(20));
    await discovered.save(PLACE, seen(), at(40));
    expect(await names()).toEqual(['a']);
    const [facts] = (await discovered.of(PLACE)).values();
    expect(facts.description).toBe('again');
  });

  it('drops at once what the filters exclude', async () => {
    const { discovered, names } = await open();
    await discovered.save(PLACE, seen(workflow('a'), workflow('b')), at(0));
    await discovered.save(
      PLACE,
      { ...seen(workflow('a')), excluded: new Set([workflow('b').arn]) },
      at(1),
    );
    expect(await names()).toEqual(['a']);
  });

  it('leaves other accounts and regions alone', async () => {
    const { discovered, names } = await open();
    await discovered.save(PLACE, seen(workflow('a')), at(0));
    await discovered.save({ ...PLACE, region: 'us-east-1' }, seen(), at(100));
    await discovered.save(
      { ...PLACE, accountId: '222222222222' },
      seen(),
      at(100),
    );
    expect(await names()).toEqual(['a']);
  });

  it('goes back to where it was', async () => {
    const { knex } = await open();
    await knex.migrate.rollback(
      {
        directory: `${__dirname}/../../migrations`,
        tableName: 'glue_pipelines_discovery_knex_migrations',
      },
      true,
    );
    expect(
      await knex.schema.hasTable('glue_pipelines_discovered_workflows'),
    ).toBe(false);
  });
});
