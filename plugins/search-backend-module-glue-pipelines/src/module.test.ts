import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { GluePipelinesCollatorFactory } from './GluePipelinesCollatorFactory';
import searchModule from './index';

it.each([
  [{}, { minutes: 10 }],
  [{ frequency: { hours: 2 }, timeout: { minutes: 1 } }, { hours: 2 }],
])('adds the collator, with the schedule %j', async (schedule, frequency) => {
  const addCollator = jest.fn();
  const scheduler = mockServices.scheduler.mock();
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        { addCollator, addDecorator: jest.fn() },
      ],
    ],
    features: [
      searchModule,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data:
          'frequency' in schedule
            ? { search: { collators: { gluePipelines: { schedule } } } }
            : {},
      }),
    ],
  });
  expect(addCollator).toHaveBeenCalledTimes(1);
  expect(addCollator.mock.lastCall[0].factory).toBeInstanceOf(
    GluePipelinesCollatorFactory,
  );
  expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
    expect.objectContaining({ frequency }),
  );
});
