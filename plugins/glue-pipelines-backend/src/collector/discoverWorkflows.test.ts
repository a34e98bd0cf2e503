import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { discoverWorkflows } from './discoverWorkflows';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});

describe('discoverWorkflows', () => {
  it('finds every workflow that an entity names, once, and logs what is no ARN', async () => {
    const logger = mockServices.logger.mock();
    const key = 'aws.amazon.com/glue-workflow-arn';
    const arns = await discoverWorkflows({
      auth: mockServices.auth(),
      logger,
      catalog: catalogServiceMock({
        entities: [
          component('a', { [key]: COVID_HIRING_ARN }),
          component('b', {
            [key]: `${FLIGHT_DELAYS_ARN}, ${COVID_HIRING_ARN}`,
          }),
          component('c', { [key]: 'covid-hiring' }),
          component('d', { other: 'annotation' }),
          component('e', {
            [key]: `arn:aws:glue:eu-${'w'.repeat(400)}-1:000000000000:workflow/x`,
          }),
        ],
      }),
    });
    expect(arns.sort()).toEqual([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    expect(logger.warn).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        "component:default/c: 'covid-hiring' is not the ARN of a Glue workflow",
      ),
    );
  });
});
