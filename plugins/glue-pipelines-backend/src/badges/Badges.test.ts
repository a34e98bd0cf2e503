import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testDatabases } from '../__testUtils__/databases';
import { component } from '../__testUtils__/portal';
import { COVID_HIRING_ARN } from '../__testUtils__/runs';
import { KnexWorkflowTags } from '../database/KnexWorkflowTags';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { BadgeLinks } from './BadgeLinks';
import { Badges } from './Badges';

const ENTITY_REF = 'component:default/covid-hiring';

/** What has to be so when a badge is looked at, whatever was so when it was shared. */
describe('a badge that was shared', () => {
  const databases = testDatabases();

  async function look(options: {
    annotation?: string;
    tag?: string;
    enabled?: boolean;
  }) {
    const { annotation = COVID_HIRING_ARN, enabled = true } = options;
    const knex = await databases.open('SQLITE_3');
    const tags = new KnexWorkflowTags(knex);
    await tags.save({
      workflowArn: COVID_HIRING_ARN,
      value: options.tag ?? ENTITY_REF,
      readAt: new Date(),
    });
    const links = new BadgeLinks(knex);
    const { token } = await links.share(
      { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN },
      'user:default/jo',
    );
    const badges = new Badges({
      enabled,
      links,
      catalog: catalogServiceMock({
        entities: [component('covid-hiring', annotation)],
      }),
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      owners: new WorkflowOwners(
        { glue: {} as never, tags, logger: mockServices.logger.mock() },
        { reads: false, writes: true },
      ),
      summaries: new WorkflowSummaries(knex),
      price: { pricePerDpuHour: 0.44, currency: 'USD' },
    });
    return badges.image(token);
  }

  it('says that nothing is known of a workflow that was never read', async () => {
    expect(await look({})).toContain('<title>covid-hiring: unknown</title>');
  });

  it.each([
    ['the entity names it no more', { annotation: '' }],
    ['its tag names another entity', { tag: 'component:default/other' }],
    ['badges are off', { enabled: false }],
  ])('is not there when %s', async (_, options) => {
    await expect(look(options)).rejects.toThrow('There is no such badge');
  });
});
