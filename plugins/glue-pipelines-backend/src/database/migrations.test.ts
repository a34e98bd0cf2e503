import { TestDatabases } from '@backstage/backend-test-utils';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { MIGRATIONS } from './migrate';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('migrations, %s', id => {
  const databases = TestDatabases.create({ ids: testDatabases().ids });

  it('take what was stored before along, and go down again', async () => {
    const knex = await databases.init(id);
    const directory = MIGRATIONS;
    await knex.migrate.up({ directory, name: '20261121000000_init.js' });
    await knex('workflows').insert({ arn: COVID_HIRING_ARN, wanted: true });
    await knex('runs').insert({
      workflow_arn: COVID_HIRING_ARN,
      run_id: 'wr_1',
      raw_status: 'RUNNING',
      health: 'running',
      active: true,
      detailed: true,
      ordered_at: '2026-11-21T10:00:00.000Z',
      statistics: '{}',
      properties: '{}',
      edges: '[]',
    });

    await knex.migrate.latest({ directory });
    expect(await knex('workflows').first()).toMatchObject({
      location: 'arn:aws:glue:us-east-1:000000000000',
    });
    expect(Boolean((await knex('workflows').first()).active)).toBe(true);

    const runsLeft = new Set<number>();
    for (;;) {
      const [, [undone]] = await knex.migrate.down({ directory });
      if (/_init\.js$/.test(undone)) {
        break;
      }
      runsLeft.add((await knex('runs')).length);
    }
    expect([...runsLeft]).toEqual([1]);
    expect(await knex.schema.hasTable('workflows')).toBe(false);
  });
});
