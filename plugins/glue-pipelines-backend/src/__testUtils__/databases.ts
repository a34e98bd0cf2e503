import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../database/migrate';

/** Postgres is tested where its connection string is set; containers are never started. */
const IDS: TestDatabaseId[] = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING
  ? ['SQLITE_3', 'POSTGRES_18']
  : ['SQLITE_3'];

/** Every supported database that is at hand. */
export function testDatabases() {
  const databases = TestDatabases.create({ ids: IDS });
  return {
    ids: IDS,
    open: async (id: TestDatabaseId) => {
      const knex = await databases.init(id);
      await migrate(knex);
      return knex;
    },
  };
}
