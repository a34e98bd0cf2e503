import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CollectionQueue } from '../database/CollectionQueue';
import { Collector } from './Collector';
import { scheduleCollection } from './scheduleCollection';

it('looks up entities on one replica, and collects on all', async () => {
  const scheduler = mockServices.scheduler.mock();
  await scheduleCollection({
    scheduler,
    catalog: catalogServiceMock(),
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    queue: {} as CollectionQueue,
    collector: {} as Collector,
    idleMs: 60_000,
  });
  const tasks = scheduler.scheduleTask.mock.calls.map(([task]) => task);
  expect(tasks).toMatchObject([
    {
      id: 'discover-glue-workflows',
      scope: 'global',
      frequency: { milliseconds: 60_000 },
      timeout: { minutes: 1 },
    },
    {
      id: 'collect-glue-workflows',
      scope: 'local',
      frequency: { milliseconds: 15_000 },
    },
  ]);
});
