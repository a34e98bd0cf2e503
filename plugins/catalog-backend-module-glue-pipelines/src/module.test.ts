import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { setTimeout as sleep } from 'node:timers/promises';
import catalogModule from '.';
import { TestAws } from './__testUtils__/TestAws';

jest.setTimeout(120_000);

const ONE = '111111111111';
const TWO = '222222222222';

const HAND_WRITTEN: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'by-hand',
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/a.yaml',
      'backstage.io/managed-by-origin-location':
        'url:https://example.com/a.yaml',
      'aws.amazon.com/glue-workflow-arn': `arn:aws:glue:us-east-1:${ONE}:workflow/covid-hiring`,
    },
  },
  spec: { type: 'data-pipeline', lifecycle: 'production', owner: 'sales' },
};

/** A catalog with an entity written by hand, and a way to ask it. */
async function startCatalog(config: JsonObject) {
  const logger = mockServices.logger.mock();
  let list!: () => Promise<Entity[]>;
  let round!: (accountId: string) => Promise<void>;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModule,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test',
        register({ registerInit }) {
          registerInit({
            deps: {
              auth: coreServices.auth,
              catalog: catalogServiceRef,
              processing: catalogProcessingExtensionPoint,
              scheduler: coreServices.scheduler,
            },
            async init({ auth, catalog, processing, scheduler }) {
              round = accountId =>
                scheduler.triggerTask(
                  `glue-pipelines-discovery:${accountId}:us-east-1`,
                );
              list = () => listAll(catalog, auth.getOwnServiceCredentials());
              processing.addEntityProvider({
                getProviderName: () => 'by-hand',
                connect: connection =>
                  connection.applyMutation({
                    type: 'full',
                    entities: [{ entity: HAND_WRITTEN }],
                  }),
              });
            },
          });
        },
      }),
      logger.factory,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  return {
    errors: () => logger.error.mock.calls.map(([message]) => message),
    list,
    round,
    stop: () => backend.stop(),
  };
}

async function listAll(
  catalog: CatalogService,
  credentials: ReturnType<
    (typeof coreServices.auth)['T']['getOwnServiceCredentials']
  >,
) {
  const { items } = await catalog.getEntities(
    {},
    { credentials: await credentials },
  );
  return items;
}

/** Asks until the answer is good, or for half a minute. */
async function eventually<T>(
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  let answer = await ask();
  for (let tries = 0; tries < 60 && !isGood(answer); tries += 1) {
    await sleep(500);
    answer = await ask();
  }
  return answer;
}

describe('in a catalog', () => {
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });

  afterEach(() => aws.close());

  it('adds workflows with their lineage beside an entity written by hand, and says which account is denied', async () => {
    await aws.putWorkflow('covid-hiring');
    await aws.putLineage('covid-hiring');
    await aws.putWorkflow('Flight Delays', { tags: { owner: 'travel' } });
    aws.refuse(/^222222222222 /, 'AccessDeniedException');
    const catalog = await startCatalog({
      aws: TestAws.config(ONE, TWO),
      gluePipelines: { aws: { endpoint: aws.endpoint } },
      catalog: {
        providers: {
          gluePipelines: {
            defaultOwner: 'data-platform',
          },
        },
      },
    });
    try {
      await eventually(catalog.list, entities => entities.length === 1);
      await Promise.all([catalog.round(ONE), catalog.round(TWO)]);

      const expected = [
        'Flight Delays',
        'by-hand',
        'covid',
        'covid.cases',
        'lake',
        'landing',
        's3://lake/hiring/',
        's3://landing/cases/',
      ];
      const found = await eventually(
        async () =>
          Object.fromEntries(
            (await catalog.list()).map(entity => [
              entity.metadata.title ?? entity.metadata.name,
              entity,
            ]),
          ),
        entities =>
          Object.keys(entities).length >= expected.length &&
          entities['by-hand'].relations?.length === 4,
      );
      expect(Object.keys(found).sort()).toEqual(expected);
      expect(found['Flight Delays'].spec).toMatchObject({
        type: 'data-pipeline',
        owner: 'group:default/travel',
      });
      const relations = (found['by-hand'].relations ?? [])
        .filter(({ type }) => type !== 'ownedBy')
        .map(({ type, targetRef }) => `${type} ${targetRef}`)
        .sort();
      expect(relations).toEqual([
        expect.stringMatching(
          /^dependencyOf resource:default\/covid\.cases-glue-/,
        ),
        expect.stringMatching(/^dependencyOf resource:default\/lake-hiring-/),
        expect.stringMatching(/^dependsOn resource:default\/landing-cases-/),
      ]);
      expect(catalog.errors()).toContainEqual(
        expect.stringMatching(
          /account 222222222222, region us-east-1.*IAM action glue:ListWorkflows/,
        ),
      );
    } finally {
      await catalog.stop();
    }
  });

  it('does nothing where it is not configured', async () => {
    await aws.putWorkflow('covid-hiring');
    const catalog = await startCatalog({
      aws: TestAws.config(ONE),
      gluePipelines: { aws: { endpoint: aws.endpoint } },
    });
    try {
      await sleep(1_000);
      expect(aws.calls).toEqual([]);
    } finally {
      await catalog.stop();
    }
  });

  it('does not start with a configuration that cannot work', async () => {
    await expect(
      startCatalog({ catalog: { providers: { gluePipelines: {} } } }),
    ).rejects.toThrow(/defaultOwner is missing/);
  });
});
