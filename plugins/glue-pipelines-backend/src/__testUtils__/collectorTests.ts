import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { GluePipelinesSignal } from '@glue-pipelines/backstage-plugin-common';
import { AwsCalls } from '../aws/AwsCalls';
import { AwsClients } from '../aws/AwsClients';
import { SdkGlueApi } from '../aws/SdkGlueApi';
import { RunChange } from '../changes/RunChange';
import { Collector } from '../collector/Collector';
import { CollectorConfig } from '../config';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { KnexRunStore } from '../database/KnexRunStore';
import { testDatabases } from './databases';
import { GlueEndpoint } from './GlueEndpoint';

/** Static credentials for two accounts: none of the machine's own are looked for. */
const AWS_CONFIG = new ConfigReader({
  aws: {
    accounts: ['000000000000', '111111111111'].map(accountId => ({
      accountId,
      accessKeyId: 'test',
      secretAccessKey: 'test',
    })),
  },
});

/**
 * A database, a Glue endpoint and replicas of the collector for each test that
 * calls what this returns; all are closed after the test.
 */
export function collectorTests(id: TestDatabaseId) {
  const databases = testDatabases();
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  return async function setUp(config: Partial<CollectorConfig> = {}) {
    const knex = await databases.open(id);
    const endpoint = await GlueEndpoint.start();
    const changes: RunChange[] = [];
    const store = new KnexRunStore(knex, change => changes.push(change));
    const queue = new KnexCollectionQueue(knex);
    const configurations = new KnexRunConfigurations(knex);
    const signals: GluePipelinesSignal[] = [];
    cleanups.push(() => endpoint.close());

    /** One of several replicas on the same database. */
    const replica = (options: { heartbeatMs?: number } = {}) => {
      const clients = new AwsClients({
        credentials: DefaultAwsCredentialsManager.fromConfig(AWS_CONFIG),
        endpoint: endpoint.url,
      });
      const collector = new Collector({
        glue: new SdkGlueApi(new AwsCalls(clients)),
        store,
        queue,
        configurations,
        logger: mockServices.logger.mock(),
        config: {
          activeMs: 500,
          idleMs: 60_000,
          runsToKeep: 100,
          keepRunsForMs: 1e12,
          keepUnnamedForMs: 1e12,
          ...config,
        },
        publish: async signal => {
          signals.push(signal);
        },
        ...options,
      });
      cleanups.push(() => clients.close());
      cleanups.push(() => collector.close());
      return collector;
    };
    const workflow = async (arn: string) =>
      (await store.getWorkflows([arn]))[0];
    return {
      knex,
      endpoint,
      store,
      queue,
      configurations,
      signals,
      changes,
      replica,
      workflow,
    };
  };
}
